// SPDX-License-Identifier: GPL-3.0-or-later
#include "storetarget.h"

namespace pd::desk {

namespace {

class StoreWriter final : public registry::BlobWriter {
public:
    StoreWriter(store::Store store, WorkerPool &pool, oci::Descriptor blob, store::BlobWriter writer)
        : m_store(std::move(store))
        , m_pool(pool)
        , m_blob(std::move(blob))
        , m_writer(std::make_shared<store::BlobWriter>(std::move(writer)))
    {
    }

    Result<void> write(QByteArrayView bytes) override { return m_writer->write(bytes); }

    Result<void> restart() override
    {
        auto fresh = m_store.writer(m_blob);
        if (!fresh)
            return std::unexpected(fresh.error());
        m_writer = std::make_shared<store::BlobWriter>(*std::move(fresh));
        return {};
    }

    Task<Result<void>> commit(std::stop_token) override
    {
        co_return co_await m_pool.run(
            [writer = m_writer]() -> Result<void> { return writer->commit().transform([](const oci::Descriptor &) { }); });
    }

private:
    store::Store m_store;
    WorkerPool &m_pool;
    oci::Descriptor m_blob;
    std::shared_ptr<store::BlobWriter> m_writer; ///< Shared with the pool while it commits.
};

} // namespace

bool StoreTarget::has(const oci::Descriptor &blob)
{
    return m_store.hasBlob(blob.digest, blob.size);
}

Result<std::unique_ptr<registry::BlobWriter>> StoreTarget::writer(const oci::Descriptor &blob)
{
    auto writer = m_store.writer(blob);
    if (!writer)
        return std::unexpected(writer.error());
    return std::make_unique<StoreWriter>(m_store, m_pool, blob, *std::move(writer));
}

} // namespace pd::desk
