// SPDX-License-Identifier: GPL-3.0-or-later
#include "tagsundo.h"

#include "oci/digest.h"

namespace pd::desk {

namespace {

const QLatin1StringView Prefix("tags:");

} // namespace

QString TagsUndo::toString() const
{
    QStringList words{repository, now};
    for (const MovedTag &tag : moved)
        words.append(tag.tag + QLatin1Char('=') + tag.from);
    return Prefix + words.join(QLatin1Char(' '));
}

std::optional<TagsUndo> TagsUndo::parse(const QString &undo)
{
    if (!undo.startsWith(Prefix))
        return {};
    const QStringList words = undo.sliced(Prefix.size()).split(QLatin1Char(' '));
    if (words.size() < 3 || words.at(0).isEmpty() || !oci::Digest::parse(words.at(1)))
        return {};
    TagsUndo tags{words.at(0), words.at(1), {}};
    for (const QString &word : words.sliced(2)) {
        const MovedTag moved{word.section(QLatin1Char('='), 0, 0), word.section(QLatin1Char('='), 1)};
        if (moved.tag.isEmpty() || !oci::Digest::parse(moved.from))
            return {};
        tags.moved.append(moved);
    }
    return tags;
}

} // namespace pd::desk
