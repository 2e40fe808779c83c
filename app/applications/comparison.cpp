// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/comparison.h"

#include "app/applications/acrosstenants.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

using Management::Application;

bool operator<(const ApplicationLabel &a, const ApplicationLabel &b)
{
    return std::tie(a.name, a.clientId) < std::tie(b.name, b.clientId);
}

namespace {

using Applications = std::vector<const Application *>;

ApplicationLabel labelOf(const Application &application)
{
    return {.clientId = application.clientId(), .name = application.name()};
}

struct Pair
{
    const Application *before;
    const Application *after;
};

/// Pairs applications step by step; what no step found a partner for is left over.
class Matcher final
{
public:
    Matcher(const Snapshot &before, const Snapshot &after)
        : m_removed(pointersTo(before))
        , m_added(pointersTo(after))
    {
    }

    /// Pairs those that have the same \a key, in turn. \a onlySingles: unless several have it.
    template<typename Key>
    void pairBy(Key key, bool onlySingles = false)
    {
        using Group = std::pair<Applications, Applications>;
        std::map<std::invoke_result_t<Key, const Application &>, Group> groups;
        for (const Application *application : std::exchange(m_removed, {}))
            groups[key(*application)].first.push_back(application);
        for (const Application *application : std::exchange(m_added, {}))
            groups[key(*application)].second.push_back(application);
        for (const auto &[value, group] : groups) {
            const auto &[before, after] = group;
            const bool isSingle = before.size() == 1 && after.size() == 1;
            const size_t pairs = onlySingles && !isSingle ? 0
                                                          : std::min(before.size(), after.size());
            for (size_t i = 0; i < pairs; ++i)
                m_pairs.push_back({before[i], after[i]});
            m_removed.insert(m_removed.end(), before.begin() + ptrdiff_t(pairs), before.end());
            m_added.insert(m_added.end(), after.begin() + ptrdiff_t(pairs), after.end());
        }
    }

    std::vector<Pair> m_pairs{};
    Applications m_removed;
    Applications m_added;

private:
    [[nodiscard]] static Applications pointersTo(const Snapshot &snapshot)
    {
        Applications applications;
        for (const Application &application : snapshot.applications)
            applications.push_back(&application);
        return applications;
    }
};

Matcher matched(
    const Snapshot &before, const Snapshot &after, Comparison::MatchedBy by,
    const QStringList &ignored)
{
    Matcher matcher(before, after);
    const auto key = [by](const Application &application) {
        return by == Comparison::MatchedBy::ClientId ? application.clientId() : application.name();
    };
    matcher.pairBy(key, true);
    matcher.pairBy([&](const Application &application) {
        return std::pair(key(application), canonicalText(application.members(), ignored));
    });
    matcher.pairBy([&](const Application &application) {
        return std::pair(key(application), application.appType());
    });
    return matcher;
}

QStringList membersOfAll(const Snapshot &snapshot)
{
    if (snapshot.applications.isEmpty())
        return {};
    QStringList names = snapshot.applications.front().members().keys();
    for (const Application &application : snapshot.applications)
        names.removeIf([&](const QString &name) { return !application.members().contains(name); });
    return names;
}

/// The members that all of \a one have and none of \a other.
QStringList seenOnlyIn(const Snapshot &one, const Snapshot &other)
{
    QStringList names = other.applications.isEmpty() ? QStringList() : membersOfAll(one);
    for (const Application &application : other.applications)
        names.removeIf([&](const QString &name) { return application.members().contains(name); });
    return names;
}

QList<ApplicationLabel> labels(const Applications &applications)
{
    QList<ApplicationLabel> list;
    for (const Application *application : applications)
        list.append(labelOf(*application));
    std::sort(list.begin(), list.end());
    return list;
}

Comparison compared(const Snapshot &before, const Snapshot &after, Comparison::MatchedBy by)
{
    const QStringList ignored = by == Comparison::MatchedBy::ClientId ? QStringList()
                                                                      : QStringList{u"client_id"_s};
    const Matcher matcher = matched(before, after, by, ignored);
    Comparison comparison{
        .matchedBy = by,
        .added = labels(matcher.m_added),
        .removed = labels(matcher.m_removed),
        .changed = {},
        .onlyBefore = {},
        .onlyAfter = {}};
    for (const Pair &pair : matcher.m_pairs) {
        QList<FieldChange> fields = changesBetween(
            pair.before->members(), pair.after->members(), ignored);
        if (!fields.isEmpty())
            comparison.changed.append(
                {.before = labelOf(*pair.before),
                 .after = labelOf(*pair.after),
                 .fields = std::move(fields)});
    }
    std::stable_sort(
        comparison.changed.begin(), comparison.changed.end(),
        [](const ChangedApplication &a, const ChangedApplication &b) {
            return std::tie(a.before, a.after) < std::tie(b.before, b.after);
        });
    return comparison;
}

} // namespace

Comparison compare(const Snapshot &before, const Snapshot &after)
{
    Comparison comparison = areOfOneTenant(before, after)
        ? compared(before, after, Comparison::MatchedBy::ClientId)
        : compared(
            comparableAcrossTenants(before), comparableAcrossTenants(after),
            Comparison::MatchedBy::Name);
    comparison.onlyBefore = seenOnlyIn(before, after);
    comparison.onlyAfter = seenOnlyIn(after, before);
    return comparison;
}

} // namespace Tenantscope::Applications
