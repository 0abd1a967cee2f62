// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingspages.h"

#include "widgets/card.h"
#include "widgets/controls.h"
#include "widgets/elidedlabel.h"
#include "widgets/formgrid.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace pd::ui {

SettingsPage::SettingsPage(const QString &id, const QString &name, QWidget *parent)
    : QScrollArea(parent)
    , m_room(new QWidget)
    , m_grid(new FormGrid(128, m_room))
{
    setObjectName(id);
    setAccessibleName(name);
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setGround(viewport(), Role::Base);
    setGround(m_room, Role::Base);
    m_grid->setContentsMargins(px(24), px(20), px(24), px(20));
    setWidget(m_room);
}

void SettingsPage::addRow(const QString &label, QWidget *control)
{
    m_grid->addField(label, control);
}

void SettingsPage::addWide(QWidget *widget)
{
    m_grid->addWide(widget);
}

void SettingsPage::addWords(const QString &text)
{
    m_grid->addControl(makeParagraph(text, Type::Small, Role::Text2, m_room));
}

void SettingsPage::addEnd()
{
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

LookSettings::LookSettings(QWidget *parent)
    : SettingsPage(QStringLiteral("lookSettings"), tr("Look"), parent)
    , m_scheme(new QComboBox(room()))
    , m_contrast(new QComboBox(room()))
{
    m_scheme->setObjectName(QStringLiteral("lookBox"));
    m_scheme->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    addRow(tr("Colours"), m_scheme);
    m_contrast->setObjectName(QStringLiteral("contrastBox"));
    m_contrast->addItems({tr("As the system"), tr("Normal"), tr("High")});
    addRow(tr("Contrast"), m_contrast);
    addWords(tr("The size of texts is the system's own."));
    addEnd();
    connect(m_scheme, &QComboBox::activated, this,
        [this](int at) { Q_EMIT changed([at](desk::Settings &settings) { settings.scheme = static_cast<desk::Settings::Scheme>(at); }); });
    connect(m_contrast, &QComboBox::activated, this, [this](int at) {
        Q_EMIT changed([at](desk::Settings &settings) { settings.contrast = static_cast<desk::Settings::Contrast>(at); });
    });
}

void LookSettings::show(const SettingsContent &content)
{
    m_scheme->setCurrentIndex(static_cast<int>(content.settings.scheme));
    m_contrast->setCurrentIndex(static_cast<int>(content.settings.contrast));
}

OpaSettings::OpaSettings(QWidget *parent)
    : SettingsPage(QStringLiteral("opaSettings"), QStringLiteral("OPA"), parent)
    , m_state(makeParagraph({}, Type::Body, Role::Text, room()))
    , m_used(new ElidedLabel({}, Type::MonoSmall, Role::Text2, room()))
    , m_path(makeField(QStringLiteral("dialog-scripts"), tr("Found by itself"), tr("Path of OPA"), room()))
    , m_get(makeButton({.id = QStringLiteral("getOpa"), .label = tr("Get OPA")}, room()))
{
    m_state->setObjectName(QStringLiteral("messageLabel"));
    m_state->setContentsMargins(0, px(8), 0, 0);
    addRow(tr("In use"), m_state);
    m_used->setElide(Qt::ElideMiddle);
    m_used->setFixedHeight(px(32));
    addRow(tr("Lies at"), m_used);
    auto *line = new QWidget(room());
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    m_path->setObjectName(QStringLiteral("opaEdit"));
    m_path->setClearButtonEnabled(true);
    row->addWidget(m_path, 1);
    QPushButton *choose = makeButton({.id = QStringLiteral("chooseOpa"), .label = tr("Choose…")}, line);
    row->addWidget(choose);
    addRow(tr("Path"), line);
    line->setAccessibleName({});
    addWords(tr("Left empty, OPA is looked for beside this program, then on the PATH, then among what was fetched."));
    auto *fetch = new QWidget(room());
    auto *fetchRow = new QHBoxLayout(fetch);
    fetchRow->setContentsMargins(0, 0, 0, 0);
    fetchRow->addWidget(m_get);
    fetchRow->addStretch(1);
    addRow(tr("Fetch"), fetch);
    fetch->setAccessibleName({});
    addWords(tr("The project's own release, checked against its published sum, kept in the data folder."));
    addEnd();
    connect(m_path, &QLineEdit::editingFinished, this,
        [this] { Q_EMIT changed([path = m_path->text().trimmed()](desk::Settings &settings) { settings.opaPath = path; }); });
    connect(choose, &QPushButton::clicked, this, &OpaSettings::choose);
    connect(m_get, &QPushButton::clicked, this, [this] {
        m_get->setEnabled(false); // until the next answer: twice is once
        Q_EMIT triggered(QStringLiteral("getOpa"), {});
    });
}

void OpaSettings::show(const SettingsContent &content)
{
    const desk::HereFacts &here = content.here;
    setParagraph(m_state, here.opaVersion.isEmpty() ? here.opaProblem : tr("OPA %1").arg(here.opaVersion));
    dress(m_state, Type::Body, here.opaVersion.isEmpty() ? Role::Err : Role::Text);
    m_used->setText(here.opaPath.isEmpty() ? QStringLiteral("–") : withTilde(here.opaPath, content.paths.home));
    m_used->setWhole(here.opaPath);
    if (!m_path->hasFocus())
        m_path->setText(content.settings.opaPath);
    m_get->setEnabled(true);
}

void OpaSettings::choose()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Choose OPA"), QFileInfo(m_path->text()).path(), {}, nullptr, QFileDialog::DontUseNativeDialog);
    if (path.isEmpty())
        return;
    m_path->setText(path);
    Q_EMIT changed([path](desk::Settings &settings) { settings.opaPath = path; });
}

