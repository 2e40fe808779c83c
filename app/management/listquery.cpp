// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/listquery.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Management {

namespace {

QUrlQuery withoutMembers(const QStringList &members)
{
    QUrlQuery query;
    if (!members.isEmpty()) {
        query.addQueryItem(u"include_fields"_s, u"false"_s);
        query.addQueryItem(u"fields"_s, members.join(u','));
    }
    return query;
}

/// QUrlQuery keeps `+` and decodes what looks like an escape; an opaque value must arrive as it was given.
QString escaped(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

} // namespace

QStringList excludedSecrets(const OAuth::ScopeSet &scopes)
{
    // Whether merely naming a member above the token's scopes is refused is not documented. A token that
    // cannot read secrets gets none, so there they need not be named.
    if (scopes.isKnown()
        && !scopes.containsAny({u"read:client_keys"_s, u"read:client_credentials"_s}))
        return {};
    return {u"client_secret"_s, u"signing_keys"_s, u"encryption_key"_s};
}

QStringList excludedPages()
{
    return {u"custom_login_page"_s, u"custom_login_page_preview"_s, u"form_template"_s};
}

QStringList excludedMembers(const OAuth::ScopeSet &scopes)
{
    return excludedSecrets(scopes) + QStringList{u"addons"_s} + excludedPages();
}

QUrlQuery pageQuery(const PagePlace &place, int pageSize)
{
    const QString size = QString::number(std::clamp(pageSize, 1, largestPage));
    QUrlQuery query;
    if (const auto *checkpoint = std::get_if<Checkpoint>(&place)) {
        query.addQueryItem(u"take"_s, size);
        if (!checkpoint->from.isEmpty())
            query.addQueryItem(u"from"_s, escaped(checkpoint->from));
    } else {
        query.addQueryItem(u"page"_s, QString::number(std::get<PageNumber>(place).page));
        query.addQueryItem(u"per_page"_s, size);
        query.addQueryItem(u"include_totals"_s, u"true"_s);
    }
    return query;
}

QUrlQuery listQuery(
    const PagePlace &place, const OAuth::ScopeSet &scopes, int pageSize, ListedMembers listed)
{
    QUrlQuery query = pageQuery(place, pageSize);
    // Without it the answer holds "All Applications", a pseudo-client with a secret of its own.
    query.addQueryItem(u"is_global"_s, u"false"_s);
    const QStringList excluded = listed == ListedMembers::WithSecrets ? excludedPages()
                                                                      : excludedMembers(scopes);
    for (const auto &[name, value] : withoutMembers(excluded).queryItems())
        query.addQueryItem(name, value);
    return query;
}

QUrlQuery applicationQuery(const OAuth::ScopeSet &scopes)
{
    return withoutMembers(excludedSecrets(scopes));
}

QUrlQuery secretQuery()
{
    return {
        {u"fields"_s, u"client_secret,client_id"_s},
        {u"include_fields"_s, u"true"_s},
    };
}

} // namespace Tenantscope::Management
