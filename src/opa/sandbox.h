// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process.h"
#include "program.h"

namespace pd::opa {

/// Whether what we run of an untrusted image is kept away from this computer.
struct Isolation {
    enum class Level {
        None, ///< It runs as this user, with this user's network: only the capabilities check stands in between.
        Full, ///< Namespaces of its own: no network, no files but the image, no environment, no other process.
    };
    Level level = Level::None;
    QString why; ///< For None: what refused, in the system's words; `bwrap` where the program is missing.
    friend bool operator==(const Isolation &, const Isolation &) = default;
};

/// A cell for OPA, made with bubblewrap. What is inside sees: the program as `/opa`, `visible` folders read-only, one writable folder for the
/// socket, nothing else; no network interface but a loopback of its own, no environment, no other process. A value.
class Sandbox {
public:
    /// `bwrap` is the program; empty: from PATH.
    explicit Sandbox(OpaProgram opa, QString bwrap = {});

    /// Shows a folder of ours read-only under `inside` ("/bundle"). Absolute paths.
    void show(const QString &folder, const QString &inside);
    /// The one folder that may be written to.
    void share(const QString &folder, const QString &inside);

    /// What starts `opa` with these arguments inside. Address space, file sizes are limited.
    [[nodiscard]] ProcessSpec command(const QStringList &opaArguments) const;
    /// The same program without a cell, with the same limits and an empty environment.
    [[nodiscard]] ProcessSpec bareCommand(const QStringList &opaArguments) const;

    /// Runs `opa version` inside: Full when that works.
    [[nodiscard]] Task<Result<Isolation>> probe(std::stop_token stop) const;

private:
    [[nodiscard]] ProcessSpec limited() const;
    [[nodiscard]] static Task<Result<Isolation>> probeWith(ProcessSpec spec, bool haveBwrap, std::stop_token stop);

    OpaProgram m_opa;
    QString m_bwrap;
    QList<std::pair<QString, QString>> m_visible;
    QList<std::pair<QString, QString>> m_shared;
};

/// True for an ELF program that asks for a dynamic loader: its libraries must be shown to it.
[[nodiscard]] bool needsLoader(const QString &program);

} // namespace pd::opa
