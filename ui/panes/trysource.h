// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/trysession.h"

#include <QWidget>

class QToolButton;

namespace pd::ui {

class CodeView;
class ElidedLabel;

/// A file of the image to read, at the rule that was asked for.
class TrySource final : public QWidget {
    Q_OBJECT
public:
    explicit TrySource(QWidget *parent = nullptr);

    void setSource(const desk::TrySource &source);
    [[nodiscard]] QString file() const { return m_source.file; }
    void focusView();

Q_SIGNALS:
    /// F12 or Ctrl+click in the file.
    void definitionWanted(const QString &text, int position, const QString &file);
    void closeRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void step(int by);

    desk::TrySource m_source;
    qsizetype m_at = 0;
    ElidedLabel *m_file;
    ElidedLabel *m_words;
    QToolButton *m_previous;
    QToolButton *m_next;
    CodeView *m_view;
};

} // namespace pd::ui
