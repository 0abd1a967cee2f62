// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workerpool.h"
#include "registry/transfer.h"
#include "store/store.h"

namespace pd::desk {

/// The local store as the place where pulled blobs go. Engine thread; the fsync of each blob is done in the pool.
class StoreTarget final : public registry::BlobTarget {
public:
    StoreTarget(store::Store store, WorkerPool &pool)
        : m_store(std::move(store))
        , m_pool(pool)
    {
    }

    bool has(const oci::Descriptor &blob) override;
    Result<std::unique_ptr<registry::BlobWriter>> writer(const oci::Descriptor &blob) override;

private:
    store::Store m_store;
    WorkerPool &m_pool;
};

} // namespace pd::desk
