// SPDX-License-Identifier: GPL-3.0-or-later
#include "newesttag.h"

#include "oci/semver.h"

#include <algorithm>

namespace pd::models {

QString newestTag(const QList<desk::RemoteTag> &tags)
{
    QStringList names;
    for (const desk::RemoteTag &tag : tags)
        names.append(tag.tag);
    if (const auto highest = oci::SemVer::highest(names))
        return highest->toString();
    const auto last = std::ranges::max_element(tags, [](const desk::RemoteTag &a, const desk::RemoteTag &b) {
        return a.published == b.published ? a.tag < b.tag : a.published < b.published;
    });
    return last == tags.end() ? QString() : last->tag;
}

} // namespace pd::models
