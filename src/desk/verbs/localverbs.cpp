// SPDX-License-Identifier: GPL-3.0-or-later
#include "localverbs.h"

#include "policy/bundle.h"

#include <QRegularExpression>

namespace pd::desk {

namespace {

QStringList ctl(QStringList arguments)
{
    arguments.prepend(QStringLiteral("policydeskctl"));
    return arguments;
}

Undo undoOf(const store::TagChange &change)
{
    return change.undo.isEmpty() ? Undo() : Undo{{StoreUndo{change.undo}}};
}

QList<MovedTag> movedBy(const store::TagChange &change)
{
    QList<MovedTag> moved;
    for (qsizetype i = 0; i < change.references.size() && i < change.previous.size(); ++i) {
        if (!change.previous.at(i).isNull())
            moved.append({change.references.at(i), change.previous.at(i).toString()});
    }
    return moved;
}

Result<ImageDetails> look(const store::Store &store, const oci::Reference &reference)
{
    auto row = store.image(reference);
    if (!row)
        return std::unexpected(row.error());
    auto parts = store.parts(reference);
    if (!parts)
        return std::unexpected(parts.error());
    ImageDetails details;
    details.image = toLocalImage(*row);
    details.mediaType = parts->mediaType;
    details.manifestSize = parts->manifest.size();
    details.manifest = QString::fromUtf8(parts->manifest);
    details.layers = static_cast<int>(qMax<qsizetype>(0, parts->parts.size() - 1));
    auto bundle = policy::inspectBundle(store.blobPath(row->bundleDigest));
    if (!bundle)
        return std::unexpected(bundle.error());
    for (const policy::BundleFile &file : bundle->files)
        details.files.append(file.path);
    details.packages = bundle->packages;
    details.roots = bundle->roots;
    details.regoVersion = bundle->regoVersion ? policy::toString(*bundle->regoVersion) : QString();
    return details;
}

/// A source without `:` or `/` is the beginning of a digest, as in the Policy CLI, unless an image has that name.
Result<oci::Descriptor> findSource(const store::Store &store, const oci::Reference &reference, const QString &typed)
{
    auto byName = store.resolve(reference);
    static const QRegularExpression hex(QStringLiteral("^[0-9a-f]{6,64}$"));
    if (byName || !hex.match(typed).hasMatch())
        return byName;
    auto row = store.imageById(typed);
    if (!row)
        return std::unexpected(row.error());
    return row->reference.isNull() ? byName : store.resolve(row->reference);
}

} // namespace

Task<Result<QList<LocalImage>>> LocalVerbs::images()
{
    co_return co_await m_services.pool.run([store = m_services.store]() -> Result<QList<LocalImage>> {
        auto rows = store.images();
        if (!rows)
            return std::unexpected(rows.error());
        QList<LocalImage> images;
        images.reserve(rows->size());
        // They stay as long as the window does: a name that thousands share is kept once.
        QSet<QString> names;
        for (store::ImageRow &row : *rows) {
            LocalImage image = toLocalImage(row);
            image.repository = *names.insert(image.repository);
            images.append(std::move(image));
            row = {};
        }
        return images;
    });
}

Task<Result<ImageDetails>> LocalVerbs::inspect(QString typed)
{
    CO_TRY(const oci::Reference reference, readReference(m_services, typed));
    co_return co_await m_services.pool.run([store = m_services.store, reference] { return look(store, reference); });
}

Task<Result<Receipt>> LocalVerbs::tag(TagRequest request)
{
    const qint64 started = m_services.clock.monotonicMs();
    CO_TRY(const oci::Reference target, readReference(m_services, request.target));
    // A digest's beginning is a legal name as well, so that this cannot fail for one.
    CO_TRY(const oci::Reference source, readReference(m_services, request.source));
    struct Tagged {
        store::TagChange change;
        oci::Digest digest;
    };
    CO_TRY(const Tagged tagged,
        co_await m_services.pool.run([store = m_services.store, source, target, typed = request.source]() -> Result<Tagged> {
            auto descriptor = findSource(store, source, typed);
            if (!descriptor)
                return std::unexpected(descriptor.error());
            return store.tag(target, *descriptor).transform([&](store::TagChange change) {
                return Tagged{std::move(change), descriptor->digest};
            });
        }));
    Receipt receipt;
    receipt.verb = QStringLiteral("tag");
    receipt.reference = target.toString();
    receipt.digest = tagged.digest.toString();
    receipt.tags = {target.tag()};
    receipt.moved = movedBy(tagged.change);
    receipt.undo = undoOf(tagged.change);
    receipt.command = ctl({QStringLiteral("tag"), request.source, target.toString()});
    receipt.policyCommand = {QStringLiteral("policy"), QStringLiteral("tag"), request.source, target.toString()};
    co_return co_await keepReceipt(m_services, receipt, started);
}

Task<Result<Receipt>> LocalVerbs::remove(RemoveRequest request)
{
    const qint64 started = m_services.clock.monotonicMs();
    QList<oci::Reference> references;
    QStringList names;
    for (const QString &typed : std::as_const(request.references)) {
        CO_TRY(const oci::Reference reference, readReference(m_services, typed));
        references.append(reference);
        names.append(reference.toString());
    }
    CO_TRY(const store::TagChange change,
        co_await m_services.pool.run([store = m_services.store, references] { return store.remove(references); }));
    Receipt receipt;
    receipt.verb = QStringLiteral("remove");
    receipt.reference = names.value(0);
    receipt.digest = change.previous.isEmpty() ? QString() : change.previous.first().toString();
    receipt.tags = names;
    receipt.undo = undoOf(change);
    receipt.command = ctl(QStringList{QStringLiteral("rm")} + names);
    receipt.policyCommand = QStringList{QStringLiteral("policy"), QStringLiteral("rm"), QStringLiteral("-f")} + names;
    co_return co_await keepReceipt(m_services, receipt, started);
}

Task<Result<Receipt>> LocalVerbs::save(SaveRequest request, std::stop_token stop)
{
    const qint64 started = m_services.clock.monotonicMs();
    CO_TRY(const oci::Reference reference, readReference(m_services, request.reference));
    CO_TRY(const oci::Descriptor bundle, co_await m_services.pool.run([store = m_services.store, reference, path = request.path, stop] {
        return store.saveBundle(reference, path, stop);
    }));
    Receipt receipt;
    receipt.verb = QStringLiteral("save");
    receipt.reference = reference.toString();
    receipt.digest = bundle.digest.toString();
    receipt.path = request.path;
    receipt.bytes = bundle.size;
    receipt.command = ctl({QStringLiteral("save"), reference.toString(), QStringLiteral("-o"), request.path});
    receipt.policyCommand = {QStringLiteral("policy"), QStringLiteral("save"), reference.toString(), QStringLiteral("-f"), request.path};
    co_return co_await keepReceipt(m_services, receipt, started);
}

Task<Result<Receipt>> LocalVerbs::import(ImportRequest request, std::stop_token stop)
{
    const qint64 started = m_services.clock.monotonicMs();
    CO_TRY(const oci::Reference reference, readReference(m_services, request.reference));
    store::Store::BundleOptions options;
    options.created = m_services.clock.now();
    CO_TRY(const store::Store::Added added,
        co_await m_services.pool.run([store = m_services.store, reference, path = request.path, options, stop] {
            return store.importBundle(path, reference, options, stop);
        }));
    Receipt receipt;
    receipt.verb = QStringLiteral("import");
    receipt.reference = reference.toString();
    receipt.digest = added.image.digest.toString();
    receipt.tags = {reference.tag()};
    receipt.path = request.path;
    receipt.bytes = added.image.bundleSize;
    receipt.moved = movedBy(added.change);
    receipt.undo = undoOf(added.change);
    receipt.command = ctl({QStringLiteral("import"), request.path, reference.toString()});
    co_return co_await keepReceipt(m_services, receipt, started);
}

} // namespace pd::desk
