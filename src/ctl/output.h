// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "desk/receipt.h"
#include "desk/rows.h"

#include <QJsonArray>
#include <QJsonObject>

namespace pd::ctl {

/// What a command has to say: a document for `--json`, and the same as text for people.
struct Answer {
    QJsonValue json;
    QString text; ///< With its line breaks; empty prints nothing.
};

/// How the program ends.
enum class Exit { Done = 0, Failed = 1, Usage = 2, Cancelled = 130 };
[[nodiscard]] Exit exitFor(const Error &error);

/// `{"error":{"kind","message","advice","http","registry":[{"code","message"}],"places":[…]}}`
[[nodiscard]] QJsonObject errorJson(const Error &error);
/// For people: what happened, why, what to do, and places.
[[nodiscard]] QString errorText(const Error &error);

[[nodiscard]] Answer imagesAnswer(const QList<desk::LocalImage> &images);
/// `[{"reference","digest","bytes","requests","seconds"}]`
[[nodiscard]] Answer transfersAnswer(const QList<desk::Receipt> &receipts);
/// `[{"host","repository"}]`, and on GitHub `"visibility","versions","updated","source","url"`
[[nodiscard]] Answer packagesAnswer(const QList<desk::RemotePackage> &packages);
[[nodiscard]] Answer receiptAnswer(const desk::Receipt &receipt);

/// Columns, each as wide as its widest cell; two spaces between. Untrusted text: control characters are taken out.
[[nodiscard]] QString table(const QStringList &header, const QList<QStringList> &rows);

/// Writes the document, or the text, to standard output. False where it could not be written (a closed pipe, a full disk).
[[nodiscard]] bool print(const Answer &answer, bool json);
void printError(const Error &error, bool json);

} // namespace pd::ctl
