// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/acrosstenants.h"
#include "app/applications/comparison.h"

#include <functional>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace Tenantscope::Applications {

/// Compares two snapshots application by application.
class Comparer final
{
public:
    Comparer(Snapshot before, Snapshot after);
    Q_DISABLE_COPY_MOVE(Comparer)

    /// Goes on for some ten microseconds; false: the comparison is done.
    bool step();
    [[nodiscard]] qsizetype size() const { return m_size; }         ///< applications of both sides
    [[nodiscard]] qsizetype compared() const { return m_compared; } ///< of them
    /// After the last step, once.
    [[nodiscard]] Comparison take();

private:
    using Some = std::vector<Management::Application *>;
    using Key = std::pair<QString, QByteArray>;
    using KeyOf = std::function<Key(const Management::Application &)>;
    enum class Among { All, Singles }; ///< Singles: only where one of each side has a key
    struct Pair
    {
        Management::Application *before;
        Management::Application *after;
    };
    struct ByLabels
    {
        bool operator()(const ChangedApplication &a, const ChangedApplication &b) const;
    };

    void addOnly(QStringList &names, Snapshot &one, Snapshot &other);
    void addNeutral(Snapshot &snapshot, AcrossTenants &across);
    void addMatching();
    void addPairing(KeyOf keyOf, Among among);
    void addComparing();
    void addOnce(std::function<void()> work);
    template<typename List, typename Work>
    void addEach(List &list, Work work);
    template<typename Container, typename Work>
    void addDrain(Container &container, Work work);

    void pair(const Some &before, const Some &after, Among among);
    void compare(const Pair &pair);

    Snapshot m_before;
    Snapshot m_after;
    qsizetype m_size;
    qsizetype m_compared = 0;
    AcrossTenants m_acrossBefore{};
    AcrossTenants m_acrossAfter{};
    QStringList m_ignored{};
    // Both sides by a key, what has found no partner yet, and the pairs.
    std::map<Key, std::pair<Some, Some>> m_groups{};
    Some m_removed{};
    Some m_added{};
    std::vector<Pair> m_pairs{};
    // What was found, sorted.
    std::multiset<ChangedApplication, ByLabels> m_changed{};
    std::multiset<ApplicationLabel> m_removedLabels{};
    std::multiset<ApplicationLabel> m_addedLabels{};
    Comparison m_comparison{};
    /// The work, one part after the other. Each goes on a little when it is called; false: it has ended.
    std::vector<std::function<bool()>> m_parts{};
    size_t m_part = 0;
};

} // namespace Tenantscope::Applications
