// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;

namespace pd::ui {

/// *About Policy Desk*: what it is, its version, the OPA that it drives, and what it is made of, under which licences.
class AboutDialog final : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *parent);

    /// The version of the OPA in use, or why there is none; comes later, since a program has to be asked.
    void setOpa(const QString &words);

Q_SIGNALS:
    /// For the clipboard: versions, for a report of a fault.
    void copyRequested(const QString &text, const QString &what);

private:
    [[nodiscard]] QString versions() const;

    QLabel *m_opa;
    QString m_opaWords;
};

} // namespace pd::ui
