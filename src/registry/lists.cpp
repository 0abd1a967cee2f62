// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists.h"

#include "http/failure.h"
#include "http/link.h"
#include "http/redact.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pd::registry::lists {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 MaxListBytes = 16 << 20;
constexpr qsizetype MaxNames = 100'000;

struct Page {
    QStringList names;
    int dropped = 0;
    QByteArray next;
};

Result<Page> read(const http::Response &response, QLatin1StringView member, bool (*isLegal)(QStringView), const QString &subject)
{
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    if (!document.isObject()) {
        const bool html = response.body.trimmed().startsWith('<') || response.headers.value("content-type").contains("html");
        return fail(ErrorKind::Protocol, Blame::Registry, html ? u"registry.html"_s : u"registry.not-json"_s, subject,
            http::redactText(QString::fromUtf8(response.body.left(1024))));
    }
    const QJsonValue list = document.object().value(member);
    if (!list.isArray() && !list.isNull() && !list.isUndefined())
        return fail(ErrorKind::Protocol, Blame::Registry, u"list.shape"_s, subject);
    Page page;
    for (const QJsonValue &value : list.toArray()) {
        const QString name = value.toString();
        if (page.names.size() == MaxNames || !isLegal(name))
            ++page.dropped;
        else
            page.names.append(name);
    }
    Result<QUrl> next = http::nextPage(response);
    if (!next)
        return fail(std::move(next).error());
    if (!next->isEmpty())
        page.next = next->toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    return page;
}

Task<Result<Page>> fetch(Wire *wire, Ask ask, QByteArray cursor, QLatin1StringView member, bool (*isLegal)(QStringView), QString subject,
    ActPointer act, std::stop_token stop)
{
    if (!cursor.isEmpty())
        ask.path = cursor;
    ask.limits.maxBody = MaxListBytes;
    ask.repeat = Repeat::Idempotent;
    ask.headers.add("Accept", "application/json");
    CO_TRY(const http::Response response, co_await wire->ask(std::move(ask), nullptr, {}, act, stop));
    if (response.status != 200)
        co_return fail(http::statusFailure(response, subject));
    CO_TRY(Page page, read(response, member, isLegal, subject));
    // The same page again, or a page of nothing that promises more: a list that never ends.
    if (!page.next.isEmpty() && (page.next == cursor || (page.names.isEmpty() && page.dropped == 0)))
        co_return fail(ErrorKind::Protocol, Blame::Registry, u"link.loop"_s, subject);
    co_return page;
}

} // namespace

Task<Result<TagPage>> tags(Wire *wire, QString host, QString repository, QByteArray cursor, ActPointer act, std::stop_token stop)
{
    Ask ask;
    ask.host = host;
    ask.path = "/v2/" + repository.toLatin1() + "/tags/list?n=1000";
    ask.scopes = pullScope(repository);
    CO_TRY(Page page,
        co_await fetch(wire, std::move(ask), cursor, "tags"_L1, &oci::Reference::isLegalTag, QString(host + u'/' + repository), act, stop));
    co_return TagPage{page.names, page.dropped, page.next};
}

Task<Result<CatalogPage>> catalog(Wire *wire, QString host, QByteArray cursor, ActPointer act, std::stop_token stop)
{
    Ask ask;
    ask.host = host;
    ask.path = QByteArrayLiteral("/v2/_catalog?n=1000");
    ask.scopes = {u"registry:catalog:*"_s};
    CO_TRY(Page page, co_await fetch(wire, std::move(ask), cursor, "repositories"_L1, &oci::Reference::isLegalRepository, host, act, stop));
    co_return CatalogPage{page.names, page.dropped, page.next};
}

} // namespace pd::registry::lists
