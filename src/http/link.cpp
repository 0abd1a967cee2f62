// SPDX-License-Identifier: GPL-3.0-or-later
#include "link.h"

#include "address.h"
#include "redact.h"
#include "redirect.h"

namespace pd::http {

namespace {

// `name` of the parameters after the address: true for rel=next, with or without quotes, among several relations.
bool isNext(QByteArrayView parameters)
{
    for (const QByteArray &parameter : parameters.toByteArray().toLower().split(';')) {
        const qsizetype equals = parameter.indexOf('=');
        if (equals < 0 || parameter.left(equals).trimmed() != "rel")
            continue;
        // What follows a comma belongs to the next link.
        QByteArray value = parameter.mid(equals + 1).trimmed();
        value.replace('"', ' ').replace(',', ' ');
        return value.split(' ').contains("next");
    }
    return false;
}

QByteArray nextAddress(const QByteArray &header)
{
    qsizetype at = 0;
    while ((at = header.indexOf('<', at)) >= 0) {
        const qsizetype end = header.indexOf('>', at);
        if (end < 0)
            return {};
        qsizetype stop = header.indexOf('<', end);
        if (stop < 0)
            stop = header.size();
        if (isNext(QByteArrayView(header).mid(end + 1, stop - end - 1)))
            return header.mid(at + 1, end - at - 1);
        at = end;
    }
    return {};
}

} // namespace

Result<QUrl> nextPage(const Response &response)
{
    for (const QByteArray &header : response.headers.values("link")) {
        const QByteArray address = nextAddress(header);
        if (address.isEmpty())
            continue;
        const Result<QUrl> target = stepTarget(response.url, address);
        if (!target)
            return target;
        if (originOf(*target) != originOf(response.url))
            return fail(ErrorKind::Denied, Blame::Registry, QStringLiteral("link.foreign"), response.url.host(), redactUrl(*target));
        if (*target == response.url)
            return fail(ErrorKind::Protocol, Blame::Registry, QStringLiteral("link.loop"), response.url.host(), redactUrl(*target));
        return target;
    }
    return QUrl();
}

} // namespace pd::http
