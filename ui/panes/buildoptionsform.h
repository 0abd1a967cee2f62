// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/requests.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace pd::ui {

/// What few builds need, behind *More*: the revision, which is git's unless it is typed, and the version of Rego. Closed at first.
class BuildOptionsForm final : public QWidget {
    Q_OBJECT
public:
    explicit BuildOptionsForm(QWidget *parent = nullptr);

    /// Opens and closes the form; stands where the form's owner puts it.
    [[nodiscard]] QPushButton *toggle() const { return m_toggle; }
    void fill(desk::BuildOptions &options) const;
    /// As for another folder: defaults, closed.
    void reset();

Q_SIGNALS:
    void changed();

private:
    void setOpen(bool open);

    QPushButton *m_toggle;
    QLineEdit *m_revision;
    QComboBox *m_rego;
};

} // namespace pd::ui
