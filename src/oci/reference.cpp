// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference.h"

namespace pd::oci {

namespace {

constexpr QLatin1StringView dockerHost("docker.io");
constexpr QLatin1StringView legacyDockerHost("index.docker.io");
constexpr QLatin1StringView libraryPrefix("library/");
constexpr qsizetype maxRepositoryLength = 255;
constexpr qsizetype maxTypedLength = 4096;

std::unexpected<Error> bad(QLatin1StringView cause, QStringView part)
{
    return fail(ErrorKind::InvalidInput, Blame::You, QString(cause), part.first(qMin<qsizetype>(part.size(), 256)).toString());
}

bool isLower(QChar c)
{
    return c >= QLatin1Char('a') && c <= QLatin1Char('z');
}
bool isUpper(QChar c)
{
    return c >= QLatin1Char('A') && c <= QLatin1Char('Z');
}
bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}
bool isAlphanumeric(QChar c)
{
    return isLower(c) || isUpper(c) || isDigit(c);
}
bool hasCapitals(QStringView text)
{
    return std::ranges::any_of(text, isUpper);
}

/// `[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*`
bool isLegalComponent(QStringView text)
{
    qsizetype i = 0;
    const auto run = [&text, &i] {
        const qsizetype start = i;
        while (i < text.size() && (isLower(text.at(i)) || isDigit(text.at(i))))
            ++i;
        return i > start;
    };
    if (!run())
        return false;
    while (i < text.size()) {
        const QChar separator = text.at(i);
        qsizetype count = 0;
        while (i < text.size() && text.at(i) == separator) {
            ++i;
            ++count;
        }
        const bool legal = separator == QLatin1Char('-') || (separator == QLatin1Char('.') && count == 1)
            || (separator == QLatin1Char('_') && count <= 2);
        if (!legal || !run())
            return false;
    }
    return true;
}

bool isLegalHostName(QStringView name)
{
    if (name.size() > 253)
        return false;
    for (const QStringView label : name.split(QLatin1Char('.'))) {
        if (label.isEmpty() || label.size() > 63 || label.startsWith(QLatin1Char('-')) || label.endsWith(QLatin1Char('-'))
            || !std::ranges::all_of(label, [](QChar c) { return isAlphanumeric(c) || c == QLatin1Char('-'); }))
            return false;
    }
    return true;
}

bool looksLikeHost(QStringView segment)
{
    return segment == QLatin1StringView("localhost") || segment.contains(QLatin1Char('.')) || segment.contains(QLatin1Char(':'));
}

struct Parts {
    QStringView repository;
    QStringView tag;
    QStringView digest;
    bool hasTag = false;
    bool hasDigest = false;
};

/// Cuts `repository[:tag][@digest]`, which has no host.
Parts cut(QStringView text)
{
    Parts parts;
    if (const qsizetype at = text.indexOf(QLatin1Char('@')); at >= 0) {
        parts.digest = text.sliced(at + 1);
        parts.hasDigest = true;
        text = text.first(at);
    }
    if (const qsizetype colon = text.indexOf(QLatin1Char(':')); colon >= 0) {
        parts.tag = text.sliced(colon + 1);
        parts.hasTag = true;
        text = text.first(colon);
    }
    parts.repository = text;
    return parts;
}

QStringView withoutScheme(QStringView text, Completion &completion)
{
    for (const QLatin1StringView scheme :
        {QLatin1StringView("https://"), QLatin1StringView("http://"), QLatin1StringView("oci://"), QLatin1StringView("docker://")}) {
        if (text.startsWith(scheme, Qt::CaseInsensitive)) {
            completion.schemeDropped = true;
            return text.sliced(scheme.size());
        }
    }
    return text;
}

/// On GitHub a repository's capitals are the owner's spelling and name nothing else.
QString lowered(QStringView repository, Completion &completion)
{
    const qsizetype slash = repository.indexOf(QLatin1Char('/'));
    const QStringView owner = slash < 0 ? repository : repository.first(slash);
    if (hasCapitals(owner))
        completion.ownerLowered = owner.toString();
    if (slash >= 0 && hasCapitals(repository.sliced(slash + 1)))
        completion.nameLowered = repository.sliced(slash + 1).toString();
    return repository.toString().toLower();
}

Result<void> checkRepository(QStringView repository)
{
    if (repository.size() > maxRepositoryLength)
        return bad(QLatin1StringView("reference.length"), repository);
    if (Reference::isLegalRepository(repository))
        return {};
    const bool onlyCase = hasCapitals(repository) && Reference::isLegalRepository(repository.toString().toLower());
    return bad(onlyCase ? QLatin1StringView("reference.repository.case") : QLatin1StringView("reference.repository"), repository);
}

} // namespace

