// SPDX-License-Identifier: GPL-3.0-or-later
#include "digest.h"

#include <openssl/evp.h>

namespace pd::oci {

namespace {

qsizetype hexLength(Digest::Algorithm algorithm)
{
    return algorithm == Digest::Algorithm::Sha256 ? 64 : 128;
}

const EVP_MD *method(Digest::Algorithm algorithm)
{
    return algorithm == Digest::Algorithm::Sha256 ? EVP_sha256() : EVP_sha512();
}

bool isLowerHex(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::unexpected<Error> syntaxError(QLatin1StringView text)
{
    return fail(
        ErrorKind::Protocol, Blame::Registry, QStringLiteral("digest.syntax"), QString(text.first(qMin<qsizetype>(text.size(), 160))));
}

} // namespace

Result<Digest> Digest::parse(QStringView text)
{
    if (text.size() > 256 || std::ranges::any_of(text, [](QChar c) { return c.unicode() > 0x7f; }))
        return fail(ErrorKind::Protocol, Blame::Registry, QStringLiteral("digest.syntax"),
            text.first(qMin<qsizetype>(text.size(), 160)).toString());
    const QByteArray latin = text.toLatin1();
    return parse(QLatin1StringView(latin));
}

Result<Digest> Digest::parse(QLatin1StringView text)
{
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    if (colon <= 0)
        return syntaxError(text);
    const QLatin1StringView name = text.first(colon);
    Digest digest;
    if (name == QLatin1StringView("sha256"))
        digest.m_algorithm = Algorithm::Sha256;
    else if (name == QLatin1StringView("sha512"))
        digest.m_algorithm = Algorithm::Sha512;
    else if (std::ranges::all_of(name,
                 [](char l) { return (l >= 'a' && l <= 'z') || (l >= '0' && l <= '9') || l == '+' || l == '.' || l == '_' || l == '-'; }))
        return fail(ErrorKind::Unsupported, Blame::Registry, QStringLiteral("digest.algorithm"),
            QString(name.first(qMin<qsizetype>(name.size(), 32))));
    else
        return syntaxError(text);
    const QByteArrayView hex(text.data() + colon + 1, text.size() - colon - 1);
    if (hex.size() != hexLength(digest.m_algorithm) || !isLowerHex(hex))
        return syntaxError(text);
    digest.m_hex = hex.toByteArray();
    return digest;
}

Digest Digest::ofSha256(QByteArrayView bytes)
{
    Hasher hasher;
    hasher.add(bytes);
    return hasher.finish();
}

QString Digest::algorithm() const
{
    return m_algorithm == Algorithm::Sha256 ? QStringLiteral("sha256") : QStringLiteral("sha512");
}

QString Digest::toString() const
{
    return isNull() ? QString() : QString(algorithm() + QLatin1Char(':') + QLatin1StringView(m_hex));
}

bool Digest::matches(QByteArrayView bytes) const
{
    if (isNull())
        return false;
    Hasher hasher(m_algorithm);
    hasher.add(bytes);
    return hasher.finish() == *this;
}

struct Hasher::State {
    Digest::Algorithm algorithm;
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    explicit State(Digest::Algorithm a)
        : algorithm(a)
    {
        begin();
    }
    ~State() { EVP_MD_CTX_free(context); }
    Q_DISABLE_COPY_MOVE(State)
    void begin()
    {
        // Only a broken OpenSSL refuses this; a digest that cannot be made must never look like one that matches.
        if (!context || EVP_DigestInit_ex(context, method(algorithm), nullptr) != 1)
            qFatal("OpenSSL cannot hash");
    }
};

Hasher::Hasher(Digest::Algorithm algorithm)
    : m_state(std::make_unique<State>(algorithm))
{
}
Hasher::Hasher(Hasher &&) noexcept = default;
Hasher &Hasher::operator=(Hasher &&) noexcept = default;
Hasher::~Hasher() = default;

void Hasher::add(QByteArrayView bytes)
{
    if (!bytes.isEmpty() && EVP_DigestUpdate(m_state->context, bytes.data(), static_cast<size_t>(bytes.size())) != 1)
        qFatal("OpenSSL cannot hash");
}

Digest Hasher::finish()
{
    QByteArray raw(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int size = 0;
    if (EVP_DigestFinal_ex(m_state->context, reinterpret_cast<unsigned char *>(raw.data()), &size) != 1)
        qFatal("OpenSSL cannot hash");
    raw.truncate(size);
    Digest digest;
    digest.m_algorithm = m_state->algorithm;
    digest.m_hex = raw.toHex();
    m_state->begin();
    return digest;
}

} // namespace pd::oci
