// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <compare>
#include <memory>

namespace pd::oci {

/// The name of bytes: `sha256:` and 64 lower-case hex characters, or `sha512:` and 128 (image-spec 1.1, "Digests"). Every Digest
/// that is not null is well formed, so that a path or URL may be made of it. A value.
class Digest {
public:
    enum class Algorithm : quint8 { Sha256, Sha512 };

    Digest() = default; ///< Null: names nothing.

    /// Strict. Errors: Protocol `digest.syntax`, or Unsupported `digest.algorithm` for an algorithm that cannot be verified here.
    [[nodiscard]] static Result<Digest> parse(QStringView text);
    [[nodiscard]] static Result<Digest> parse(QLatin1StringView text);
    /// The digest of `bytes`.
    [[nodiscard]] static Digest ofSha256(QByteArrayView bytes);

    [[nodiscard]] bool isNull() const { return m_hex.isEmpty(); }
    [[nodiscard]] QString toString() const;
    [[nodiscard]] QString algorithm() const;
    [[nodiscard]] Algorithm algorithmId() const { return m_algorithm; }
    [[nodiscard]] QString hex() const { return QString::fromLatin1(m_hex); }
    /// The first 12 characters: what the Policy CLI calls the image's id.
    [[nodiscard]] QString shortHex() const { return QString::fromLatin1(m_hex.first(qMin<qsizetype>(12, m_hex.size()))); }
    /// True when the bytes hash to this digest. A null digest matches nothing.
    [[nodiscard]] bool matches(QByteArrayView bytes) const;

    friend bool operator==(const Digest &, const Digest &) = default;
    friend std::strong_ordering operator<=>(const Digest &a, const Digest &b)
    {
        if (a.m_algorithm != b.m_algorithm)
            return a.m_algorithm <=> b.m_algorithm;
        return a.m_hex.compare(b.m_hex) <=> 0;
    }
    friend size_t qHash(const Digest &digest, size_t seed = 0) { return ::qHash(digest.m_hex, seed); }

private:
    friend class Hasher;
    Algorithm m_algorithm = Algorithm::Sha256;
    QByteArray m_hex;
};

/// Hashes bytes as they stream by. Move-only; one thread at a time.
class Hasher {
public:
    explicit Hasher(Digest::Algorithm algorithm = Digest::Algorithm::Sha256);
    Hasher(Hasher &&) noexcept;
    Hasher &operator=(Hasher &&) noexcept;
    ~Hasher();

    void add(QByteArrayView bytes);
    /// The digest of all that was added. Call once; afterwards the hasher starts anew.
    [[nodiscard]] Digest finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace pd::oci
