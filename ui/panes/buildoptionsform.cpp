// SPDX-License-Identifier: GPL-3.0-or-later
#include "buildoptionsform.h"

#include "widgets/controls.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace pd::ui {

BuildOptionsForm::BuildOptionsForm(QWidget *parent)
    : QWidget(parent)
    , m_toggle(makeButton({.id = QStringLiteral("more"), .label = tr("More")}, parent))
    , m_revision(makeField({}, tr("git's, with -dirty when something is changed"), tr("Revision"), this))
    , m_rego(new QComboBox(this))
{
    setKind(m_toggle, ButtonKind::Flat);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(16));
    grid->setVerticalSpacing(px(12));
    grid->setColumnStretch(1, 1);
    const auto add = [this, grid](int row, const QString &label, QWidget *control) {
        QLabel *words = makeLabel(label, Type::Body, Role::Text2, this);
        words->setBuddy(control);
        control->setAccessibleName(label);
        grid->addWidget(words, row, 0);
        grid->addWidget(control, row, 1);
    };
    m_revision->setObjectName(QStringLiteral("revisionEdit"));
    add(0, tr("Revision"), m_revision);
    m_rego->setObjectName(QStringLiteral("regoVersionBox"));
    m_rego->addItem(tr("Rego v1"), QStringLiteral("rego.v1"));
    m_rego->addItem(tr("Rego v0"), QStringLiteral("rego.v0"));
    m_rego->addItem(tr("Rego v0, as v1 reads it"), QStringLiteral("rego.v0v1"));
    add(1, tr("Language"), m_rego);
    connect(m_toggle, &QPushButton::clicked, this, [this] { setOpen(!isVisibleTo(parentWidget())); });
    connect(m_revision, &QLineEdit::textChanged, this, &BuildOptionsForm::changed);
    connect(m_rego, &QComboBox::currentIndexChanged, this, &BuildOptionsForm::changed);
    setOpen(false);
}

void BuildOptionsForm::fill(desk::BuildOptions &options) const
{
    options.revision = m_revision->text().trimmed();
    options.regoVersion = m_rego->currentData().toString();
}

void BuildOptionsForm::reset()
{
    m_revision->clear();
    m_rego->setCurrentIndex(0);
    setOpen(false);
}

void BuildOptionsForm::setOpen(bool open)
{
    setVisible(open);
    m_toggle->setIcon(icon(open ? QStringLiteral("arrow-down") : QStringLiteral("arrow-right"), Role::Text));
    m_toggle->setAccessibleDescription(open ? tr("Shown") : tr("Hidden"));
}

} // namespace pd::ui
