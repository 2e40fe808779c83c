// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/comparer.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

using Management::Application;

namespace {

ApplicationLabel labelOf(const Application &application)
{
    return {.clientId = application.clientId(), .name = application.name()};
}

Comparison::MatchedBy matchingOf(const Snapshot &before, const Snapshot &after)
{
    return areOfOneTenant(before, after) ? Comparison::MatchedBy::ClientId
                                         : Comparison::MatchedBy::Name;
}

std::vector<Application *> pointersTo(Snapshot &snapshot)
{
    std::vector<Application *> pointers;
    for (Application &application : snapshot.applications)
        pointers.push_back(&application);
    return pointers;
}

} // namespace

bool Comparer::ByLabels::operator()(const ChangedApplication &a, const ChangedApplication &b) const
{
    return std::tie(a.before, a.after) < std::tie(b.before, b.after);
}

Comparer::Comparer(Snapshot before, Snapshot after)
    : m_before(std::move(before))
    , m_after(std::move(after))
    , m_size(m_before.applications.size() + m_after.applications.size())
{
    m_comparison.matchedBy = matchingOf(m_before, m_after);
    addOnly(m_comparison.onlyBefore, m_before, m_after);
    addOnly(m_comparison.onlyAfter, m_after, m_before);
    if (m_comparison.matchedBy == Comparison::MatchedBy::Name) {
        m_ignored = {u"client_id"_s};
        addNeutral(m_before, m_acrossBefore);
        addNeutral(m_after, m_acrossAfter);
    }
    addMatching();
    addComparing();
}

bool Comparer::step()
{
    while (m_part < m_parts.size()) {
        if (m_parts[m_part]())
            return true;
        ++m_part;
    }
    return false;
}

Comparison Comparer::take()
{
    return std::move(m_comparison);
}

/// The members that all of \a one have and none of \a other.
void Comparer::addOnly(QStringList &names, Snapshot &one, Snapshot &other)
{
    if (one.applications.isEmpty() || other.applications.isEmpty())
        return;
    names = std::as_const(one.applications).front().members().keys();
    addEach(one.applications, [&names](const Application &application) {
        names.removeIf([&](const QString &name) { return !application.members().contains(name); });
    });
    addEach(other.applications, [&names](const Application &application) {
        names.removeIf([&](const QString &name) { return application.members().contains(name); });
    });
}

void Comparer::addNeutral(Snapshot &snapshot, AcrossTenants &across)
{
    addEach(snapshot.applications, [&across](const Application &application) {
        across.learn(application);
    });
    addEach(snapshot.applications, [&across](Application &application) {
        application = across.comparable(application);
    });
}

/// Pairs step by step; what no step found a partner for is left over.
void Comparer::addMatching()
{
    const auto name = [by = m_comparison.matchedBy](const Application &application) {
        return by == Comparison::MatchedBy::ClientId ? application.clientId() : application.name();
    };
    addOnce([this] {
        m_removed = pointersTo(m_before);
        m_added = pointersTo(m_after);
    });
    addPairing(
        [name](const Application &application) { return Key(name(application), {}); },
        Among::Singles);
    addPairing(
        [this, name](const Application &application) {
            return Key(name(application), canonicalText(application.members(), m_ignored));
        },
        Among::All);
    addPairing(
        [name](const Application &application) {
            return Key(name(application), application.appType().toUtf8());
        },
        Among::All);
}

/// Pairs those that have the same key, in turn.
void Comparer::addPairing(KeyOf keyOf, Among among)
{
    addEach(m_removed, [this, keyOf](Application *application) {
        m_groups[keyOf(*application)].first.push_back(application);
    });
    addEach(m_added, [this, keyOf](Application *application) {
        m_groups[keyOf(*application)].second.push_back(application);
    });
    addOnce([this] {
        m_removed.clear();
        m_added.clear();
    });
    addDrain(m_groups, [this, among](const auto &node) {
        pair(node.mapped().first, node.mapped().second, among);
    });
}

void Comparer::addComparing()
{
    addEach(m_pairs, [this](const Pair &pair) { compare(pair); });
    addEach(m_removed, [this](const Application *application) {
        m_removedLabels.insert(labelOf(*application));
        ++m_compared;
    });
    addEach(m_added, [this](const Application *application) {
        m_addedLabels.insert(labelOf(*application));
        ++m_compared;
    });
    addDrain(
        m_changed, [this](auto node) { m_comparison.changed.append(std::move(node.value())); });
    addDrain(m_removedLabels, [this](auto node) {
        m_comparison.removed.append(std::move(node.value()));
    });
    addDrain(
        m_addedLabels, [this](auto node) { m_comparison.added.append(std::move(node.value())); });
}

void Comparer::addOnce(std::function<void()> work)
{
    m_parts.emplace_back([work] {
        work();
        return false;
    });
}

/// \a work with each element of \a list, in their order.
template<typename List, typename Work>
void Comparer::addEach(List &list, Work work)
{
    m_parts.emplace_back([&list, work, place = typename List::size_type(0)]() mutable {
        if (place == list.size())
            return false;
        work(list[place++]);
        return true;
    });
}

/// \a work with each node of \a container, which it is taken out of.
template<typename Container, typename Work>
void Comparer::addDrain(Container &container, Work work)
{
    m_parts.emplace_back([&container, work] {
        if (container.empty())
            return false;
        work(container.extract(container.begin()));
        return true;
    });
}

void Comparer::pair(const Some &before, const Some &after, Among among)
{
    const bool isSingle = before.size() == 1 && after.size() == 1;
    const size_t pairs = among == Among::Singles && !isSingle
        ? 0
        : std::min(before.size(), after.size());
    for (size_t i = 0; i < pairs; ++i)
        m_pairs.push_back({before[i], after[i]});
    m_removed.insert(m_removed.end(), before.begin() + ptrdiff_t(pairs), before.end());
    m_added.insert(m_added.end(), after.begin() + ptrdiff_t(pairs), after.end());
}

void Comparer::compare(const Pair &pair)
{
    QList<FieldChange> fields = changesBetween(
        pair.before->members(), pair.after->members(), m_ignored);
    if (!fields.isEmpty())
        m_changed.insert(
            {.before = labelOf(*pair.before),
             .after = labelOf(*pair.after),
             .fields = std::move(fields)});
    *pair.before = {}; // not all at the end: that takes its time, too
    *pair.after = {};
    m_compared += 2;
}

} // namespace Tenantscope::Applications
