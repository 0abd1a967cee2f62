// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/thread.h"

#include <QStringList>

namespace pd::opa {
class Server;
}

namespace pd::desk {

/// The answer to a query.
struct TryReply {
    QByteArray result; ///< JSON: the value, or a list of bindings; empty where undefined.
    bool undefined = false;
    double milliseconds = 0;
};

/// A word that may come next.
struct TryCompletion {
    QString text;
    QString kind; ///< `data`, `rule`, `builtin`, `keyword`, `input`, `definition`
    QString help;
};

/// A REPL on an image, seen from the GUI thread; its OPA lives in the engine thread and dies with the last holder of this.
class TrySession final {
public:
    TrySession(Mailbox &engine, std::shared_ptr<opa::Server> server, QString reference, QString isolationProblem);
    ~TrySession();

    [[nodiscard]] QString reference() const { return m_reference; }
    /// Empty where OPA is kept away from network, files and environment; else why it is not, for the pane to say.
    [[nodiscard]] QString isolationProblem() const { return m_isolationProblem; }

    /// Errors: Policy with diagnostics (places in the query), Timeout.
    Task<Result<TryReply>> ask(QString query, QByteArray input, std::stop_token stop);
    /// A rule or import for later queries. Errors: Policy with diagnostics.
    Task<Result<void>> define(QString rule, std::stop_token stop);
    Task<Result<void>> forget(QString name, std::stop_token stop);
    Task<Result<QStringList>> definitions();
    /// What may stand in place of the word or path before `position`.
    Task<Result<QList<TryCompletion>>> complete(QString text, int position, QByteArray input);

private:
    Mailbox &m_engine;
    std::shared_ptr<opa::Server> m_server;
    QString m_reference;
    QString m_isolationProblem;
};

} // namespace pd::desk
