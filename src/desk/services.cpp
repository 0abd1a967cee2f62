// SPDX-License-Identifier: GPL-3.0-or-later
#include "services.h"

#include "desk/githubs.h"
#include "oci/mediatypes.h"

namespace pd::desk {

void Services::forget(const QString &host)
{
    registry.forget(host);
    github.forget(host);
}

Result<oci::Reference> readRepository(const Services &services, const QString &typed)
{
    auto reference = readReference(services, typed);
    // A tag would be taken for part of the destination and quietly change what is pushed.
    if (reference && (reference->digest() || !reference->completion().tagAdded))
        return fail(ErrorKind::InvalidInput, Blame::You, QStringLiteral("reference.repository"), typed);
    return reference;
}

Task<Result<Receipt>> keepReceipt(Services &services, Receipt receipt, qint64 startedMs)
{
    receipt.at = services.clock.now();
    receipt.seconds = static_cast<double>(services.clock.monotonicMs() - startedMs) / 1000.0;
    if (services.state) {
        const auto kept = co_await services.pool.run([state = services.state, receipt] { return state->addReceipt(receipt); });
        receipt.id = kept.value_or(0);
    }
    co_return receipt;
}

LocalImage toLocalImage(const store::ImageRow &row)
{
    LocalImage image;
    if (row.reference.isNull()) {
        image.tag = row.storedName;
    } else {
        image.repository = row.reference.name();
        image.tag = row.reference.tag();
    }
    image.digest = row.digest.toString();
    image.size = row.bundleSize;
    image.built = row.created;
    image.annotations = row.annotations;
    image.revision = row.annotations.value(QString(oci::annotationRevision));
    image.problem = row.broken ? row.brokenCause : QString();
    return image;
}

} // namespace pd::desk
