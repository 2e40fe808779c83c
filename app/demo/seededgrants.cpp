// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/seededgrants.h"

#include "app/demo/jsonwriter.h"
#include "app/demo/paging.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Tenantscope::Demo {

namespace {

/// Purposes of dice; far from those of applications' members and profiles.
enum Decision : quint64 { GrantDecision = 2000, IdDecision, ExtraDecision };

struct Api
{
    QByteArrayView audience;
    QByteArrayView scopes; ///< JSON
};

constexpr std::array<Api, 6> apis{{
    {"https://api.example.com/orders", R"(["read:orders","create:orders","cancel:orders"])"},
    {"https://api.example.com/payments", R"(["read:payments","refund:payments"])"},
    {"https://logistics.example.com/", R"(["read:shipments","update:shipments"])"},
    {"urn:example:catalogue", R"(["read:products","update:products"])"},
    {"https://data.example.com/reporting/v1", R"(["read:reports"])"},
    {"https://hooks.example.com/", R"([])"},
}};

/// What applications other than the tenant's own may do with the Management API; some of it nobody should.
constexpr std::array<QByteArrayView, 5> managementScopes{
    R"(["read:users","read:users_app_metadata"])",
    R"(["read:users","update:users","create:user_tickets"])",
    R"(["create:users","delete:users","read:connections"])",
    R"(["read:clients","read:client_keys","read:client_grants","update:client_grants"])",
    R"(["read:logs","read:stats"])",
};

} // namespace

SeededGrants::SeededGrants(
    quint64 seed, const SeededApplications &applications, QByteArray managementAudience,
    QStringList ownScopes)
    : m_seed(seed)
    , m_applications(applications)
    , m_managementAudience(std::move(managementAudience))
    , m_ownScopes(std::move(ownScopes))
{
    const int real = applications.size() - 1; // the last is the global client
    for (int index = 0; index < real; ++index)
        decide(index);
    m_grants.push_back({.application = real, .kind = Kind::ThirdParties, .api = 0});
}

void SeededGrants::decide(int application)
{
    if (application == 0) {
        m_grants.push_back({.application = 0, .kind = Kind::Own, .api = 0});
        return;
    }
    Dice dice(m_seed, static_cast<quint64>(application), GrantDecision);
    const auto add = [&](Kind kind, size_t choices) {
        const auto api = static_cast<quint8>(dice.below(static_cast<quint32>(choices)));
        m_grants.push_back({.application = application, .kind = kind, .api = api});
    };
    switch (m_applications.traits(application).purpose) {
    case Purpose::Machine:
        if (dice.chance(75))
            add(Kind::Machine, apis.size());
        if (dice.chance(15))
            add(Kind::Management, managementScopes.size());
        break;
    case Purpose::Generic:
    case Purpose::Other:
        if (dice.chance(12))
            add(Kind::Machine, apis.size());
        break;
    case Purpose::RegularWeb:
    case Purpose::SinglePage:
    case Purpose::Native:
        if (dice.chance(10))
            add(Kind::User, apis.size());
        break;
    }
}

QByteArray SeededGrants::clientId(int index) const
{
    const Grant &grant = m_grants[static_cast<size_t>(index)];
    if (grant.kind == Kind::ThirdParties)
        return {};
    return clientIdOf(m_seed, grant.application, m_applications.traits(grant.application));
}

QByteArray SeededGrants::audience(int index) const
{
    const Grant &grant = m_grants[static_cast<size_t>(index)];
    return grant.kind == Kind::Own || grant.kind == Kind::Management
        ? m_managementAudience
        : apis[grant.api].audience.toByteArray();
}

QByteArray SeededGrants::subjectType(int index) const
{
    const Kind kind = m_grants[static_cast<size_t>(index)].kind;
    return kind == Kind::User || kind == Kind::ThirdParties ? "user" : "client";
}

QByteArray SeededGrants::scopes(const Grant &grant) const
{
    if (grant.kind == Kind::Own)
        return QJsonDocument(QJsonArray::fromStringList(m_ownScopes))
            .toJson(QJsonDocument::Compact);
    return (grant.kind == Kind::Management ? managementScopes[grant.api] : apis[grant.api].scopes)
        .toByteArray();
}

void SeededGrants::append(QByteArray &json, int index) const
{
    const Grant &grant = m_grants[static_cast<size_t>(index)];
    const auto number = static_cast<quint64>(index);
    Dice extra(m_seed, number, ExtraDecision);
    json.append("{\"id\":\"cgr_").append(Dice(m_seed, number, IdDecision).letters(16));
    if (grant.kind == Kind::ThirdParties)
        json.append("\",\"client_id\":null,\"default_for\":\"third_party_clients\"");
    else
        json.append("\",\"client_id\":\"").append(clientId(index)).append('"');
    json.append(",\"audience\":");
    appendJsonString(json, audience(index));
    const bool hasAll = grant.kind == Kind::Machine && extra.chance(3);
    json.append(",\"scope\":").append(hasAll ? QByteArray("[]") : scopes(grant));
    if (hasAll)
        json.append(",\"allow_all_scopes\":true");
    json.append(",\"subject_type\":\"").append(subjectType(index)).append('"');
    if (grant.kind == Kind::Machine && extra.chance(10))
        json.append(R"(,"organization_usage":"allow","allow_any_organization":true)");
    json.append('}');
}

Answer answerGrants(const SeededGrants &grants, const Parameters &parameters)
{
    QueryReader reader(parameters);
    reader.expectOnly(
        pagingParameters() + QList<QByteArray>{"client_id", "audience", "subject_type"});
    const Paging paging = readPaging(reader);
    if (reader.error())
        return *reader.error();
    const auto fits = [&parameters](QByteArrayView name, const QByteArray &value) {
        const std::optional<QByteArray> wanted = parameters.value(name);
        return !wanted || *wanted == value;
    };
    std::vector<int> chosen;
    for (int index = 0; index < grants.size(); ++index) {
        if (fits("client_id", grants.clientId(index)) && fits("audience", grants.audience(index))
            && fits("subject_type", grants.subjectType(index)))
            chosen.push_back(index);
    }
    const int total = static_cast<int>(chosen.size());
    const int start = std::min(paging.start, total);
    const int end = std::min(start + paging.limit, total);
    Answer answer;
    answer.body = pageHead(paging, "client_grants", total);
    for (int place = start; place < end; ++place) {
        if (place > start)
            answer.body.append(',');
        grants.append(answer.body, chosen[static_cast<size_t>(place)]);
    }
    answer.body.append(pageFoot(paging, total));
    return answer;
}

} // namespace Tenantscope::Demo
