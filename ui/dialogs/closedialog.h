// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

namespace pd::ui {

/// Asked where the window is closed while bytes move. Keeping it open is the default: Enter, Escape and the cross of the frame do that.
class CloseDialog final : public QDialog {
    Q_OBJECT
public:
    struct Running {
        QString title; ///< "Push ghcr.io/acme/rbac:1.0.1"
        QString words; ///< "12 of 64 MiB"
        bool resumes = false; ///< It can go on at the next start.
    };
    CloseDialog(const QList<Running> &running, QWidget *parent);

Q_SIGNALS:
    /// Close; what can go on does at the next start.
    void closeAndResume();
    /// Close; nothing goes on.
    void closeAndCancel();
};

} // namespace pd::ui