bool Reference::isLegalTag(QStringView tag)
{
    if (tag.isEmpty() || tag.size() > 128 || tag.front() == QLatin1Char('.') || tag.front() == QLatin1Char('-'))
        return false;
    return std::ranges::all_of(
        tag, [](QChar c) { return isAlphanumeric(c) || c == QLatin1Char('_') || c == QLatin1Char('.') || c == QLatin1Char('-'); });
}

bool Reference::isLegalRepository(QStringView repository)
{
    const auto components = repository.split(QLatin1Char('/'));
    return repository.size() <= maxRepositoryLength && std::ranges::all_of(components, isLegalComponent);
}

bool Reference::isLegalHost(QStringView host)
{
    QStringView port;
    bool hasPort = false;
    if (host.startsWith(QLatin1Char('['))) {
        const qsizetype end = host.indexOf(QLatin1Char(']'));
        if (end < 2
            || !std::ranges::all_of(
                host.sliced(1, end - 1),
                [](QChar c) {
                    return isDigit(c) || c == QLatin1Char(':')
                        || (c.toLower() >= QLatin1Char('a') && c.toLower() <= QLatin1Char('f') && c.unicode() < 0x80);
                }))
            return false;
        const QStringView rest = host.sliced(end + 1);
        if (!rest.isEmpty() && !rest.startsWith(QLatin1Char(':')))
            return false;
        hasPort = !rest.isEmpty();
        port = hasPort ? rest.sliced(1) : rest;
    } else {
        const qsizetype colon = host.indexOf(QLatin1Char(':'));
        hasPort = colon >= 0;
        port = hasPort ? host.sliced(colon + 1) : port;
        if (!isLegalHostName(hasPort ? host.first(colon) : host))
            return false;
    }
    return !hasPort || (!port.isEmpty() && port.size() <= 5 && std::ranges::all_of(port, isDigit) && port.toUInt() <= 65535);
}

bool Reference::isGitHubHost(QStringView host)
{
    return host.compare(QLatin1StringView("ghcr.io"), Qt::CaseInsensitive) == 0
        || (host.startsWith(QLatin1StringView("containers."), Qt::CaseInsensitive) && host.size() > 11);
}

