// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/actions.h"

#include <QWidget>

class QGridLayout;

namespace pd::ui {

/// Labels and values in rows of 24 px; the label column takes what it needs between 88 and 128 px. Values elide, with the whole in the tool
/// tip; their text can be had by a screen reader as "label: value".
class FactsGrid final : public QWidget {
    Q_OBJECT
public:
    explicit FactsGrid(QWidget *parent = nullptr);
    void setFacts(const QList<models::FactValue> &facts);
    [[nodiscard]] const QList<models::FactValue> &facts() const { return m_facts; }

private:
    QGridLayout *m_grid;
    QList<models::FactValue> m_facts;
};

} // namespace pd::ui
