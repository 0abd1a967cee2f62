// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailbox.h"

#include <QCoreApplication>
#include <QEvent>

namespace pd {

namespace {
thread_local Mailbox *t_current = nullptr;
const auto LettersWaiting = static_cast<QEvent::Type>(QEvent::registerEventType());
} // namespace

Mailbox::Mailbox()
{
    Q_ASSERT(!t_current);
    t_current = this;
}

Mailbox::~Mailbox()
{
    Q_ASSERT(t_current == this);
    t_current = nullptr;
    std::deque<Letter> dropped;
    {
        const std::scoped_lock lock(m_mutex);
        dropped.swap(m_letters);
        m_posted = true; // a letter that a dropped one still posts must not schedule an event for a dying object
    }
}

void Mailbox::post(Letter letter)
{
    bool wake = false;
    {
        const std::scoped_lock lock(m_mutex);
        m_letters.push_back(std::move(letter));
        wake = !std::exchange(m_posted, true);
    }
    if (wake)
        QCoreApplication::postEvent(this, new QEvent(LettersWaiting));
}

Mailbox *Mailbox::current()
{
    return t_current;
}

void Mailbox::customEvent(QEvent *event)
{
    if (event->type() != LettersWaiting)
        return;
    std::deque<Letter> letters;
    {
        const std::scoped_lock lock(m_mutex);
        letters.swap(m_letters);
        m_posted = false;
    }
    for (Letter &letter : letters) {
        letter();
        letter = nullptr;
    }
}

} // namespace pd

#include "moc_mailbox.cpp"
