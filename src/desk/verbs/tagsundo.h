// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/receipt.h"

#include <optional>

namespace pd::desk {

/// Where moved tags of a registry pointed before: `tags:HOST/REPOSITORY NOW TAG=BEFORE …`. For `Receipt::undo`.
struct TagsUndo {
    QString repository; ///< `host/repository`
    QString now; ///< The digest that the tags point to since.
    QList<MovedTag> moved;
    [[nodiscard]] QString toString() const;
    /// Nothing for an undo of another kind, or one that holds anything but tags and digests.
    [[nodiscard]] static std::optional<TagsUndo> parse(const QString &undo);
    friend bool operator==(const TagsUndo &, const TagsUndo &) = default;
};

} // namespace pd::desk
