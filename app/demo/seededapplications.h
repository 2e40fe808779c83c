// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/demo/clientfields.h"
#include "app/demo/profile.h"

#include <QHash>

#include <optional>
#include <vector>

namespace Tenantscope::Demo {

/// The demo tenant's applications: a function of the seed that is written down anew for each answer, so
/// that a hundred thousand of them cost neither memory nor time to start. Unchanging, hence free to be
/// used by several threads.
class SeededApplications final
{
public:
    /// \a count applications and the global client after them.
    SeededApplications(quint64 seed, int count);

    /// How many there are with the global client.
    [[nodiscard]] int size() const { return static_cast<int>(m_traits.size()); }
    [[nodiscard]] const Traits &traits(int index) const
    {
        return m_traits[static_cast<size_t>(index)];
    }
    [[nodiscard]] std::optional<int> indexOf(const QByteArray &clientId) const;

    /// Appends the client object of application \a index, with the members that \a projection has.
    void append(QByteArray &json, int index, const Projection &projection) const;

private:
    [[nodiscard]] Profile profile(int index) const;

    quint64 m_seed;
    std::vector<Traits> m_traits;
    QHash<QByteArray, int> m_indices; // by client_id
};

} // namespace Tenantscope::Demo
