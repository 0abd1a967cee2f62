// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace pd::ui {

/// The same act as a command line: monospaced, can be selected and copied. Left to right always.
class CommandBox final : public QWidget {
    Q_OBJECT
public:
    /// `withIcon`: a prompt before the command, as in forms.
    explicit CommandBox(bool withIcon = true, QWidget *parent = nullptr);

    /// Lines are broken as given (a backslash at their end is part of the command).
    void setCommand(const QString &command);
    [[nodiscard]] QString command() const;

Q_SIGNALS:
    void copied();

private:
    QLabel *m_text;
};

} // namespace pd::ui
