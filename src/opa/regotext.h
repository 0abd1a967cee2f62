// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pd::opa {

/// Rego's text as far as one has to know it without its grammar: the index after the string, raw string or comment that begins at `at` (0 to size − 1);
/// `at` itself where none does. One that is not closed ends with the text.
[[nodiscard]] qsizetype skipOpaque(const QString &text, qsizetype at);

} // namespace pd::opa
