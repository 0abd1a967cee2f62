// SPDX-License-Identifier: GPL-3.0-or-later
// The product's keychain in a process of its own, for tests that give it a session bus of their own:
//   keychainprobe [--nobody] state | read KEY | write KEY (the secret on standard input) | remove KEY | hold KEY
// Prints one line: the state, the secret, "none", "done", or the cause of the error. `hold` reads the secret and stays until standard input ends.
#include "core/thread.h"
#include "secrets/keychain.h"

#include <QCoreApplication>

#include <cstdio>
#include <iostream>
#include <string>

namespace {

using namespace pd;
using namespace pd::secrets;

QByteArray readInput()
{
    std::string line;
    std::getline(std::cin, line);
    return QByteArray::fromStdString(line);
}

QByteArray word(Keychain::State state)
{
    switch (state) {
    case Keychain::State::Absent: return QByteArrayLiteral("absent");
    case Keychain::State::Locked: return QByteArrayLiteral("locked");
    case Keychain::State::Open: return QByteArrayLiteral("open");
    }
    return {};
}

Task<Result<QByteArray>> act(const Keychain *keychain, QString verb, QString key, Ask ask)
{
    if (verb == QLatin1StringView("state")) {
        CO_TRY(const Keychain::State state, co_await keychain->state({}));
        co_return word(state);
    }
    if (verb == QLatin1StringView("write")) {
        CO_TRY(co_await keychain->write(key, Secret(readInput()), ask, {}));
        co_return QByteArrayLiteral("done");
    }
    if (verb == QLatin1StringView("remove")) {
        CO_TRY(co_await keychain->remove(key, ask, {}));
        co_return QByteArrayLiteral("done");
    }
    CO_TRY(const auto secret, co_await keychain->read(key, ask, {}));
    if (verb == QLatin1StringView("hold")) {
        std::puts(secret ? "held" : "none");
        std::fflush(stdout);
        readInput();
        co_return QByteArrayLiteral("done");
    }
    co_return secret ? QByteArray(secret->expose()) : QByteArrayLiteral("none");
}

Task<void> actAndQuit(Mailbox *engine, const Keychain *keychain, QString verb, QString key, Ask ask)
{
    const Result<QByteArray> done = co_await callIn(*engine, [keychain, verb, key, ask] { return act(keychain, verb, key, ask); });
    std::puts(done ? done->constData() : done.error().cause.toUtf8().constData());
    if (!done)
        std::fprintf(stderr, "%s\n", done.error().detail.toUtf8().constData());
    std::fflush(stdout);
    QCoreApplication::exit(done ? 0 : 1);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const Ask ask = arguments.removeAll(QStringLiteral("--nobody")) > 0 ? Ask::Nobody : Ask::User;
    Mailbox gui;
    const EventThread engine(QStringLiteral("engine"));
    const Keychain keychain(gui);
    auto running = actAndQuit(&engine.mailbox(), &keychain, arguments.value(0), arguments.value(1), ask);
    return QCoreApplication::exec();
}
