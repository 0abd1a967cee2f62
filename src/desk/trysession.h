// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/thread.h"
#include "core/workerpool.h"

#include <QJsonValue>
#include <QStringList>

namespace pd::opa {
class Server;
}

namespace pd::desk {

/// What a session runs on.
struct TryFacts {
    QString name; ///< The reference, or the folder.
    QString opaVersion;
    /// Empty where OPA is kept away from network, files and environment; else why it is not, in the system's words (`bwrap`: that program is
    /// missing), for the pane to say. Without it, queries and rules that name such functions are refused.
    QString isolationProblem;
    QStringList restricted; ///< Functions that reach out and that rules of the image call; inside they reach nothing.
};

/// The answer to a query.
struct TryReply {
    QJsonValue value; ///< The value; a list of objects with the variables of each answer where `bindings`; undefined where `undefined`.
    QString text; ///< The same as indented JSON.
    bool undefined = false;
    bool bindings = false;
    double milliseconds = 0;
};

/// A word that may come next.
struct TryCompletion {
    QString text;
    QString kind; ///< `data`, `rule`, `function`, `package`, `builtin`, `keyword`, `input`, `definition`
    QString help;
    friend bool operator==(const TryCompletion &, const TryCompletion &) = default;
};

/// Something that was typed and stays. `name` is empty for an import.
struct TryDefinition {
    QString name;
    QString text;
    friend bool operator==(const TryDefinition &, const TryDefinition &) = default;
};

/// A file of the image, and where in it to look.
struct TrySource {
    QString file;
    QString text;
    QString name; ///< What was looked up, whole: `data.app.rbac.allow`.
    QList<int> rows; ///< 1-based; of this file, in order.
    int elsewhere = 0; ///< Places in other files.
};

/// A REPL on an image, seen from the GUI thread; its OPA lives in the engine thread and dies with the last holder of this.
class TrySession final {
public:
    TrySession(Mailbox &engine, WorkerPool &pool, std::shared_ptr<opa::Server> server, TryFacts facts);
    ~TrySession();

    [[nodiscard]] const TryFacts &facts() const { return m_facts; }

    /// Errors: those of `opa::Server::query`: Policy with diagnostics (places in the query, or in a file of the image), InvalidInput `opa.input`,
    /// Timeout `opa.deadline`, Network `opa.gone`. Stopped, OPA is ended, and starts again with the next query.
    Task<Result<TryReply>> ask(QString query, QByteArray input, std::stop_token stop);
    /// A rule or import for later queries. Errors: Policy with diagnostics, Unsupported `opa.ownedRoots`.
    Task<Result<void>> define(QString rule, std::stop_token stop);
    /// `name`, or the whole text of an import.
    Task<Result<void>> forget(QString name, std::stop_token stop);
    Task<Result<QList<TryDefinition>>> definitions();
    /// What may stand in place of the word or path before `position`, see `tryWordBefore`.
    Task<Result<QList<TryCompletion>>> complete(QString text, int position, QByteArray input);
    /// Where the rule or package that `position` touches is defined; `from` is the file in which `text` stands, empty for the query. NotFound
    /// `opa.noRule` (subject: the word), InvalidInput `opa.noWord` where there is none.
    Task<Result<TrySource>> definitionAt(QString text, int position, QString from);
    /// A file of the image by its path. NotFound `opa.noFile`.
    Task<Result<TrySource>> file(QString path, int row);

    /// Ends when OPA next ends by itself: with its last words. Cancelled when the session goes first.
    Task<Result<QString>> ended();
    /// Starts it again, definitions included. Internal `opa.serverStart`.
    Task<Result<void>> startAgain(std::stop_token stop);

private:
    Mailbox &m_engine;
    WorkerPool &m_pool;
    std::shared_ptr<opa::Server> m_server;
    TryFacts m_facts;
};

/// Whether what was typed is to be kept (`TrySession::define`) instead of asked.
[[nodiscard]] bool isTryDefinition(const QString &text);
/// The word or path before `position`: what a completion replaces.
[[nodiscard]] QString tryWordBefore(const QString &text, qsizetype position);

} // namespace pd::desk
