// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QStringList>
#include <QStringView>

#include <atomic>
#include <optional>

namespace Tenantscope::Demo {

/// How the demo tenant can misbehave at /api/v2; the names are those of the command line.
enum class FaultKind {
    Unauthorized,    ///< `401`: "Expired token received…" for a living token
    Forbidden,       ///< `403`: insufficient_scope
    TooManyRequests, ///< `429`: with Retry-After: 1, whatever the bucket holds
    ServerError,     ///< `500`: in JSON
    Html,            ///< `html`: 200 and a captive portal's page
    Empty,           ///< `empty`: 200 and no body
    CutJson,   ///< `cut-json`: the first half of the body, its length stated as if it were whole
    Duplicate, ///< `duplicate`: a page begins with the last application of the page before, too
    Shrink,    ///< `shrink`: the list loses its first application while it is paged through
};

/// A misbehaviour, and how often.
struct Fault
{
    static constexpr int usualInterval = 5;

    FaultKind kind = FaultKind::ServerError;
    /// `401` … `cut-json`: every so many-th API call; `duplicate`: every so many-th page after the first;
    /// `shrink`: one application fewer after so many pages.
    int every = usualInterval;

    bool operator==(const Fault &) const = default;
};

/// Every fault's name, in the order of FaultKind.
[[nodiscard]] QStringList faultNames();

/// Reads `NAME` or `NAME:every=N`, N from 1 to 1,000,000. ErrorKind::Malformed with \a text as subject and what is
/// wrong with it as detail.
[[nodiscard]] Base::Result<Fault> parseFault(QStringView text);

/// Decides which answer goes wrong. Safe to ask from several threads.
class FaultPlan final
{
public:
    explicit FaultPlan(QList<Fault> faults);

    /// The fault of the next API call. Two of the same interval take turns: the second comes one call later.
    [[nodiscard]] std::optional<FaultKind> nextCall();
    /// Whether the page that starts at \a start with at most \a limit applications repeats one.
    [[nodiscard]] bool isRepeating(int start, int limit) const;
    /// How many applications have vanished from the front of the list; to be asked once per page. A request
    /// for the first page starts anew with none.
    [[nodiscard]] int vanished(int start);

private:
    const QList<Fault> m_faults;
    std::atomic<quint64> m_calls = 0;
    std::atomic<int> m_pages = 0;
};

} // namespace Tenantscope::Demo
