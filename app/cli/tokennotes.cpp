// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/tokennotes.h"

#include "app/cli/text.h"

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;
using Note = OAuth::AccessToken::Note;

QString askingFor(const Session::TenantSession &session)
{
    return Text::tr("Asking %1 for a token…").arg(session.domain().text());
}

QStringList notesOnLife(const OAuth::AccessToken &token)
{
    QStringList notes;
    for (const Note note : token.notes) {
        switch (note) {
        case Note::TypeMissing:
            notes.append(Text::tr("The answer names no token type; it is used as a bearer token."));
            break;
        case Note::LifeWasText:
            notes.append(Text::tr("The answer states the token's life as text, not as a number."));
            break;
        case Note::LifeFromClaims:
            notes.append(Text::tr(
                "The answer states no usable life; it was taken from the token's own claims."));
            break;
        case Note::LifeUnknown:
            notes.append(Text::tr("Neither the answer nor the token tells how long it lives."));
            break;
        case Note::LifesDiffer:
            notes.append(
                Text::tr("The answer and the token's own claims differ about how long it lives."));
            break;
        case Note::ExpiredOnArrival:
            notes.append(Text::tr("The token had expired on arrival."));
            break;
        case Note::ScopeFromClaim:
        case Note::ScopesUnknown:
            break;
        }
    }
    return notes;
}

QStringList notesOnScopes(const OAuth::AccessToken &token)
{
    QStringList notes;
    if (token.notes.contains(Note::ScopeFromClaim))
        notes.append(Text::tr(
            "The answer does not name the scopes; these are the token's own claim, not verified."));
    if (!token.scopes.isKnown())
        notes.append(Text::tr("The token does not tell its scopes."));
    return notes;
}

QStringList notesOnSecrets(const OAuth::AccessToken &token)
{
    QStringList notes{Text::tr("Secrets are asked for: the tenant logs this read as mgmt_api_read. "
                               "Keep the output as you keep a password.")};
    const QStringList readers = {u"read:client_keys"_s, u"read:client_credentials"_s};
    if (token.scopes.isKnown() && !token.scopes.containsAny(readers))
        notes.append(Text::tr("The token may not read client secrets: it has neither %1.")
                         .arg(readers.join(Text::tr(" nor "))));
    return notes;
}

} // namespace Tenantscope::Cli
