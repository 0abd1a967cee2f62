// SPDX-License-Identifier: GPL-3.0-or-later
#include "factscache.h"

#include "files.h"

#include <QDataStream>
#include <QFileInfo>

namespace pd::store {

namespace {

constexpr quint32 magic = 0x50444631; // "PDF1": another layout gets another number
constexpr qsizetype maxFacts = 200'000;
constexpr qsizetype maxAnnotationChars = 16 * 1024;
constexpr qint64 maxFileBytes = 256 * 1024 * 1024;
constexpr qsizetype digestBytes = 32;

qsizetype charsOf(const oci::Annotations &annotations)
{
    qsizetype chars = 0;
    for (auto it = annotations.cbegin(); it != annotations.cend(); ++it)
        chars += it.key().size() + it.value().size();
    return chars;
}

/// Thousands of images share their annotations' keys and most values: one string each is enough.
class Interner {
public:
    QString operator()(const QString &text) { return *m_texts.insert(text); }

private:
    QSet<QString> m_texts;
};

std::optional<oci::Digest> readDigest(QDataStream &stream)
{
    QByteArray text;
    stream >> text;
    if (text.isEmpty())
        return oci::Digest();
    auto digest = oci::Digest::parse(QLatin1StringView(text));
    return digest ? std::optional(*digest) : std::nullopt;
}

} // namespace

void FactsCache::setFile(const QString &path)
{
    m_path = path;
}

void FactsCache::open()
{
    const std::scoped_lock lock(m_mutex);
    if (m_listings++ == 0)
        load();
}

void FactsCache::close(const QSet<oci::Digest> &used)
{
    const std::scoped_lock lock(m_mutex);
    if (std::exchange(m_changed, false))
        save(used);
    if (--m_listings == 0)
        m_facts = {};
}

std::optional<ManifestFacts> FactsCache::find(const oci::Digest &digest)
{
    const std::scoped_lock lock(m_mutex);
    const auto it = m_facts.constFind(digest);
    return it == m_facts.cend() ? std::nullopt : std::optional(*it);
}

void FactsCache::insert(const oci::Digest &digest, const ManifestFacts &facts)
{
    const std::scoped_lock lock(m_mutex);
    if (m_listings == 0 || m_facts.size() >= maxFacts || charsOf(facts.annotations) > maxAnnotationChars)
        return;
    m_facts.insert(digest, facts);
    m_changed = true;
}

void FactsCache::load()
{
    if (m_path.isEmpty())
        return;
    auto bytes = readFile(m_path, maxFileBytes, {});
    if (!bytes || bytes->size() < digestBytes)
        return;
    const QByteArray payload = bytes->first(bytes->size() - digestBytes);
    if (oci::Digest::ofSha256(payload).hex().toLatin1() != bytes->last(digestBytes).toHex())
        return;
    QDataStream stream(payload);
    stream.setVersion(QDataStream::Qt_6_8);
    quint32 head = 0;
    qint32 count = 0;
    stream >> head >> count;
    if (head != magic || count < 0 || count > maxFacts)
        return;
    Interner interned;
    for (qint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        const auto digest = readDigest(stream);
        const auto bundle = readDigest(stream);
        ManifestFacts facts;
        oci::Annotations annotations;
        stream >> facts.bundleSize >> facts.created >> annotations;
        if (!digest || digest->isNull() || !bundle)
            return;
        facts.bundleDigest = *bundle;
        for (auto it = annotations.cbegin(); it != annotations.cend(); ++it)
            facts.annotations.insert(interned(it.key()), interned(it.value()));
        m_facts.insert(*digest, facts);
    }
}

void FactsCache::save(const QSet<oci::Digest> &used)
{
    if (m_path.isEmpty())
        return;
    m_facts.removeIf([&used](const auto &it) { return !used.contains(it.key()); });
    QByteArray payload;
    QDataStream stream(&payload, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_8);
    stream << magic << static_cast<qint32>(m_facts.size());
    for (auto it = m_facts.cbegin(); it != m_facts.cend(); ++it)
        stream << it.key().toString().toLatin1() << it->bundleDigest.toString().toLatin1() << it->bundleSize << it->created
               << it->annotations;
    payload += QByteArray::fromHex(oci::Digest::ofSha256(payload).hex().toLatin1());
    // Lost, it costs the next list some time and nothing else.
    if (makeFolder(QFileInfo(m_path).path()))
        std::ignore = writeWhole(m_path, payload, 0600);
}

} // namespace pd::store
