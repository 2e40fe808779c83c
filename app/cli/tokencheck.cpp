// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/tokencheck.h"

#include "app/cli/text.h"
#include "app/session/sentence.h"
#include "app/tenant/audience.h"

#include <QDir>

namespace Tenantscope::Cli {

namespace {

QString absolutePath(const QString &path)
{
    return path.isEmpty() ? path : QDir::cleanPath(QDir::current().absoluteFilePath(path));
}

} // namespace

tl::expected<TokenCheck, QStringList> tokenCheckFrom(
    const DecodeWish &wish, const ConnectionOptions &options, const Environment &environment)
{
    TokenCheck check;
    if (!wish.checks()) {
        if (options.domain || options.audience || options.profile || options.demo)
            check.notes.append(
                Text::tr("The token is not checked. Pass --verify to have it checked."));
        return check;
    }
    check.jwksFile = absolutePath(wish.jwksFile);
    check.caFile = absolutePath(options.caFile.value_or(environment.caFile));
    const QString domain = options.domain.value_or(environment.domain);
    if (domain.isEmpty() && check.jwksFile.isEmpty())
        return tl::unexpected(QStringList{
            Text::tr("No domain whose keys to check with. Pass --domain, set AUTH0_DOMAIN, or pass "
                     "--jwks FILE.")});
    if (!domain.isEmpty()) {
        const Base::Result<Tenant::Domain::Parsed> parsed = Tenant::Domain::parse(domain);
        if (!parsed)
            return tl::unexpected(
                QStringList{Session::describe(parsed.error(), Session::Doing::SigningIn).line()});
        check.domain = parsed->domain;
        for (const Tenant::Domain::Note note : parsed->notes)
            check.notes.append(Session::describe(note));
        check.audience = check.domain.defaultAudience();
    }
    const QString audience = options.audience.value_or(environment.audience).trimmed();
    if (!audience.isEmpty())
        check.audience = Tenant::tidiedAudience(audience);
    return check;
}

} // namespace Tenantscope::Cli
