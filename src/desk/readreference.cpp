// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "desk/errortext.h"
#include "oci/reference.h"

namespace pd::desk {

ReferenceReading readTypedReference(const QString &typed, const QString &defaultRegistry)
{
    ReferenceReading reading;
    const auto reference = oci::Reference::parse(typed, defaultRegistry);
    if (!reference) {
        reading.problem = oneLine(reference.error());
        return reading;
    }
    reading.reference = reference->toString();
    reading.host = reference->host();
    reading.repository = reference->repository();
    reading.tag = reference->tag();
    const oci::Completion &completion = reference->completion();
    if (completion.schemeDropped)
        reading.notes.append(Desk::tr("without its scheme"));
    if (completion.hostAdded)
        reading.notes.append(Desk::tr("%1 is the default registry").arg(reference->host()));
    if (completion.libraryAdded)
        reading.notes.append(Desk::tr("library is added to a bare name"));
    if (!completion.hostLowered.isEmpty())
        reading.notes.append(Desk::tr("%1 becomes %2").arg(completion.hostLowered, reference->host()));
    if (!completion.ownerLowered.isEmpty())
        reading.notes.append(Desk::tr("GitHub writes %1 in lower case here").arg(completion.ownerLowered));
    if (!completion.nameLowered.isEmpty())
        reading.notes.append(Desk::tr("%1 is written in lower case").arg(completion.nameLowered));
    if (completion.tagAdded)
        reading.notes.append(Desk::tr("latest is the tag where none is typed"));
    if (!completion.tagDropped.isEmpty())
        reading.notes.append(Desk::tr("the digest counts, not the tag %1").arg(completion.tagDropped));
    return reading;
}

ReferenceReading Desk::readReference(const QString &typed) const
{
    return readTypedReference(typed, m_defaultRegistry);
}

} // namespace pd::desk
