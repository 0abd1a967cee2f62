// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread.h"

#include <QEventLoop>

#include <pthread.h>

#include <future>

namespace pd {

EventThread::EventThread(const QString &name)
{
    std::promise<Mailbox *> ready;
    auto isReady = ready.get_future();
    m_thread = std::thread([ready = std::move(ready), title = name.toUtf8().left(15)]() mutable {
        pthread_setname_np(pthread_self(), title.constData());
        QEventLoop loop;
        Mailbox mailbox;
        QObject::connect(&mailbox, &QObject::objectNameChanged, &loop, &QEventLoop::quit);
        ready.set_value(&mailbox);
        loop.exec();
    });
    m_mailbox = isReady.get();
}

EventThread::~EventThread()
{
    // The name is set inside the thread; its change is the signal to quit, so that nothing but a letter crosses.
    Mailbox *mailbox = m_mailbox;
    mailbox->post([mailbox] { mailbox->setObjectName(QStringLiteral("quit")); });
    m_thread.join();
}

} // namespace pd
