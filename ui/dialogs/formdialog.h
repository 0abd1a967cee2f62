// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sentence.h"

#include <QDialog>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace pd::ui {

class SentenceLabel;

/// The frame of every dialog that asks for something: a heading, rows of label and control, the live sentence, *Cancel* and the one filled
/// button. Enter presses that button, Escape cancels; a second press while the first is being answered does nothing. Labels wrap rather than cut.
class FormDialog : public QDialog {
    Q_OBJECT
public:
    FormDialog(const QString &id, const QString &title, const QString &act, QWidget *parent);

protected:
    /// A row; the label is the buddy of the control and names it where it has no name yet.
    void addRow(const QString &label, QWidget *control);
    /// A control alone, on the controls' edge.
    void addControl(QWidget *control);
    /// Under the rows, over the whole width.
    void addWide(QWidget *widget);
    void setSentence(const models::Sentence &sentence);
    [[nodiscard]] QPushButton *acceptButton() const { return m_accept; }
    /// *Accept* was pressed: tell the request, and the dialog closes. False: something has to be mended first, and it stays open.
    [[nodiscard]] virtual bool act() = 0;

private:
    QGridLayout *m_grid;
    QVBoxLayout *m_wide;
    SentenceLabel *m_sentence;
    QPushButton *m_accept;
    int m_row = 0;
    bool m_acted = false;
};

} // namespace pd::ui
