// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace Tenantscope::Management {

/// Why to look twice at a scope, the gravest first; then what limits one.
enum class ScopeKind {
    Widens,   ///< may give itself more scopes, or another application's
    RunsCode, ///< brings code into sign-ins
    Reveals,  ///< shows secrets
    Destroys, ///< what is gone stays gone
    Weakens,  ///< changes how people sign in, what they may do, or where data go
    Personal, ///< shows personal data
    Plain,    ///< nothing to say, or nothing known
    Summary,  ///< opens its endpoints for a part of the answer only
    Own,      ///< about the user who holds the token: of no use to a machine
};

/// A scope of the Management API and what an admin should know of it.
struct KnownScope
{
    QString name{};
    ScopeKind kind = ScopeKind::Plain;
    QString remark{}; ///< a sentence or two, in English; empty when plain

    bool operator==(const KnownScope &) const = default;
};

/// Whether \a kind is a reason to look twice.
[[nodiscard]] bool isRisky(ScopeKind kind);

/// Every scope of the Management API that is known, sorted by name.
class ScopeCatalogue final
{
public:
    /// Reads the table that is part of the program; takes less than a millisecond.
    [[nodiscard]] static ScopeCatalogue read();

    [[nodiscard]] const QList<KnownScope> &all() const { return m_all; }
    /// nullptr: not known. Tokens of other APIs, and future ones of this, have scopes that are not.
    [[nodiscard]] const KnownScope *find(QStringView name) const;
    /// Plain, when the scope is not known.
    [[nodiscard]] ScopeKind kindOf(QStringView name) const;

private:
    QList<KnownScope> m_all;
};

} // namespace Tenantscope::Management
