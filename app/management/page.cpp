// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/page.h"

#include "app/http/redaction.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tenantscope::Management {

namespace {

constexpr auto clientsKey = "clients"_L1;
constexpr auto totalKey = "total"_L1;
constexpr auto startKey = "start"_L1;
constexpr auto limitKey = "limit"_L1;
constexpr auto nextKey = "next"_L1;

Base::Error malformed(const QString &detail)
{
    return {.kind = Base::ErrorKind::Malformed, .detail = detail, .status = 200};
}

std::optional<qint64> count(const QJsonObject &object, QLatin1StringView key)
{
    const qint64 value = object.value(key).toInteger(-1);
    return value >= 0 ? std::optional(value) : std::nullopt;
}

bool holdsSecrets(const QJsonArray &clients)
{
    for (const QJsonValue &client : clients) {
        const QJsonObject members = client.toObject();
        for (const auto key :
             {"client_secret"_L1, "signing_keys"_L1, "encryption_key"_L1, "addons"_L1}) {
            if (members.contains(key))
                return true;
        }
    }
    return false;
}

/// A server that sends secrets although they were excluded: they end here.
Base::Result<Page> readMasked(const Http::Response &response)
{
    Http::Response masked = response;
    masked.body = Base::maskMembers(response.body, &Http::isSecretMember);
    masked.json = QJsonDocument::fromJson(masked.body);
    if (masked.json.isNull())
        return Base::failure(malformed(u"secrets could not be masked"_s));
    return readPage(masked, PageSecrets::AreMasked);
}

} // namespace

Base::Result<ListedPage> readListedPage(const Http::Response &response, QLatin1StringView name)
{
    if (response.json.isArray())
        return ListedPage{.elements = response.json.array(), .isArray = true};
    const QJsonObject object = response.json.object();
    if (!object.value(name).isArray())
        return Base::failure(
            malformed(u"neither an array nor an object with an array \"%1\""_s.arg(name)));
    ListedPage page{.elements = object.value(name).toArray()};
    page.facts.total = count(object, totalKey);
    page.facts.start = count(object, startKey);
    page.facts.limit = count(object, limitKey);
    page.facts.next = object.value(nextKey).toString();
    page.facts.shape = page.facts.total ? PageShape::Totals : PageShape::Checkpoint;
    return page;
}

size_t identityOf(const QString &id, const QJsonValue &element)
{
    return id.isEmpty() ? qHash(element) : qHash(id);
}

PageFacts factsOf(const Page &page)
{
    PageFacts facts{
        .shape = page.shape,
        .identities = {},
        .total = page.total,
        .start = page.start,
        .limit = page.limit,
        .next = page.next};
    facts.identities.reserve(page.applications.size());
    for (const Application &application : page.applications)
        facts.identities.append(identityOf(application.clientId(), application.members()));
    return facts;
}

Base::Result<Page> readPage(const Http::Response &response, PageSecrets secrets)
{
    const Base::Result<ListedPage> listed = readListedPage(response, clientsKey);
    if (!listed)
        return Base::failure(listed.error());
    const QJsonArray &clients = listed->elements;
    if (secrets == PageSecrets::Unknown && holdsSecrets(clients))
        return readMasked(response);

    const std::optional<QList<Base::JsonSpan>> spans = Base::arrayElements(
        response.body, listed->isArray ? QStringList() : QStringList{clientsKey});
    if (!spans || spans->size() != clients.size())
        return Base::failure(malformed(u"the elements of the list could not be told apart"_s));
    Page page;
    page.shape = listed->facts.shape;
    page.total = listed->facts.total;
    page.start = listed->facts.start;
    page.limit = listed->facts.limit;
    page.next = listed->facts.next;
    page.body = response.body;
    for (qsizetype i = 0; i < clients.size(); ++i) {
        if (clients.at(i).isObject()) {
            page.applications.append(Application(clients.at(i).toObject()));
            page.spans.append(spans->at(i));
        }
    }
    return page;
}

} // namespace Tenantscope::Management
