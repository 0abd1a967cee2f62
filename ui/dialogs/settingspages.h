// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settingsdialog.h"

#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace pd::ui {

class ElidedLabel;
class FormGrid;

/// A page of the settings: rows of label and control in a column that scrolls.
class SettingsPage : public QScrollArea {
    Q_OBJECT
public:
    explicit SettingsPage(const QString &id, const QString &name, QWidget *parent);
    virtual void show(const SettingsContent &content) = 0;
    using QWidget::show;

Q_SIGNALS:
    void changed(const pd::ui::SettingsDialog::Change &change);
    void triggered(const QString &id, const QString &subject);

protected:
    void addRow(const QString &label, QWidget *control);
    void addWide(QWidget *widget);
    void addWords(const QString &text);
    void addEnd();
    [[nodiscard]] QWidget *room() const { return m_room; }

private:
    QWidget *m_room;
    FormGrid *m_grid;
};

/// Look, contrast, default registry.
class LookSettings final : public SettingsPage {
    Q_OBJECT
public:
    explicit LookSettings(QWidget *parent);
    void show(const SettingsContent &content) override;

private:
    QComboBox *m_scheme;
    QComboBox *m_contrast;
};

/// The registries that the tree shows, each with what is chosen for it alone.
class RegistrySettings final : public SettingsPage {
    Q_OBJECT
public:
    explicit RegistrySettings(QWidget *parent);
    void show(const SettingsContent &content) override;

private:
    QWidget *makeCard(const desk::RegistryEntry &entry, const SettingsContent &content);
    void setEntry(const QString &host, const std::function<void(desk::RegistryEntry &)> &change);
    void chooseCa(const QString &host);
    [[nodiscard]] static QString accountWords(const QString &host, const QList<desk::AccountRow> &accounts);

    QLineEdit *m_default;
    QVBoxLayout *m_cards;
    QString m_shown; ///< What the cards were made from: made again where it differs alone, so that the focus stays.
};

/// Which OPA builds, checks and tries.
class OpaSettings final : public SettingsPage {
    Q_OBJECT
public:
    explicit OpaSettings(QWidget *parent);
    void show(const SettingsContent &content) override;

private:
    void choose();

    QLabel *m_state;
    ElidedLabel *m_used;
    QLineEdit *m_path;
    QPushButton *m_get;
};

/// The local images' store, the practice registry, and where the program keeps its own.
class ComputerSettings final : public SettingsPage {
    Q_OBJECT
public:
    explicit ComputerSettings(QWidget *parent);
    void show(const SettingsContent &content) override;

private:
    QWidget *makePath(const QString &name, ElidedLabel **label);

    ElidedLabel *m_store = nullptr;
    QLabel *m_practice;
    QSpinBox *m_port;
    QPushButton *m_act;
    bool m_running = false;
    QList<std::pair<ElidedLabel *, QString Paths::*>> m_folders;
    QString m_home;
};

} // namespace pd::ui
