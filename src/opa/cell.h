// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capabilities.h"
#include "core/completion.h"
#include "image.h"
#include "sandbox.h"
#include "server.h"
#include "socketclient.h"

#include <QPointer>
#include <QTemporaryDir>

#include <functional>

namespace pd::opa {

/// Policy `opa.restricted`, the subject being the functions.
[[nodiscard]] Error restrictedError(const QList<Diagnostic> &diagnostics);
[[nodiscard]] bool namesDangerous(const QList<Diagnostic> &diagnostics);

/// How OPA calls the files of the image. A value.
struct FileNames {
    QString folder; ///< Where the image lies for OPA, with a slash at its end.
    bool asBundle = false;

    /// The path in the image of what OPA calls a module or names in an error.
    [[nodiscard]] QString fileOf(QString path) const;
    /// Places and messages with such paths.
    [[nodiscard]] QList<Diagnostic> translate(QList<Diagnostic> diagnostics) const;
};

/// The private folder, the sandbox and the process of one `Server`: everything that touches the system. Engine thread; held until the
/// last Task of its Server has ended.
class Cell final {
public:
    /// Makes the folder, unpacks, finds out about isolation and checks the rules; starts nothing yet. Errors as `Server::start`.
    [[nodiscard]] static Task<Result<std::unique_ptr<Cell>>> make(
        ServerOptions options, Capabilities known, WorkerPool &pool, std::stop_token stop);

    /// Starts the server where none runs, and waits until it answers; who comes while it is starting waits for the same start. Internal
    /// `opa.serverStart`.
    [[nodiscard]] Task<Result<void>> ensureRunning(std::stop_token stop);
    /// Called, with its last words, when the process ends without `end`.
    void setOnEnded(std::function<void(const QString &)> ended) { m_ended = std::move(ended); }
    /// Ends the process now; the next `ensureRunning` starts another.
    void end();

    /// Without isolation: what `opa check` has against a module that is to be loaded or asked, first of all that it names one of
    /// `dangerousBuiltins`; functions of the image, which it cannot see, are none. Isolated: nothing, at once.
    [[nodiscard]] Task<Result<QList<Diagnostic>>> objections(QString module, std::stop_token stop);

    [[nodiscard]] FileNames fileNames() const { return {seen("image") + QLatin1Char('/'), m_image.asBundle}; }

    [[nodiscard]] const Isolation &isolation() const { return m_isolation; }
    [[nodiscard]] const QStringList &restricted() const { return m_restricted; }
    [[nodiscard]] const UnpackedImage &image() const { return m_image; }
    [[nodiscard]] std::shared_ptr<SocketClient> client() const { return m_client; }
    [[nodiscard]] qint64 processId() const { return m_child ? m_child->processId() : 0; }

private:
    explicit Cell(ServerOptions options);
    [[nodiscard]] Result<void> makeFolders();
    [[nodiscard]] ProcessSpec command(const QStringList &arguments) const;
    [[nodiscard]] Task<Result<QList<Diagnostic>>> check(QString capabilitiesName, QString what, std::stop_token stop);
    [[nodiscard]] Task<Result<void>> checkImage(Capabilities known, std::stop_token stop);
    [[nodiscard]] Task<Result<void>> startNow(std::stop_token stop);
    [[nodiscard]] Task<Result<void>> waitUntilReady(std::stop_token stop);
    /// Calls `m_ended` when `child`, which this cell owns, ends by itself.
    Task<void> tellWhenEnded(QPointer<ChildProcess> child);
    /// A folder's path as the process sees it.
    [[nodiscard]] QString seen(const char *folder) const;

    ServerOptions m_options;
    std::unique_ptr<QTemporaryDir> m_folder;
    Sandbox m_sandbox;
    Isolation m_isolation;
    QStringList m_restricted;
    UnpackedImage m_image;
    std::unique_ptr<ChildProcess> m_child;
    std::shared_ptr<SocketClient> m_client;
    std::function<void(const QString &)> m_ended;
    bool m_starting = false;
    QList<Resolver<Result<void>>> m_waiting; ///< For the start that is under way.
};

} // namespace pd::opa
