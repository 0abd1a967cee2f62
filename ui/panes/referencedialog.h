// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/requests.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace pd::ui {

/// Asks for a reference, and explains while it is typed what it will be.
class ReferenceDialog final : public QDialog {
    Q_OBJECT
public:
    using Read = std::function<desk::ReferenceReading(const QString &typed)>;
    ReferenceDialog(const QString &title, const QString &button, const QString &start, Read read, QWidget *parent);

Q_SIGNALS:
    /// The complete reference.
    void chosen(const QString &reference);

private:
    void explain();

    Read m_read;
    QLineEdit *m_edit;
    QLabel *m_hint;
    QPushButton *m_accept;
};

} // namespace pd::ui
