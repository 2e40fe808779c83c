// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/jwt/decode.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Tenantscope::Session {

/// One member of a token's JOSE header or of its claims, to be read by people.
struct TokenMember
{
    enum class Part { Header, Claims };

    Part part = Part::Claims;
    QString name;        ///< as in the token: from outside
    QString meaning{};   ///< of a known one, in a word or two
    QStringList lines{}; ///< its value: a line a text of a list, a line a scope; else JSON
    std::optional<QDateTime> time{}; ///< of `iat`, `nbf`, `exp`, in UTC

    bool operator==(const TokenMember &) const = default;
};

/// The members of \a token: header, then claims; in each the known ones first, in a fixed order. Texts are as the token
/// has them, not neutralised.
[[nodiscard]] QList<TokenMember> membersOf(const Jwt::DecodedToken &token);

/// How far \a time is from \a now, in words: "in 3 min", "2 h 10 min ago", "12 s ago".
[[nodiscard]] QString relativeText(const QDateTime &time, const QDateTime &now);

} // namespace Tenantscope::Session
