// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process.h"
#include "opa/program.h"
#include "support/await.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace pd::test {

/// The real OPA, from PATH. A test that needs it fails without it.
inline Result<opa::OpaProgram> realOpa()
{
    return await(opa::find(opa::OpaSearch(), {}));
}

/// Writes a file and the folders above it.
inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Runs a program of the system to its end; its exit code, −1 where it did not run. What it printed goes to `out`.
inline int run(const QString &program, const QStringList &arguments, const QString &folder, QByteArray *out = nullptr)
{
    ProcessSpec spec;
    spec.program = findProgram(program);
    spec.arguments = arguments;
    spec.workingFolder = folder;
    const auto result = await(runProcess(spec, {}));
    if (out && result)
        *out = result->out + result->err;
    return result ? result->exitCode : -1;
}

} // namespace pd::test
