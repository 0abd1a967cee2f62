// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QVersionNumber>

#include <optional>

namespace pd::opa {

/// What OPA's commands print, parsed. All of it may come from an image that we do not trust: text is cut at 4 KiB a message,
/// lists at 1,000 entries, control characters are dropped. Unknown fields are passed over. Any thread.

/// The errors of `check`, `eval` and the REST API (JSON), or of `build` and `test` (plain text, also behind "error: load error: bundle .:").
/// Never empty for text that is not: what has no place becomes one entry without a file. `file` is as OPA named it, without a leading "./".
[[nodiscard]] QList<Diagnostic> parseErrors(const QByteArray &output);

/// An Error of kind Policy with these diagnostics; blame is the author's (You). `cause`:
/// `policy.builtin` where all that is wrong are functions that OPA does not know, `policy.parse`, `policy.type`, else `policy.refused`.
/// `detail` is the raw text, at most 16 KiB.
[[nodiscard]] Error policyError(QList<Diagnostic> diagnostics, const QString &subject, const QByteArray &raw = {});

/// The names in "undefined function NAME" of these diagnostics, each once, sorted.
[[nodiscard]] QStringList undefinedFunctions(const QList<Diagnostic> &diagnostics);

/// The first "Version: 1.2.3" of `opa version`; null where there is none. A suffix ("-dev") is passed over.
[[nodiscard]] QVersionNumber parseVersion(const QByteArray &output);

/// One test of `opa test --format json`.
struct TestCase {
    QString package; ///< `data.app.rbac_test`
    QString name;
    QString file;
    int row = 0;
    qint64 nanoseconds = 0;
    enum class Outcome { Passed, Failed, Errored, Skipped } outcome = Outcome::Passed;
    QString output; ///< What it printed, at most 64 KiB.
    friend bool operator==(const TestCase &, const TestCase &) = default;
};

/// Protocol `opa.output` where it is no such report.
[[nodiscard]] Result<QList<TestCase>> parseTests(const QByteArray &output);

/// What `opa eval --format json` says: the values of the expressions of each result; no results means undefined.
struct Evaluation {
    QList<QList<QJsonValue>> results;
    [[nodiscard]] bool isUndefined() const { return results.isEmpty(); }
};

/// Policy where OPA lists errors, Protocol `opa.output` where it is no such document.
[[nodiscard]] Result<Evaluation> parseEvaluation(const QByteArray &output);

/// `text` fit to be shown: control and bidirectional characters dropped (line breaks and tabs stay), cut at `most` characters.
[[nodiscard]] QString plainText(const QString &text, qsizetype most = 4096);

} // namespace pd::opa
