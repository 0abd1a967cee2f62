// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsdialog.h"

#include "settingspages.h"
#include "widgets/controls.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>

namespace pd::ui {

SettingsDialog::SettingsDialog(QWidget *parent)
    : QDialog(parent)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_look(new LookSettings(m_stack))
    , m_registries(new RegistrySettings(m_stack))
    , m_opa(new OpaSettings(m_stack))
    , m_computer(new ComputerSettings(m_stack))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    setAccessibleName(windowTitle());
    setGround(this, Role::Base);
    resize(px(720), px(560));
    setMinimumSize(px(560), px(400));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(0);
    m_tabs->setObjectName(QStringLiteral("settingsTabs"));
    m_tabs->setAccessibleName(tr("Parts of the settings"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    m_tabs->setFixedHeight(px(40));
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(margins(px(12), 0, px(12), 0));
    tabs->addWidget(m_tabs, 1);
    column->addLayout(tabs);
    column->addWidget(makeLine(Qt::Horizontal, this));
    column->addWidget(m_stack, 1);
    column->addWidget(makeLine(Qt::Horizontal, this));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(px(24), px(12), px(24), px(12));
    foot->addWidget(makeLabel(tr("Changes take effect as they are made"), Type::Small, Role::Text2, this));
    foot->addStretch(1);
    QPushButton *close = makeButton({.id = QStringLiteral("close"), .label = tr("Close")}, this);
    foot->addWidget(close);
    column->addLayout(foot);
    const auto add = [this](SettingsPage *page) {
        m_tabs->addTab(page->accessibleName());
        m_stack->addWidget(page);
        connect(page, &SettingsPage::changed, this, &SettingsDialog::changed);
        connect(page, &SettingsPage::triggered, this, &SettingsDialog::triggered);
    };
    add(m_look);
    add(m_registries);
    add(m_opa);
    add(m_computer);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    m_tabs->setFocus();
}

SettingsDialog::~SettingsDialog()
{
    // A field with the focus says that it was edited as it goes: there is nobody left to tell.
    for (QObject *child : findChildren<QObject *>())
        child->blockSignals(true);
}

void SettingsDialog::setContent(const SettingsContent &content)
{
    for (int i = 0; i < m_stack->count(); ++i)
        static_cast<SettingsPage *>(m_stack->widget(i))->show(content);
}

void SettingsDialog::showTab(const QString &id)
{
    for (int i = 0; i < m_stack->count(); ++i) {
        if (m_stack->widget(i)->objectName() == id + QStringLiteral("Settings"))
            m_tabs->setCurrentIndex(i);
    }
}

} // namespace pd::ui
