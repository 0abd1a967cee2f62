// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QDialog>

namespace pd::ui {

/// An error of an act that no pane stands for, in full: what happened, whose doing, what to do, and the raw reply.
class ErrorDialog final : public QDialog {
    Q_OBJECT
public:
    ErrorDialog(const Error &error, QWidget *parent);

Q_SIGNALS:
    /// The error's own remedy was chosen: `retry`, `signIn`, `getOpa`, …
    void triggered(const QString &id);
};

} // namespace pd::ui
