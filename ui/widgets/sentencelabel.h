// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sentence.h"
#include "type.h"

#include <QLabel>

class QTextLayout;

namespace pd::ui {

/// The live sentence: what an act will do, with bold and monospaced parts, wrapped, line height 128 %. Announced to screen readers when it
/// changes.
class SentenceLabel final : public QLabel {
    Q_OBJECT
public:
    explicit SentenceLabel(QWidget *parent = nullptr, Type type = Type::Sentence);

    void setSentence(const models::Sentence &sentence);
    [[nodiscard]] const models::Sentence &sentence() const { return m_sentence; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int layOut(QTextLayout &layout, int width) const;

    models::Sentence m_sentence;
    Type m_type;
};

} // namespace pd::ui
