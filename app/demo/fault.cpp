// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/fault.h"

#include <algorithm>
#include <array>

namespace Tenantscope::Demo {

using namespace Qt::StringLiterals;
using Base::ErrorKind;
using Base::failure;
using Base::Result;

namespace {

struct Name
{
    FaultKind kind;
    QLatin1StringView name;
};

constexpr std::array names{
    Name{FaultKind::Unauthorized, "401"_L1},    Name{FaultKind::Forbidden, "403"_L1},
    Name{FaultKind::TooManyRequests, "429"_L1}, Name{FaultKind::ServerError, "500"_L1},
    Name{FaultKind::Html, "html"_L1},           Name{FaultKind::Empty, "empty"_L1},
    Name{FaultKind::CutJson, "cut-json"_L1},    Name{FaultKind::Duplicate, "duplicate"_L1},
    Name{FaultKind::Shrink, "shrink"_L1},
};

constexpr int longestInterval = 1'000'000;

tl::unexpected<Base::Error> badFault(QStringView text, const QString &why)
{
    return failure({.kind = ErrorKind::Malformed, .subject = text.toString(), .detail = why});
}

/// Whether the fault befalls calls as they come, rather than pages of a list.
bool strikesCalls(FaultKind kind)
{
    return kind != FaultKind::Duplicate && kind != FaultKind::Shrink;
}

std::optional<int> interval(const QList<Fault> &faults, FaultKind kind)
{
    const auto found = std::ranges::find(faults, kind, &Fault::kind);
    return found == faults.end() ? std::nullopt : std::optional(found->every);
}

} // namespace

QStringList faultNames()
{
    QStringList list;
    for (const Name &name : names)
        list.append(name.name);
    return list;
}

Result<Fault> parseFault(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    const QStringView name = colon < 0 ? text : text.first(colon);
    const auto found = std::ranges::find_if(
        names, [name](const Name &known) { return name == known.name; });
    if (found == names.end())
        return badFault(text, QString(u"not one of "_s + faultNames().join(", "_L1)));
    Fault fault{found->kind};
    if (colon < 0)
        return fault;

    const QStringView option = text.sliced(colon + 1);
    constexpr QLatin1StringView prefix = "every="_L1;
    bool isNumber = false;
    if (option.startsWith(prefix))
        fault.every = option.sliced(prefix.size()).toInt(&isNumber);
    if (!isNumber || fault.every < 1 || fault.every > longestInterval)
        return badFault(text, u"after the name only :every=N may stand, N from 1 to 1000000"_s);
    return fault;
}

FaultPlan::FaultPlan(QList<Fault> faults)
    : m_faults(std::move(faults))
{
}

std::optional<FaultKind> FaultPlan::nextCall()
{
    const quint64 call = ++m_calls;
    quint64 turn = 0;
    for (const Fault &fault : m_faults) {
        if (!strikesCalls(fault.kind))
            continue;
        const auto every = static_cast<quint64>(fault.every);
        if (call > turn && (call - turn) % every == 0)
            return fault.kind;
        ++turn;
    }
    return std::nullopt;
}

bool FaultPlan::isRepeating(int start, int limit) const
{
    const std::optional<int> every = interval(m_faults, FaultKind::Duplicate);
    return every && start > 0 && limit > 0 && (start / limit) % *every == 0;
}

int FaultPlan::vanished(int start)
{
    const std::optional<int> every = interval(m_faults, FaultKind::Shrink);
    if (!every)
        return 0;
    if (start == 0) {
        m_pages = 0;
        return 0;
    }
    return ++m_pages / *every;
}

} // namespace Tenantscope::Demo
