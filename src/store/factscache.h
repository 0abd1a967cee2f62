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

/// Private to src/store: facts by digest, in one file that may be lost or damaged at any time; in memory while somebody lists. Thread-safe.
/// Bounded: 200,000 facts of at most 16 KiB of annotations each; saving keeps those that are in use alone.
class FactsCache {
public:
    /// Where the file lies; empty: memory alone. Call first.
    void setFile(const QString &path);
    /// Begins a listing. Between `open` and the last `close` facts are found and kept; at other times there are none, and none is read.
    void open();
    /// Ends it: writes the file if something was added, without what `used` does not name. Failing to is no error.
    void close(const QSet<oci::Digest> &used);
    [[nodiscard]] std::optional<ManifestFacts> find(const oci::Digest &digest);
    /// Only what was verified against its digest may come here.
    void insert(const oci::Digest &digest, const ManifestFacts &facts);

private:
    void load();
    void save(const QSet<oci::Digest> &used);
    std::mutex m_mutex;
    QString m_path;
    QHash<oci::Digest, ManifestFacts> m_facts;
    int m_listings = 0;
    bool m_changed = false;
};

} // namespace pd::store
