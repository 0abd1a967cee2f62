// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette.h"

#include <QFrame>

namespace pd::ui {

/// A ground with a border and round corners (8 px) for what belongs together. Lay widgets out in it as in any QWidget.
class Card final : public QFrame {
    Q_OBJECT
public:
    enum class Kind {
        Raised,
        Sentence, ///< the live sentence
        Command, ///< a command line
        Reply, ///< a raw reply, on any ground
        Error,
        Promise, ///< green: what can be undone
    };
    explicit Card(Kind kind = Kind::Raised, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
};

} // namespace pd::ui
