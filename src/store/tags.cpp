// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal.h"
#include "store_p.h"

#include "oci/mediatypes.h"

#include <QFileInfo>

namespace pd::store {

namespace {

bool isNamed(const IndexEntry &entry, const QSet<QString> &keys)
{
    return !entry.refName.isEmpty() && keys.contains(refKey(entry.refName));
}

QSet<QString> keysOf(const QStringList &names)
{
    QSet<QString> keys;
    for (const QString &name : names)
        keys.insert(refKey(name));
    return keys;
}

QList<QByteArray> entriesOf(const StoreIndex &index, const QStringList &names)
{
    const QSet<QString> keys = keysOf(names);
    QList<QByteArray> raw;
    for (const IndexEntry &entry : index.entries) {
        if (isNamed(entry, keys))
            raw.append(entry.raw);
    }
    return raw;
}

/// What entries say, however they are written: the Policy CLI writes them anew each time.
QSet<std::pair<QString, oci::Digest>> meaningOf(const QList<QByteArray> &entries)
{
    QSet<std::pair<QString, oci::Digest>> meaning;
    for (const QByteArray &raw : entries) {
        if (auto entry = parseEntry(raw))
            meaning.insert({entry->refName, entry->digest});
    }
    return meaning;
}

std::unexpected<Error> noTag(const oci::Reference &reference)
{
    return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("reference.tag"), reference.toString());
}

} // namespace

QString Store::Private::journalFolder() const
{
    return folders.state + QStringLiteral("/undo/") + oci::Digest::ofSha256(folders.root.toUtf8()).shortHex();
}

Result<TagChange> Store::Private::changeTags(
    const QString &verb, const QStringList &names, const std::function<Result<void>(StoreIndex &)> &change) const
{
    if (auto prepared = prepare(); !prepared)
        return std::unexpected(std::move(prepared.error()));
    auto lock = FolderLock::take(folders.root);
    if (!lock)
        return std::unexpected(std::move(lock.error()));
    const Journal journal(journalFolder());
    JournalRecord record;
    record.id = folders.state.isEmpty() ? QString() : Journal::newId();
    record.verb = verb;
    record.names = names;
    TagChange result{record.id, names, {}};
    auto updated = updateIndex(indexPath(), [&](StoreIndex &index) -> Result<bool> {
        result.previous.clear();
        for (const QString &name : names) {
            const IndexEntry *entry = index.find(name);
            result.previous.append(entry ? entry->digest : oci::Digest());
        }
        record.before = entriesOf(index, names);
        if (auto changed = change(index); !changed)
            return std::unexpected(std::move(changed.error()));
        record.after = entriesOf(index, names);
        record.when = QDateTime::currentDateTimeUtc();
        // First the record, then the index: a crash between them leaves a record of nothing, never a removal without one.
        if (!record.id.isEmpty()) {
            if (auto written = journal.write(record); !written)
                return std::unexpected(std::move(written.error()));
        }
        if (auto layout = ensureLayout(); !layout)
            return std::unexpected(std::move(layout.error()));
        return true;
    });
    if (!updated) {
        if (!record.id.isEmpty())
            journal.forget(record.id);
        return std::unexpected(std::move(updated.error()));
    }
    return result;
}

Result<TagChange> Store::Private::setTag(const QString &verb, const oci::Reference &reference, oci::Descriptor descriptor) const
{
    if (reference.isNull() || reference.tag().isEmpty())
        return noTag(reference);
    descriptor.annotations.insert(QString(oci::annotationRefName), reference.toString());
    return changeTags(verb, {reference.toString()}, [&](StoreIndex &index) -> Result<void> {
        // Under the lock, so that no clean-up takes them between the look and the tag.
        if (auto here = requireParts(descriptor); !here)
            return here;
        auto entry = parseEntry(descriptor.toJson());
        if (!entry)
            return std::unexpected(std::move(entry.error()));
        index.removeAll(reference.toString());
        // The tag names it now; the Policy CLI too lists as untagged only what no tag names.
        index.entries.removeIf([&](const IndexEntry &other) { return other.refName.isEmpty() && other.digest == descriptor.digest; });
        index.entries.append(std::move(*entry));
        return {};
    });
}

Result<TagChange> Store::tag(const oci::Reference &reference, oci::Descriptor descriptor) const
{
    return d->setTag(QStringLiteral("tag"), reference, std::move(descriptor));
}

Result<TagChange> Store::Private::removeNames(const QStringList &names) const
{
    return changeTags(QStringLiteral("remove"), names, [&names](StoreIndex &index) -> Result<void> {
        for (const QString &name : names) {
            if (!index.find(name))
                return fail(ErrorKind::NotFound, Blame::You, QStringLiteral("store.notFound"), name);
        }
        const QSet<QString> keys = keysOf(names);
        index.entries.removeIf([&keys](const IndexEntry &entry) { return isNamed(entry, keys); });
        return {};
    });
}

Result<TagChange> Store::remove(const QList<oci::Reference> &references) const
{
    QStringList names;
    for (const oci::Reference &reference : references)
        names.append(reference.toString());
    return d->removeNames(names);
}

Result<TagChange> Store::removeStored(const QStringList &storedNames) const
{
    return d->removeNames(storedNames);
}

Result<void> Store::undo(const UndoId &id) const
{
    if (auto prepared = d->prepare(); !prepared)
        return prepared;
    auto lock = FolderLock::take(d->folders.root);
    if (!lock)
        return std::unexpected(std::move(lock.error()));
    const Journal journal(d->journalFolder());
    auto record = journal.read(id);
    if (!record)
        return std::unexpected(std::move(record.error()));
    QList<IndexEntry> before;
    for (const QByteArray &raw : std::as_const(record->before)) {
        auto entry = parseEntry(raw);
        if (!entry)
            return std::unexpected(std::move(entry.error()));
        if (entry->isUnderstood() && !d->hasBlob(entry->digest, -1))
            return fail(ErrorKind::NotFound, Blame::Computer, QStringLiteral("store.undo.gone"), entry->refName);
        before.append(std::move(*entry));
    }
    auto updated = updateIndex(d->indexPath(), [&](StoreIndex &index) -> Result<bool> {
        const auto now = meaningOf(entriesOf(index, record->names));
        if (now == meaningOf(record->before))
            return false;
        if (now != meaningOf(record->after))
            return fail(ErrorKind::Conflict, Blame::You, QStringLiteral("store.undo.changed"), record->names.join(QStringLiteral(", ")));
        const QSet<QString> keys = keysOf(record->names);
        index.entries.removeIf([&keys](const IndexEntry &entry) { return isNamed(entry, keys); });
        index.entries.append(before);
        return true;
    });
    if (updated)
        journal.forget(id);
    return updated;
}

Result<QList<Undoable>> Store::undoable() const
{
    QList<Undoable> list;
    if (d->folders.state.isEmpty())
        return list;
    for (const JournalRecord &record : Journal(d->journalFolder()).all())
        list.append({record.id, record.when, record.verb, record.names});
    return list;
}

} // namespace pd::store
