// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inspection.h"

#include <QScrollArea>

class QBoxLayout;
class QVBoxLayout;

namespace pd::ui {

/// The right pane: facts and verbs of what is selected. Rebuilt only where its content differs, so that the focus stays.
class Inspector final : public QScrollArea {
    Q_OBJECT
public:
    explicit Inspector(QWidget *parent = nullptr);

    void setContent(const models::InspectorContent &content);
    [[nodiscard]] const models::InspectorContent &content() const { return m_content; }

Q_SIGNALS:
    /// The button that had the keyboard is gone with what was shown.
    void focusLost();
    /// A button, a verb, the action of a check or a row of *More*.
    void triggered(const QString &id);
    void optionChanged(const QString &id, bool checked);
    /// Something was put on the clipboard: say so.
    void copied(const QString &what);

private:
    void rebuild();
    void addHead();
    void addPlan();
    void addButtons();
    void addSection(const models::InspectorSection &section);
    void addCheck(const models::CheckValue &check);
    void addLine();
    void add(QWidget *widget);
    void add(QBoxLayout *row);

    models::InspectorContent m_content;
    QWidget *m_page = nullptr;
    QVBoxLayout *m_column = nullptr;
};

} // namespace pd::ui
