// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner.h"

#include "core/watchdog.h"

#include <QApplication>

#include <cstdio>

namespace {

void complain(const pd::SlowEvent &slow)
{
    pd::test::addFailure(QStringLiteral("the window's thread did not answer: %1 in %2 took %3 ms CPU, %4 ms in all")
            .arg(slow.event, slow.receiver)
            .arg(slow.cpu.count() / 1000)
            .arg(slow.wall.count() / 1000));
}

/// Fails the class when an event takes the window's thread for too long. Sanitizers multiply times: under them nothing is judged.
class WatchedApplication final : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
#ifdef PD_SANITIZED
        return QApplication::notify(receiver, event);
#else
        return m_watchdog.watch(receiver, event, [&] { return QApplication::notify(receiver, event); });
#endif
    }

private:
    pd::Watchdog m_watchdog{{}, complain, pd::Watchdog::Stacks::Print};
};

} // namespace

int main(int argc, char **argv)
{
    return pd::test::run(argc, argv, [](int &count, char **arguments) -> std::unique_ptr<QCoreApplication> {
        return std::make_unique<WatchedApplication>(count, arguments);
    });
}
