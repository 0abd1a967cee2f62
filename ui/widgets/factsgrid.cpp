// SPDX-License-Identifier: GPL-3.0-or-later
#include "factsgrid.h"

#include "elidedlabel.h"
#include "painting.h"
#include "theme.h"

#include <QGridLayout>

namespace pd::ui {

FactsGrid::FactsGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(px(8));
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
}

void FactsGrid::setFacts(const QList<models::FactValue> &facts)
{
    if (m_facts == facts)
        return;
    m_facts = facts;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int widest = 0;
    for (int row = 0; row < facts.size(); ++row) {
        const models::FactValue &fact = facts[row];
        auto *label = new ElidedLabel(fact.label, Type::Body, Role::Text2, this);
        auto *value = new ElidedLabel(fact.value, fact.mono ? Type::MonoSmall : Type::Body, fact.mono ? Role::Text2 : Role::Text, this);
        value->setAccessibleName(tr("%1: %2").arg(fact.label, fact.value));
        if (!fact.toolTip.isEmpty())
            value->setWhole(fact.toolTip);
        if (fact.mono)
            value->setElide(Qt::ElideMiddle);
        widest = std::max(widest, textWidth(fact.label, ui::font(Type::Body)));
        m_grid->addWidget(label, row, 0);
        m_grid->addWidget(value, row, 1);
        m_grid->setRowMinimumHeight(row, px(24));
    }
    m_grid->setColumnMinimumWidth(0, widest <= px(80) ? px(88) : std::clamp(widest, px(104), px(128)));
}

} // namespace pd::ui
