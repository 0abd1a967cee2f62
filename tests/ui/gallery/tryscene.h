// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pd::ui {
class TryPane;
}

namespace pd::gallery {

/// *Try* with an answer, with a mistake in the query, with a definition looked up.
enum class TrySample { Answer, Mistake, Source, Undefined, Ended };
[[nodiscard]] ui::TryPane *tryPane(TrySample sample);

} // namespace pd::gallery
