// SPDX-License-Identifier: GPL-3.0-or-later
#include "navigation.h"

#include <algorithm>
#include <tuple>

namespace pd::models {

bool operator==(const TreeNode &a, const TreeNode &b)
{
    const auto own = [](const TreeNode &node) {
        return std::tie(
            node.id, node.label, node.icon, node.trailing, node.stateIcon, node.stateTone, node.toolTip, node.more, node.expandable);
    };
    return own(a) == own(b) && std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end());
}

} // namespace pd::models