Result<Reference> Reference::parse(QStringView typed, QStringView defaultDomain)
{
    typed = typed.trimmed();
    Reference reference;
    Completion &completion = reference.m_completion;
    typed = withoutScheme(typed, completion);
    if (typed.isEmpty())
        return bad(QLatin1StringView("reference.empty"), typed);
    if (typed.size() > maxTypedLength)
        return bad(QLatin1StringView("reference.length"), typed);
    if (typed.size() == 64 && Digest::parse(QString(QStringLiteral("sha256:") + typed)))
        return bad(QLatin1StringView("reference.identifier"), typed);

    const QString defaultHost = defaultDomain.isEmpty() ? QString(dockerHost) : defaultDomain.toString();
    const qsizetype slash = typed.indexOf(QLatin1Char('/'));
    const QStringView first = slash < 0 ? QStringView() : typed.first(slash);
    const bool ownerOnGitHub = hasCapitals(first) && !looksLikeHost(first) && isGitHubHost(defaultHost);
    QString remainder;
    if (slash >= 0 && !ownerOnGitHub && (looksLikeHost(first) || hasCapitals(first))) {
        reference.m_host = first.toString();
        remainder = typed.sliced(slash + 1).toString();
    } else {
        reference.m_host = defaultHost;
        remainder = typed.toString();
        completion.hostAdded = true;
    }
    if (looksLikeHost(reference.m_host) && hasCapitals(reference.m_host)) {
        completion.hostLowered = reference.m_host;
        reference.m_host = reference.m_host.toLower();
    }
    if (reference.m_host == legacyDockerHost)
        reference.m_host = dockerHost;
    if (!isLegalHost(reference.m_host))
        return bad(QLatin1StringView("reference.host"), reference.m_host);
    if ((completion.hostAdded || reference.m_host == dockerHost) && !cut(remainder).repository.contains(QLatin1Char('/'))) {
        remainder.prepend(libraryPrefix);
        completion.libraryAdded = true;
    }

    const Parts parts = cut(remainder);
    reference.m_repository = isGitHubHost(reference.m_host) ? lowered(parts.repository, completion) : parts.repository.toString();
    if (auto checked = checkRepository(reference.m_repository); !checked)
        return std::unexpected(std::move(checked.error()));
    if (parts.hasTag && !isLegalTag(parts.tag))
        return bad(QLatin1StringView("reference.tag"), parts.tag);
    if (parts.hasDigest) {
        auto digest = Digest::parse(parts.digest);
        if (!digest)
            return bad(QLatin1StringView("reference.digest"), parts.digest);
        reference.m_digest = *digest;
        completion.tagDropped = parts.tag.toString();
    } else {
        reference.m_tag = parts.hasTag ? parts.tag.toString() : QStringLiteral("latest");
        completion.tagAdded = !parts.hasTag;
    }
    return reference;
}

Result<Reference> Reference::parseStored(QStringView text)
{
    if (text.size() > maxTypedLength)
        return bad(QLatin1StringView("reference.length"), text);
    const qsizetype slash = text.indexOf(QLatin1Char('/'));
    if (slash <= 0 || !isLegalHost(text.first(slash)))
        return bad(QLatin1StringView("reference.host"), slash < 0 ? text : text.first(slash));
    const QStringView host = text.first(slash);
    if (!looksLikeHost(host) && !hasCapitals(host))
        return bad(QLatin1StringView("reference.host"), host);
    const Parts parts = cut(text.sliced(slash + 1));
    if (auto checked = checkRepository(parts.repository); !checked)
        return std::unexpected(std::move(checked.error()));
    Reference reference;
    reference.m_host = host.toString();
    reference.m_repository = parts.repository.toString();
    if (parts.hasTag == parts.hasDigest || (parts.hasTag && !isLegalTag(parts.tag)))
        return bad(QLatin1StringView("reference.tag"), parts.tag);
    if (parts.hasTag) {
        reference.m_tag = parts.tag.toString();
        return reference;
    }
    auto digest = Digest::parse(parts.digest);
    if (!digest)
        return bad(QLatin1StringView("reference.digest"), parts.digest);
    reference.m_digest = *digest;
    return reference;
}

QString Reference::name() const
{
    return m_host + QLatin1Char('/') + m_repository;
}

QString Reference::toString() const
{
    if (isNull())
        return {};
    if (m_digest)
        return name() + QLatin1Char('@') + m_digest->toString();
    return name() + QLatin1Char(':') + m_tag;
}

QString Reference::familiar() const
{
    QString text = toString();
    if (m_host != dockerHost)
        return text;
    text.remove(0, dockerHost.size() + 1);
    if (m_repository.startsWith(libraryPrefix) && m_repository.indexOf(QLatin1Char('/'), libraryPrefix.size()) < 0)
        text.remove(0, libraryPrefix.size());
    return text;
}

Result<Reference> Reference::withTag(const QString &tag) const
{
    if (!isLegalTag(tag))
        return bad(QLatin1StringView("reference.tag"), tag);
    Reference other(*this);
    other.m_tag = tag;
    other.m_digest.reset();
    other.m_completion = {};
    return other;
}

Reference Reference::withDigest(const Digest &digest) const
{
    Reference other(*this);
    other.m_tag.clear();
    other.m_digest = digest;
    other.m_completion = {};
    return other;
}

} // namespace pd::oci
