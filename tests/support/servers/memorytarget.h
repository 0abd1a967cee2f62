// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/transfer.h"

#include <QMap>

namespace pd::test {

/// Blobs in memory, with counts of what was begun and left.
class MemoryTarget final : public registry::BlobTarget {
public:
    bool has(const oci::Descriptor &blob) override { return blobs.contains(blob.digest.toString()); }
    Result<std::unique_ptr<registry::BlobWriter>> writer(const oci::Descriptor &blob) override
    {
        ++open;
        return std::make_unique<Writer>(*this, blob.digest.toString());
    }

    QMap<QString, QByteArray> blobs;
    int open = 0; ///< Writers that are alive.
    int restarts = 0;

private:
    class Writer final : public registry::BlobWriter {
    public:
        Writer(MemoryTarget &target, QString name)
            : m_target(target)
            , m_name(std::move(name))
        {
        }
        ~Writer() override { --m_target.open; }
        Result<void> write(QByteArrayView bytes) override
        {
            m_bytes.append(bytes);
            return {};
        }
        Result<void> restart() override
        {
            m_bytes.clear();
            ++m_target.restarts;
            return {};
        }
        Task<Result<void>> commit(std::stop_token) override
        {
            m_target.blobs.insert(m_name, m_bytes);
            co_return Result<void>();
        }

    private:
        MemoryTarget &m_target;
        QString m_name;
        QByteArray m_bytes;
    };
};

} // namespace pd::test
