// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sentence.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace pd::ui {

class FormGrid;
class SentenceLabel;

/// The frame of every dialog that asks for something: a heading, rows of label and control, the live sentence, *Cancel* and the one filled
/// button. Enter presses that button, Escape cancels; a second press while the first is being answered does nothing. Labels wrap rather than cut.
class FormDialog : public QDialog {
    Q_OBJECT
public:
    FormDialog(const QString &id, const QString &title, const QString &act, QWidget *parent);

protected:
    /// See FormGrid.
    void addRow(const QString &label, QWidget *control);
    void addControl(QWidget *control);
    /// Under the rows, over the whole width.
    void addWide(QWidget *widget);
    void setSentence(const models::Sentence &sentence);
    [[nodiscard]] QPushButton *acceptButton() const { return m_accept; }
    /// *Accept* was pressed: tell the request, and the dialog closes. False: something has to be mended first, and it stays open.
    [[nodiscard]] virtual bool act() = 0;

private:
    FormGrid *m_grid;
    QVBoxLayout *m_wide;
    SentenceLabel *m_sentence;
    QPushButton *m_accept;
    bool m_acted = false;
};

} // namespace pd::ui