ComputerSettings::ComputerSettings(QWidget *parent)
    : SettingsPage(QStringLiteral("computerSettings"), tr("This computer"), parent)
    , m_practice(makeLabel({}, Type::Body, Role::Text, room()))
    , m_port(new QSpinBox(room()))
    , m_act(makeButton({.id = QStringLiteral("practice"), .label = tr("Start")}, room()))
{
    addRow(tr("Local images"), makePath(tr("Local images"), &m_store));
    addWords(tr("The same place as the Policy CLI's, so that both see the same images."));
    auto *line = new QWidget(room());
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    m_practice->setObjectName(QStringLiteral("practiceLabel"));
    row->addWidget(m_practice, 1);
    row->addWidget(m_act);
    addRow(tr("Practice registry"), line);
    line->setAccessibleName({});
    m_port->setObjectName(QStringLiteral("portBox"));
    m_port->setRange(0, 65535);
    m_port->setSpecialValueText(tr("any that is free"));
    m_port->setKeyboardTracking(false);
    m_port->setMinimumHeight(px(32));
    addRow(tr("Its port"), m_port);
    addWords(tr("References to it hold the port: another one makes them point nowhere. It counts from the next start."));
    for (const auto &[name, folder] : {std::pair(tr("Settings"), &Paths::config), std::pair(tr("Data"), &Paths::data),
             std::pair(tr("History"), &Paths::state), std::pair(tr("Cache"), &Paths::cache)}) {
        ElidedLabel *label = nullptr;
        addRow(name, makePath(name, &label));
        m_folders.append({label, folder});
    }
    addEnd();
    connect(m_act, &QPushButton::clicked, this, [this] {
        m_act->setEnabled(false); // until the next answer: twice is once
        Q_EMIT triggered(m_running ? QStringLiteral("practiceStop") : QStringLiteral("practiceStart"), {});
    });
    connect(m_port, &QSpinBox::valueChanged, this,
        [this](int port) { Q_EMIT changed([port](desk::Settings &settings) { settings.practicePort = static_cast<quint16>(port); }); });
}

QWidget *ComputerSettings::makePath(const QString &name, ElidedLabel **label)
{
    auto *line = new QWidget(room());
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    *label = new ElidedLabel({}, Type::MonoSmall, Role::Text2, line);
    (*label)->setElide(Qt::ElideMiddle);
    row->addWidget(*label, 1);
    QToolButton *open = makeIconButton(QStringLiteral("document-open-folder"), tr("Open the folder: %1").arg(name), line);
    open->setObjectName(QStringLiteral("openFolderButton"));
    row->addWidget(open);
    connect(open, &QToolButton::clicked, this,
        [this, shown = *label] { Q_EMIT triggered(QStringLiteral("openPath"), shown->property("pdPath").toString()); });
    line->setAccessibleName(name);
    return line;
}

void ComputerSettings::show(const SettingsContent &content)
{
    const auto tell = [&content](ElidedLabel *label, const QString &path) {
        label->setText(withTilde(path, content.paths.home));
        label->setWhole(path);
        label->setProperty("pdPath", path);
    };
    tell(m_store, content.here.store);
    for (const auto &[label, folder] : std::as_const(m_folders))
        tell(label, content.paths.*folder);
    m_running = content.here.practiceRunning;
    m_practice->setText(m_running ? tr("Runs at %1").arg(content.practiceHost) : tr("Stopped"));
    m_act->setText(m_running ? tr("Stop") : tr("Start"));
    m_act->setAccessibleName(m_running ? tr("Stop the practice registry") : tr("Start the practice registry"));
    m_act->setEnabled(true);
    if (!m_port->hasFocus()) {
        const QSignalBlocker quiet(m_port);
        m_port->setValue(content.settings.practicePort);
    }
    m_port->setEnabled(!m_running);
}

} // namespace pd::ui
