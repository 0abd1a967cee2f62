// SPDX-License-Identifier: GPL-3.0-or-later
#include "retryafter.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

namespace pd::http {

namespace {

using namespace Qt::StringLiterals;

qint64 clampMs(double ms)
{
    if (std::isnan(ms))
        return -1;
    return static_cast<qint64>(std::clamp(ms, 0.0, static_cast<double>(MaxRetryAfterMs)));
}

qint64 fromDate(const QByteArray &text, const QDateTime &now)
{
    QDateTime at = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!at.isValid())
        return -1;
    at.setTimeZone(QTimeZone::UTC);
    return clampMs(static_cast<double>(now.msecsTo(at)));
}

// Go's time.Duration as GHCR prints it: 880.092µs, 1m30s.
qint64 fromDuration(const QString &text)
{
    static const QRegularExpression part(u"(\\d{1,12}(?:\\.\\d{1,12})?)(ns|us|µs|μs|ms|s|m|h)"_s);
    static const QHash<QString, double> units{
        {u"ns"_s, 1e-6}, {u"us"_s, 1e-3}, {u"µs"_s, 1e-3}, {u"μs"_s, 1e-3}, {u"ms"_s, 1}, {u"s"_s, 1e3}, {u"m"_s, 6e4}, {u"h"_s, 3.6e6}};
    double ms = -1;
    for (const QRegularExpressionMatch &match : part.globalMatch(text))
        ms = std::max(ms, 0.0) + match.captured(1).toDouble() * units.value(match.captured(2));
    return ms < 0 ? -1 : clampMs(std::ceil(ms));
}

qint64 fromHeader(const QByteArray &value, const QDateTime &now)
{
    bool isNumber = false;
    const double seconds = value.toDouble(&isNumber);
    if (isNumber)
        return clampMs(seconds * 1000);
    const qint64 date = fromDate(value, now);
    return date >= 0 ? date : fromDuration(QString::fromUtf8(value.left(64)));
}

} // namespace

qint64 retryAfterMs(const Response &response, const QDateTime &now)
{
    if (const QByteArray value = response.headers.value("retry-after"); !value.isEmpty())
        return fromHeader(value, now);
    if (response.status != 429 && response.status != 403 && response.status != 503)
        return -1;
    bool isNumber = false;
    const qint64 reset = response.headers.value("x-ratelimit-reset").toLongLong(&isNumber);
    if (isNumber && response.headers.value("x-ratelimit-remaining") == "0")
        return clampMs(static_cast<double>(reset) * 1000 - static_cast<double>(now.toMSecsSinceEpoch()));
    static const QRegularExpression inBody(u"retry-after:\\s*([0-9.a-zµμ]{2,32})"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = inBody.match(QString::fromUtf8(response.body.left(4096)));
    return match.hasMatch() ? fromDuration(match.captured(1)) : -1;
}

} // namespace pd::http
