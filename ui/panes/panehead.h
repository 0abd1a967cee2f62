// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLineEdit;

namespace pd::ui {

class ElidedLabel;

/// The head of a page without tabs, 48 px: title, quiet words beside it on the same baseline, buttons at the end. Both texts end in dots where
/// there is no room, the words first.
class PaneHead final : public QWidget {
    Q_OBJECT
public:
    explicit PaneHead(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setWords(const QString &words);
    /// At the end of the row, after those that are there; owned by the head from now on.
    void addButton(QWidget *button);

private:
    ElidedLabel *m_title;
    ElidedLabel *m_words;
    QHBoxLayout *m_row;
};

/// Makes a field as wide as its placeholder needs in any language, and no narrower than `least` (pixels of the drawing).
void fitField(QLineEdit *field, int least);

} // namespace pd::ui
