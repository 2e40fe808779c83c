// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"
#include "app/management/listquery.h"
#include "app/management/page.h"

#include <QSet>

#include <optional>

namespace Tenantscope::Management {

/// Decides, purely, which pages a walk asks for and what each answer means for it.
///
/// Sizes and totals come from the answers: a page size granted smaller than asked for moves every page
/// number, a total may change with each page (https://auth0.com/docs/api/management/v2/clients/get-clients).
class WalkPlan final
{
public:
    enum class Outcome {
        GoOn,
        Done,      ///< this was the last page
        AskAgain,  ///< not to be delivered: pages are numbered anew, by the size granted now
        Endless,   ///< the tenant keeps sending what is known already, or far more than it counts
        Malformed, ///< an answer that does not say how to go on
    };

    /// \a total: what an earlier walk was told, until this one is told anew.
    explicit WalkPlan(std::optional<qint64> total = {})
        : m_total(total)
    {
    }

    /// The place of the page \a ahead places after the first undelivered one; nullopt: not known yet whether
    /// there is one, or not to be asked for yet.
    [[nodiscard]] std::optional<PagePlace> place(int ahead) const;
    [[nodiscard]] int pageSize() const { return m_size; }
    [[nodiscard]] std::optional<qint64> total() const { return m_total; }

    /// The answer to place(0).
    [[nodiscard]] Outcome take(const PageFacts &page);
    /// True when \a error, the answer to place(0), means that the tenant no longer pages by number: then the walk
    /// starts over by checkpoint.
    [[nodiscard]] bool fallBack(const Base::Error &error);
    /// The next page travels alone again.
    void probe() { m_probing = true; }

private:
    [[nodiscard]] bool isRegrant(const PageFacts &page);
    [[nodiscard]] Outcome takeNumbered(const PageFacts &page);
    [[nodiscard]] Outcome takeCheckpoint(const PageFacts &page);
    [[nodiscard]] bool hasNew(const PageFacts &page);
    [[nodiscard]] qint64 mostPages() const;

    std::optional<QString> m_from; ///< set: by checkpoint
    int m_size = largestPage;
    int m_next = 0; ///< number of the first undelivered page
    bool m_probing = true;
    std::optional<qint64> m_total;
    std::optional<qint64> m_firstTotal;
    qint64 m_pages = 0;
    int m_fruitless = 0; ///< pages in a row without anything new
    QSet<size_t> m_seen; ///< hashes: IDs of 100,000 applications would take ten times the memory
};

} // namespace Tenantscope::Management
