// SPDX-License-Identifier: GPL-3.0-or-later
#include "redact.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace pd::http {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView Cut{"***"};

bool isHarmless(const QString &name)
{
    static const QSet<QString> names{u"n"_s, u"last"_s, u"digest"_s, u"mount"_s, u"from"_s, u"scope"_s, u"service"_s, u"page"_s,
        u"per_page"_s, u"package_type"_s, u"state"_s, u"visibility"_s, u"client_id"_s, u"artifactType"_s};
    return names.contains(name);
}

bool isDangerous(QChar c)
{
    const char16_t u = c.unicode();
    const bool bidi = (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x200E || u == 0x200F || u == 0x061C;
    return bidi || (c.category() == QChar::Other_Control && u != u'\n' && u != u'\t');
}

} // namespace

QString redactUrl(const QUrl &url)
{
    QUrl shown = url;
    shown.setUserInfo(QString());
    shown.setFragment(QString());
    if (shown.hasQuery()) {
        QUrlQuery query(shown);
        QList<std::pair<QString, QString>> items = query.queryItems(QUrl::FullyEncoded);
        for (auto &[name, value] : items) {
            if (!value.isEmpty() && !isHarmless(name))
                value = QString(Cut);
        }
        // A query without `=` is one opaque name: an upload state as like as not.
        if (items.size() == 1 && items.first().second.isEmpty() && !isHarmless(items.first().first))
            items.first().first = QString(Cut);
        query.setQueryItems(items);
        shown.setQuery(query);
    }
    return shown.toString(QUrl::FullyEncoded);
}

QString redactText(const QString &text, qsizetype maxChars)
{
    static const QRegularExpression scheme(
        u"\\b(bearer|basic|token)(\\s+|%20)[A-Za-z0-9._~+/=-]{6,}"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression token(u"\\b(gh[a-z]_|github_pat_|glpat-|dckr_pat_|eyJ)[A-Za-z0-9_.=-]{8,}"_s);
    static const QRegularExpression field(
        u"(\"?(?:access_token|refresh_token|identitytoken|token|password|secret|authorization)\"?\\s*[:=]\\s*\"?)[^\"\\s,}&]{4,}"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression query(u"(https?://[^\\s\"'<>?]*\\?)[^\\s\"'<>]+"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression userInfo(u"(https?://)[^\\s\"'<>/@]+@"_s, QRegularExpression::CaseInsensitiveOption);
    // Cut first, with room for what the replacements take away: a body of a MiB costs no second of matching.
    QString out = text.left(maxChars * 4);
    out.removeIf([](QChar c) { return isDangerous(c); });
    out.replace(query, u"\\1***"_s);
    out.replace(userInfo, u"\\1"_s);
    out.replace(scheme, u"\\1 ***"_s);
    out.replace(token, Cut.toString());
    out.replace(field, u"\\1***"_s);
    return out.left(maxChars).trimmed();
}

} // namespace pd::http
