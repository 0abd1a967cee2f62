// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oci/descriptor.h"

#include <memory>

namespace pd::store {

/// Takes one blob as it streams in, into a temporary file; it gets its name when it is whole and hashes to it. Dropped before commit(), it
/// leaves nothing. Move-only; one thread at a time; blocking.
class BlobWriter {
public:
    BlobWriter(BlobWriter &&) noexcept;
    BlobWriter &operator=(BlobWriter &&) noexcept;
    ~BlobWriter();

    /// Integrity `blob.size` as soon as more comes than was announced.
    [[nodiscard]] Result<void> write(QByteArrayView bytes);
    /// Checks size and digest, and puts the file in place (mode 0444). Integrity `blob.size` or `blob.digest`.
    [[nodiscard]] Result<oci::Descriptor> commit();
    [[nodiscard]] qint64 written() const;

private:
    friend class Store;
    struct Private;
    explicit BlobWriter(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace pd::store
