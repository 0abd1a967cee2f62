// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "completer.h"
#include "sandbox.h"
#include "sources.h"

#include "core/workerpool.h"

#include <QJsonArray>
#include <QJsonObject>

#include <memory>
#include <optional>

namespace pd::opa {

struct ServerOptions {
    OpaProgram opa;
    QString bundle; ///< A bundle tarball that nobody vouches for.
    QString runtimeFolder; ///< Where its private folder is made; empty, or too long for a socket's name: the temporary folder.
    /// Where the system cannot isolate: refuse (`opa.notIsolated`), or go on with nothing but the capabilities check in between.
    bool withoutIsolation = false;
    QString bwrap; ///< Empty: from PATH.
    std::chrono::milliseconds queryDeadline{10'000};
};

struct Query {
    enum class Explain { Off, Notes, Full };
    QString text;
    QByteArray input; ///< JSON; empty for none.
    bool metrics = false;
    Explain explain = Explain::Off;
};

/// What a query gave. `value` is that of the expression where the query is one; `bindings` has the variables of each answer.
struct QueryReply {
    QByteArray json; ///< OPA's `result`, indented; empty where it is undefined.
    std::optional<QJsonValue> value;
    QList<QJsonObject> bindings;
    QJsonObject metrics;
    QJsonArray explanation;
    [[nodiscard]] bool isUndefined() const { return !value && bindings.isEmpty(); }
};

/// One thing that was typed and stays: a rule, or an import.
struct Definition {
    QString name; ///< Of its first rule; empty for an import.
    QString text;
    friend bool operator==(const Definition &, const Definition &) = default;
};

/// Whether a text typed in place of a query is something to keep: an import, a rule, or a single `name := value`.
[[nodiscard]] bool isDefinition(const QString &text);

/// A long-lived `opa run --server` on one untrusted image, for *Try*: in a cell of its own (see `Sandbox`), reached by a unix socket in a
/// private folder. It starts again by itself, definitions included, after it crashed or a query was ended.
///
/// Lives in the engine thread. May go while Tasks run: they end with "cancelled".
class Server final {
public:
    /// Unpacks, checks and starts. `pool` must outlive what comes of it.
    ///
    /// Errors: Unsupported `opa.notIsolated` (detail says why); those of `archive` for a hostile bundle; Policy (`policy.*`) with places where the
    /// rules do not compile with this OPA; Policy `opa.restricted` where rules use `dangerousBuiltins` and there is no isolation;
    /// Internal `opa.serverStart`; those of `runProcess`.
    [[nodiscard]] static Task<Result<std::unique_ptr<Server>>> start(ServerOptions options, WorkerPool &pool, std::stop_token stop);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    [[nodiscard]] QVersionNumber version() const;
    [[nodiscard]] Isolation isolation() const;
    /// Those of `dangerousBuiltins` that the image's rules call; inside the cell they reach nothing.
    [[nodiscard]] QStringList restricted() const;

    /// Names of definitions stand for themselves. Errors: Policy (`policy.*`) with places in the typed text, or, where a rule fails while it is
    /// evaluated, in a file of the image; Network `opa.gone` (it ended meanwhile); Timeout `opa.deadline` (it was
    /// ended, and the server with it); InvalidInput `opa.input` (`input` is no JSON); Protocol `opa.tooMuch`; Cancelled.
    [[nodiscard]] Task<Result<QueryReply>> query(Query query, std::stop_token stop);

    /// Adds rules to package `repl`. `name := value` replaces an earlier one of that name; other rules add up. Errors as `query`, and
    /// Unsupported `opa.ownedRoots` where the image does not leave room for them.
    [[nodiscard]] Task<Result<void>> define(QString rules, std::stop_token stop);
    /// Takes all that is called `name` away. NotFound `opa.noDefinition`.
    [[nodiscard]] Task<Result<void>> undefine(QString name, std::stop_token stop);
    [[nodiscard]] QList<Definition> definitions() const;

    /// The modules, typed definitions as `repl.rego` among them. Empty for an image whose modules are too large to be listed.
    [[nodiscard]] const Sources &sources() const;

    /// Starts it where it does not run, definitions included; a query does the same by itself. Internal `opa.serverStart`.
    [[nodiscard]] Task<Result<void>> wake(std::stop_token stop);
    /// Ends when the process next ends by itself, with its last words (plain text, may be empty); Cancelled when this goes first. A query that
    /// was stopped ends the process too, and is not meant.
    [[nodiscard]] Task<Result<QString>> ended();

    /// What begins with `prefix`. At once; never asks the server.
    [[nodiscard]] QList<Suggestion> complete(const QString &prefix, const QByteArray &input = {}) const;

    /// The process that serves now, 0 where it has ended: for tests and for *Activity*.
    [[nodiscard]] qint64 processId() const;

private:
    struct State;
    explicit Server(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

} // namespace pd::opa
