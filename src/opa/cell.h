// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capabilities.h"
#include "image.h"
#include "sandbox.h"
#include "server.h"
#include "socketclient.h"

#include <QTemporaryDir>

namespace pd::opa {

/// Policy `opa.restricted`, the subject being the functions.
[[nodiscard]] Error restrictedError(const QList<Diagnostic> &diagnostics);
[[nodiscard]] bool namesDangerous(const QList<Diagnostic> &diagnostics);

/// The private folder, the sandbox and the process of one `Server`: everything that touches the system. Engine thread; held until the
/// last Task of its Server has ended.
class Cell final {
public:
    /// Makes the folder, unpacks, finds out about isolation and checks the rules; starts nothing yet. Errors as `Server::start`.
    [[nodiscard]] static Task<Result<std::unique_ptr<Cell>>> make(
        ServerOptions options, Capabilities known, WorkerPool &pool, std::stop_token stop);

    /// Starts the server where none runs, and waits until it answers. Internal `opa.serverStart`.
    [[nodiscard]] Task<Result<void>> ensureRunning(std::stop_token stop);
    /// Ends the process now; the next `ensureRunning` starts another.
    void end();

    /// Without isolation: what `opa check` has against a module that is to be loaded or asked, first of all that it names one of
    /// `dangerousBuiltins`; functions of the image, which it cannot see, are none. Isolated: nothing, at once.
    [[nodiscard]] Task<Result<QList<Diagnostic>>> objections(QString module, std::stop_token stop);

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
    [[nodiscard]] Task<Result<void>> waitUntilReady(std::stop_token stop);
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
};

} // namespace pd::opa
