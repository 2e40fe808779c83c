// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clockskew.h"
#include "app/oauth/tokenstate.h"
#include "app/session/sentence.h"
#include "ui/shared/banner.h"
#include "ui/shared/plainlabel.h"

#include <QDateTime>

#include <optional>

namespace Tenantscope::Ui {

/// What the words for a token depend on beside its state.
struct TokenScene
{
    QString domain; ///< empty: no tenant
    Base::Instant now;
    QDateTime wall; ///< the wall clock at \a now, corrected when it is known to be wrong
    bool offline = false;
    std::optional<std::chrono::seconds> clockSkew = {}; ///< ours minus theirs
};

/// Trouble to tell in the card's banner.
struct TokenTrouble
{
    Banner::Kind kind = Banner::Kind::Error;
    Session::Sentence sentence;
    QStringList details;
};

/// All that the token card says.
struct TokenWords
{
    QString state;   ///< changes at milestones only
    QString ticking; ///< the same with what counts down or up; empty: the same
    QString icon;
    PlainLabel::Tone tone = PlainLabel::Tone::Plain;
    QString expiry; ///< "Tue 24 Nov 14:05 (13:05 UTC) · renews at 14:00"; empty: no token
    QStringList notes;
    std::optional<TokenTrouble> trouble;

    QString ringText;    ///< the large line: "22 h"
    QString ringSubtext; ///< the small one: "14 min"
    double ringPart = 0; ///< of the token's life that is left, 0…1

    std::optional<Base::Instant> nextChange; ///< when time alone changes any of it
};

/// Words for every state of a token.
[[nodiscard]] TokenWords tokenWords(const OAuth::TokenState &state, const TokenScene &scene);

/// The wall clock that \a scene shows at \a instant.
[[nodiscard]] QDateTime wallAt(const TokenScene &scene, Base::Instant instant);
using Base::correctedWall;
using Base::isSkewed;

} // namespace Tenantscope::Ui
