// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/scopeset.h"

#include <algorithm>

namespace Tenantscope::OAuth {

ScopeSet ScopeSet::fromText(QStringView text)
{
    ScopeSet scopes;
    scopes.m_known = true;
    // RFC 6749 §3.3 parts them by one blank; simplified() takes any white space.
    for (const QString &name : text.toString().simplified().split(u' ', Qt::SkipEmptyParts))
        scopes.m_names << name;
    scopes.m_names.sort();
    scopes.m_names.removeDuplicates();
    return scopes;
}

bool ScopeSet::contains(QStringView name) const
{
    return std::binary_search(
        m_names.begin(), m_names.end(), name, [](QStringView a, QStringView b) { return a < b; });
}

bool ScopeSet::containsAny(const QStringList &names) const
{
    return std::any_of(
        names.begin(), names.end(), [this](const QString &name) { return contains(name); });
}

} // namespace Tenantscope::OAuth
