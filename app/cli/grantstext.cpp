// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/grantstext.h"

#include "app/applications/csv.h"
#include "app/base/plaintext.h"
#include "app/cli/jsontext.h"
#include "app/cli/text.h"
#include "app/cli/textcolumns.h"

#include <QJsonDocument>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;
using Management::ClientGrant;

namespace {

constexpr qsizetype longestCell = 300;

QString cell(const QString &text)
{
    return text.isEmpty() ? u"–"_s : Base::plainLine(text, longestCell);
}

QString ownerText(const ClientGrant &grant, const NameOf &nameOf)
{
    if (!grant.clientId().isEmpty())
        return cell(nameOf(grant.clientId()));
    return grant.defaultFor().isEmpty()
        ? u"–"_s
        : Text::tr("(default for %1)").arg(Base::plainLine(grant.defaultFor(), longestCell));
}

QByteArray table(const QList<ClientGrant> &grants, const NameOf &nameOf)
{
    QList<QStringList> rows{
        {Text::tr("APPLICATION"), Text::tr("CLIENT ID"), Text::tr("API"), Text::tr("SUBJECT"),
         Text::tr("SCOPES")}};
    for (const ClientGrant &grant : grants) {
        const QString scopes = grant.allowsAllScopes() ? Text::tr("(all)")
                                                       : cell(grant.scopes().join(u' '));
        rows.append(
            {ownerText(grant, nameOf), cell(grant.clientId()), cell(grant.audience()),
             cell(grant.subjectType()), scopes});
    }
    return grants.isEmpty() ? QByteArray() : inColumns(rows);
}

QByteArray csv(const QList<ClientGrant> &grants, const NameOf &nameOf, bool neutralises)
{
    QByteArray text = Applications::csvRecord(
        {u"id"_s, u"client_id"_s, u"name"_s, u"audience"_s, u"scope"_s, u"allow_all_scopes"_s,
         u"subject_type"_s, u"organization_usage"_s, u"default_for"_s});
    for (const ClientGrant &grant : grants) {
        QStringList cells{
            grant.id(),
            grant.clientId(),
            grant.clientId().isEmpty() ? QString() : nameOf(grant.clientId()),
            grant.audience(),
            grant.scopes().join(u' '),
            grant.allowsAllScopes() ? u"true"_s : u"false"_s,
            grant.subjectType(),
            grant.organizationUsage(),
            grant.defaultFor()};
        if (neutralises) {
            for (QString &one : cells)
                one = Base::plainLine(one, one.size());
        }
        text += Applications::csvRecord(cells);
    }
    return text;
}

QByteArray ndjson(const ClientGrant &grant)
{
    return oneLineJson(QJsonDocument(grant.members()).toJson(QJsonDocument::Compact));
}

QByteArray json(const QList<ClientGrant> &grants)
{
    QByteArrayList lines;
    for (const ClientGrant &grant : grants)
        lines.append(ndjson(grant));
    return lines.isEmpty() ? QByteArray("[]\n") : "[\n" + lines.join(",\n") + "\n]\n";
}

} // namespace

bool isWanted(const ClientGrant &grant, const GrantsWish &wish)
{
    return (!wish.scope || grant.grants(*wish.scope))
        && (!wish.api || grant.audience() == *wish.api)
        && (!wish.application || grant.clientId() == *wish.application);
}

QByteArray printedGrants(
    const QList<ClientGrant> &grants, GrantsWish::Format format, const NameOf &nameOf,
    bool neutralises)
{
    switch (format) {
    case GrantsWish::Format::Table:
        return table(grants, nameOf);
    case GrantsWish::Format::Json:
        return json(grants);
    case GrantsWish::Format::Csv:
        return csv(grants, nameOf, neutralises);
    case GrantsWish::Format::Ndjson:
        break;
    }
    QByteArray lines;
    for (const ClientGrant &grant : grants)
        lines += ndjson(grant) + '\n';
    return lines;
}

} // namespace Tenantscope::Cli
