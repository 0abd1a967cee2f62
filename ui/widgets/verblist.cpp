// SPDX-License-Identifier: GPL-3.0-or-later
#include "verblist.h"

#include "controls.h"
#include "icons.h"
#include "models/keys.h"
#include "painting.h"
#include "theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace pd::ui {

namespace {

/// The ground reaches further out than the words, so that icon and words stand in line with what is above.
constexpr int Overhang = 8;

} // namespace

VerbButton::VerbButton(const models::ActionValue &verb, QWidget *parent)
    : QToolButton(parent)
    , m_verb(verb)
{
    setText(verb.label);
    setObjectName(verb.id + QStringLiteral("Button"));
    setAccessibleName(verb.label);
    setAccessibleDescription(verb.reason);
    setToolTip(verb.enabled ? verb.toolTip : verb.reason);
    setEnabled(verb.enabled);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize VerbButton::sizeHint() const
{
    return {px(120), px(28)};
}

void VerbButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect ground = rect();
    if (isDown())
        paintBox(&painter, ground, 6, Role::SelectionIdle, Role::None);
    else if (underMouse() && isEnabled())
        paintBox(&painter, ground, 6, Role::RowHover, Role::None);
    if (hasFocus() && keyboardInUse())
        paintRing(&painter, ground, 6);
    const bool danger = m_verb.rank == models::ActionRank::Danger;
    const Role words = !isEnabled() ? Role::Text3 : danger ? Role::Err : Role::Text;
    const Role symbol = !isEnabled() ? Role::Text3 : danger ? Role::Err : Role::Text2;
    const auto place = [&](int from, int size) { return isRightToLeft() ? width() - from - size : from; };
    const int side = px(16);
    const int lead = px(Overhang);
    paintIcon(&painter, QRect(place(lead, side), (height() - side) / 2, side, side), m_verb.icon, color(symbol), layoutDirection());
    const QFont face = ui::font(Type::Body);
    const QFont small = ui::font(Type::Small);
    const int baseline = baselineIn(rect(), face);
    const QString end = m_verb.enabled || m_verb.reason.isEmpty() ? models::keysText(m_verb.shortcut) : m_verb.reason;
    const int endWidth = textWidth(end, small);
    const int room = width() - 2 * lead - side - px(8) - (end.isEmpty() ? 0 : endWidth + px(8));
    const int used = std::min(room, textWidth(m_verb.label, face));
    paintText(&painter, place(lead + side + px(8), used), baseline, used, m_verb.label, face, color(words));
    paintText(&painter, place(width() - lead - endWidth, endWidth), baseline, endWidth, end, small, color(Role::Text2));
}

VerbList::VerbList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
}

void VerbList::setVerbs(const QList<models::ActionValue> &verbs)
{
    if (m_verbs == verbs)
        return;
    m_verbs = verbs;
    QList<models::ActionValue> ordered = verbs;
    std::ranges::stable_partition(ordered, [](const models::ActionValue &verb) { return verb.rank != models::ActionRank::Danger; });
    clearLayout(m_rows);
    for (const models::ActionValue &verb : ordered) {
        auto *button = new VerbButton(verb, this);
        connect(button, &VerbButton::clicked, this, [this, id = verb.id] { Q_EMIT triggered(id); });
        m_rows->addWidget(button);
    }
}

} // namespace pd::ui
