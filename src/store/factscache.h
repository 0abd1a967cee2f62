// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oci/descriptor.h"

#include <QHash>
#include <QSet>

#include <mutex>

namespace pd::store {

/// What a list shows of a manifest. True for ever: a digest names its bytes.
struct ManifestFacts {
    qint64 bundleSize = -1;
    oci::Digest bundleDigest;
    QString created; ///< As annotated.
    oci::Annotations annotations;
};

/// Private to src/store: facts by digest, in memory and in one file that may be lost or damaged at any time. Thread-safe.
/// Bounded: 200,000 facts of at most 16 KiB of annotations each; saving keeps those that are in use alone.
class FactsCache {
public:
    /// Where the file lies; empty: memory alone. Call first.
    void setFile(const QString &path);
    [[nodiscard]] std::optional<ManifestFacts> find(const oci::Digest &digest);
    /// Only what was verified against its digest may come here.
    void insert(const oci::Digest &digest, const ManifestFacts &facts);
    /// Writes the file if something was added; drops what `used` does not name. Failing to is no error.
    void save(const QSet<oci::Digest> &used);

private:
    void load();
    std::mutex m_mutex;
    QString m_path;
    QHash<oci::Digest, ManifestFacts> m_facts;
    bool m_loaded = false;
    bool m_changed = false;
};

} // namespace pd::store
