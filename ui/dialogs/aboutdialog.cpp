// SPDX-License-Identifier: GPL-3.0-or-later
#include "aboutdialog.h"

#include "models/cells.h"
#include "widgets/controls.h"
#include "widgets/icons.h"
#include "widgets/rowview.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QSysInfo>

namespace pd::ui {

namespace {

struct Part {
    const char *name;
    const char *licence;
};

/// What is linked in or shipped along. The licence is the one that the part's own files name.
constexpr Part Parts[] = {
    {"Qt", "LGPL-3.0-only"},
    {"KArchive", "LGPL-2.0-or-later"},
    {"QtKeychain", "BSD-3-Clause"},
    {"QCoro", "MIT"},
    {"OpenSSL", "Apache-2.0"},
    {"libarchive", "BSD-2-Clause"},
    {"simdjson", "Apache-2.0"},
    {"yaml-cpp", "MIT"},
    {"KDSingleApplication", "MIT"},
    {"SQLite", "Public domain"},
    {"Breeze icons", "LGPL-3.0-or-later"},
    {"Inter", "OFL-1.1"},
    {"JetBrains Mono", "OFL-1.1"},
    {"Open Policy Agent", "Apache-2.0"},
};

RowView *makeParts(QWidget *parent)
{
    auto *view = new RowView(RowView::Layout::Table, AboutDialog::tr("Licences"), parent);
    view->setObjectName(QStringLiteral("licencesView"));
    auto *model = new QStandardItemModel(view);
    for (const Part &part : Parts) {
        auto *name = new QStandardItem(QString::fromLatin1(part.name));
        name->setData(QString::fromLatin1(part.name), models::IdRole);
        auto *licence = new QStandardItem(QString::fromLatin1(part.licence));
        licence->setData(static_cast<int>(models::Tone::Quiet), models::ToneRole);
        model->appendRow({name, licence});
    }
    model->setHorizontalHeaderLabels({AboutDialog::tr("Made with"), AboutDialog::tr("Licence")});
    view->setModel(model);
    view->setColumnWidths({240});
    view->setMinimumHeight(px(200));
    return view;
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
    , m_opa(makeParagraph({}, Type::Body, Role::Text2, this))
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Policy Desk"));
    setAccessibleName(windowTitle());
    setGround(this, Role::Base);
    setMinimumSize(px(520), px(480));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(24), px(24), px(20));
    column->setSpacing(px(12));
    auto *head = new QHBoxLayout;
    head->setSpacing(px(16));
    auto *picture = new QLabel(this);
    picture->setPixmap(applicationIcon().pixmap(QSize(px(48), px(48)), devicePixelRatioF()));
    head->addWidget(picture);
    auto *words = new QVBoxLayout;
    words->setSpacing(px(2));
    words->addWidget(makeLabel(QStringLiteral("Policy Desk"), Type::Title, Role::Text, this));
    auto *version = makeLabel(tr("Version %1").arg(QStringLiteral(PD_VERSION)), Type::Body, Role::Text2, this);
    version->setObjectName(QStringLiteral("versionLabel"));
    words->addWidget(version);
    head->addLayout(words, 1);
    column->addLayout(head);
    column->addWidget(makeParagraph(tr("Writes, publishes and watches over policy images, on this computer and on registries. Free "
                                       "software under the GNU General Public "
                                       "License, version 3 or later; it comes without a warranty."),
        Type::Body, Role::Text, this));
    m_opa->setObjectName(QStringLiteral("opaLabel"));
    column->addWidget(m_opa);
    column->addWidget(makeParts(this), 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(px(8));
    QPushButton *copy = makeButton({.id = QStringLiteral("copyVersions"), .label = tr("Copy versions")}, this);
    QPushButton *close = makeButton({.id = QStringLiteral("close"), .label = tr("Close")}, this);
    close->setDefault(true);
    row->addWidget(copy);
    row->addStretch(1);
    row->addWidget(close);
    column->addLayout(row);
    connect(copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(versions(), tr("the versions")); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    setOpa(tr("Asking OPA for its version…"));
    close->setFocus();
}

void AboutDialog::setOpa(const QString &words)
{
    m_opaWords = words;
    setParagraph(m_opa, words);
}

QString AboutDialog::versions() const
{
    return QStringLiteral("Policy Desk %1\nQt %2\n%3\n%4 (%5)\n")
        .arg(QStringLiteral(PD_VERSION), QString::fromLatin1(qVersion()), m_opaWords, QSysInfo::prettyProductName(),
            QSysInfo::currentCpuArchitecture());
}

} // namespace pd::ui
