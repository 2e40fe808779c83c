// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/seededapplications.h"

#include "app/demo/clientparts.h"

namespace Tenantscope::Demo {

SeededApplications::SeededApplications(quint64 seed, int count)
    : m_seed(seed)
{
    m_traits.reserve(static_cast<size_t>(count) + 1);
    m_indices.reserve(count + 1);
    for (int index = 0; index < count; ++index) {
        m_traits.push_back(traitsOf(seed, index));
        m_indices.insert(clientIdOf(seed, index, m_traits.back()), index);
    }
    const Profile global = globalProfile(seed, count);
    m_traits.push_back(global.traits);
    m_indices.insert(global.clientId, count);
}

std::optional<int> SeededApplications::indexOf(const QByteArray &clientId) const
{
    const auto found = m_indices.constFind(clientId);
    return found == m_indices.constEnd() ? std::nullopt : std::optional(*found);
}

void SeededApplications::append(QByteArray &json, int index, const Projection &projection) const
{
    const Profile application = profile(index);
    ClientWriter writer(json, projection);
    writeIdentity(writer, application);
    writeUrls(writer, application);
    writeBehaviour(writer, application);
    writeLeftovers(writer, application);
    writeSecrets(writer, application);
}

Profile SeededApplications::profile(int index) const
{
    const Traits &own = traits(index);
    return own.isGlobal ? globalProfile(m_seed, index) : profileOf(m_seed, index, own);
}

} // namespace Tenantscope::Demo
