// SPDX-License-Identifier: GPL-3.0-or-later
#include "redirect.h"

#include "redact.h"

namespace pd::http {

namespace {

std::unexpected<Error> refuse(ErrorKind kind, QLatin1StringView cause, const QUrl &from, const QUrl &target)
{
    return fail(kind, Blame::Registry, QString(cause), from.host(), redactUrl(target));
}

} // namespace

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Result<QUrl> stepTarget(const QUrl &from, const QByteArray &location)
{
    using namespace Qt::StringLiterals;
    constexpr qsizetype MaxLocation = 16 << 10;
    if (location.isEmpty() || location.size() > MaxLocation)
        return refuse(ErrorKind::Protocol, "redirect.location"_L1, from, {});
    const QUrl relative = QUrl::fromEncoded(location, QUrl::StrictMode);
    if (!relative.isValid())
        return refuse(ErrorKind::Protocol, "redirect.location"_L1, from, {});
    QUrl target = from.resolved(relative);
    target.setFragment(QString());
    const QString scheme = target.scheme().toLower();
    if (scheme != "https"_L1 && scheme != "http"_L1)
        return refuse(ErrorKind::Denied, "redirect.scheme"_L1, from, target);
    if (target.host().isEmpty() || target.port(1) == 0)
        return refuse(ErrorKind::Protocol, "redirect.location"_L1, from, target);
    if (!target.userInfo().isEmpty() || target.authority().contains(u'@'))
        return refuse(ErrorKind::Denied, "redirect.user-info"_L1, from, target);
    if (scheme == "http"_L1 && from.scheme().compare("https"_L1, Qt::CaseInsensitive) == 0)
        return refuse(ErrorKind::Denied, "redirect.downgrade"_L1, from, target);
    return target;
}

Headers forForeignOrigin(const Headers &headers)
{
    static constexpr std::array<QByteArrayView, 6> Allowed{
        "accept", "range", "if-range", "content-type", "content-range", "content-length"};
    Headers kept;
    for (const auto &[name, value] : headers.fields()) {
        const bool allowed = std::ranges::any_of(Allowed, [&name](QByteArrayView a) { return name.compare(a, Qt::CaseInsensitive) == 0; });
        if (allowed)
            kept.add(name, value);
    }
    return kept;
}

} // namespace pd::http
