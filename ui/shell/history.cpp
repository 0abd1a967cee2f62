// SPDX-License-Identifier: GPL-3.0-or-later
#include "history.h"

namespace pd::ui {

namespace {

constexpr qsizetype Kept = 100;

} // namespace

void History::visit(const QString &place)
{
    if (place.isEmpty() || place == current())
        return;
    m_places.resize(m_at + 1);
    m_places.append(place);
    if (m_places.size() > Kept)
        m_places.removeFirst();
    m_at = m_places.size() - 1;
    Q_EMIT changed();
}

void History::back()
{
    if (canGoBack())
        go(m_at - 1);
}

void History::forward()
{
    if (canGoForward())
        go(m_at + 1);
}

void History::go(qsizetype to)
{
    m_at = to;
    Q_EMIT changed();
    Q_EMIT requested(m_places.at(to));
}

void History::forget(const QString &place)
{
    const QString here = current();
    QStringList left;
    qsizetype at = -1;
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        if (m_places[i] != place && (left.isEmpty() || left.last() != m_places[i]))
            left.append(m_places[i]);
        if (i <= m_at)
            at = left.size() - 1;
    }
    m_places = left;
    m_at = at;
    if (here == place && m_at < 0 && !m_places.isEmpty())
        m_at = 0;
    Q_EMIT changed();
}

QString History::current() const
{
    return m_at >= 0 && m_at < m_places.size() ? m_places.at(m_at) : QString();
}

} // namespace pd::ui
