// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/token/notewords.h"

#include "ui/shared/timetext.h"

#include <QCoreApplication>

namespace Tenantscope::Ui {

using Note = OAuth::AccessToken::Note;

namespace {

/// Gives the functions of this file a context for translators.
class Notes final
{
    Q_DECLARE_TR_FUNCTIONS(Tenantscope::Ui::NoteWords)

public:
    static QString of(Note note, const QString &claimedExpiry)
    {
        switch (note) {
        case Note::ScopeFromClaim:
            return tr(
                "The answer named no scopes; these are the token's own claim, decoded, not verified.");
        case Note::ScopesUnknown:
            return tr("Neither the answer nor the token tells the scopes.");
        case Note::TypeMissing:
            return tr("The answer named no token type; it is used as a bearer token.");
        case Note::LifeWasText:
            return tr("The answer gave the lifetime as a text; it was read as a number.");
        case Note::LifeFromClaims:
            return tr("The answer gave no usable lifetime; it was taken from the token's claims.");
        case Note::LifeUnknown:
            return tr(
                "Neither the answer nor the token tells a lifetime, so it is not renewed by itself.");
        case Note::LifesDiffer:
            return claimedExpiry.isEmpty()
                ? tr("The token itself claims another lifetime than the answer.")
                : tr("The token itself claims to expire at %1, the answer says otherwise.")
                      .arg(claimedExpiry);
        case Note::ExpiredOnArrival:
            return tr("The token had expired on arrival, so it is not renewed by itself.");
        }
        return {};
    }

    static QString clock(std::chrono::seconds skew)
    {
        const QString off = durationText(std::chrono::abs(skew));
        return skew.count() > 0 ? tr("Your clock is %1 fast; times are corrected").arg(off)
                                : tr("Your clock is %1 slow; times are corrected").arg(off);
    }
};

} // namespace

QStringList noteWords(const OAuth::AccessToken &token, const TokenScene &scene)
{
    QStringList lines;
    const QString claimed = token.claimedExpiry ? dateText(*token.claimedExpiry, scene.wall)
                                                : QString();
    for (const Note note : token.notes)
        lines.append(Notes::of(note, claimed));
    if (isSkewed(scene.clockSkew))
        lines.append(Notes::clock(*scene.clockSkew));
    return lines;
}

} // namespace Tenantscope::Ui
