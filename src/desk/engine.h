// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paths.h"
#include "core/thread.h"
#include "core/workerpool.h"
#include "desk/requests.h"
#include "opa/program.h"

#include <QSet>

namespace pd::desk {

struct Services;

/// What the program was told at its start. A value.
struct EngineOptions {
    Paths paths = Paths::forThisUser();
    QString store; ///< `--store`; empty: the Policy CLI's.
    QString defaultRegistry; ///< `--default-registry`; empty: the store's.
    QStringList caFiles; ///< `--ca`, besides the Policy CLI's own.
    QSet<QString> plainHttp; ///< Hosts that speak http; `*` for all (`--plain-http`).
    QMap<QString, QString>
        githubApi; ///< `--github-api HOST=URL`: where the API of a registry is; ghcr.io's is https://api.github.com by itself.
    QString opaPath; ///< From the settings.
    QString programFolder; ///< Where our own program lies: an OPA beside it comes before PATH.
    QStringList namedHosts; ///< Hosts that the command line names; see `secrets::environmentHost`.
    bool mayPrompt = true; ///< Whether the keychain may ask the user.
    std::function<void(const QString &line)> trace; ///< A line a request, secrets cut out; may be empty.
};

/// Where an engine with these options looks for OPA.
[[nodiscard]] opa::OpaSearch opaSearch(const EngineOptions &options);

/// Makes, owns and wires every service. Lives in one thread with a mailbox, the engine's (for `policydeskctl` the only one); `pool`, and
/// the GUI's mailbox, where keychain jobs run, outlive it.
class Engine final {
public:
    /// Blocks for the few small files that decide what is made (the Policy CLI's settings): call it in the engine thread. Errors: InvalidInput
    /// `github.apiOption`; those of `store::Config` and `store::Store::open`.
    [[nodiscard]] static Result<std::unique_ptr<Engine>> make(EngineOptions options, Mailbox &gui, WorkerPool &pool);
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    /// What verbs are made of. Engine thread.
    [[nodiscard]] Services &services() { return *m_services; }
    /// Ends `engine` in its thread, whose mailbox is `there`, once what was asked to stop has come to its end. Where something still waits after 2 s
    /// the engine is left to the end of the process. The last thing that is done with an engine.
    static Task<void> end(Mailbox &there, std::unique_ptr<Engine> &engine);
    /// HTTP requests on the wire so far.
    [[nodiscard]] qint64 requestCount() const;

private:
    struct Private;
    explicit Engine(std::unique_ptr<Private> parts);
    bool settle();
    std::unique_ptr<Private> d;
    std::unique_ptr<Services> m_services;
};

} // namespace pd::desk
