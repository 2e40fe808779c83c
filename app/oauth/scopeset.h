// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace Tenantscope::OAuth {

/// Scopes of a token: a sorted set of words (RFC 6749 §3.3), or *unknown* when the token does not tell.
class ScopeSet final
{
public:
    ScopeSet() = default; ///< unknown
    /// From a space-separated list; an empty one is "no scope", not unknown.
    [[nodiscard]] static ScopeSet fromText(QStringView text);

    [[nodiscard]] bool isKnown() const { return m_known; }
    [[nodiscard]] const QStringList &names() const { return m_names; } ///< sorted, each once
    [[nodiscard]] bool contains(QStringView name) const;
    [[nodiscard]] bool containsAny(const QStringList &names) const;

    bool operator==(const ScopeSet &) const = default;

private:
    bool m_known = false;
    QStringList m_names;
};

} // namespace Tenantscope::OAuth
