// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/walkplan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Management {

namespace {

constexpr int fruitlessAllowed = 1;
constexpr int sparePages = 50;
/// Where no total is stated: a million applications.
constexpr qint64 pagesWithoutTotal = 10'000;

qint64 pagesOf(qint64 total, int size)
{
    return total / size + (total % size != 0 ? 1 : 0);
}

} // namespace

std::optional<PagePlace> WalkPlan::place(int ahead) const
{
    if (m_from)
        return ahead == 0 ? std::optional<PagePlace>(Checkpoint{*m_from}) : std::nullopt;
    const bool isKnownToExist = !m_probing && m_total && m_next + ahead < pagesOf(*m_total, m_size);
    if (ahead > 0 && !isKnownToExist)
        return std::nullopt;
    return PageNumber{m_next + ahead};
}

WalkPlan::Outcome WalkPlan::take(const PageFacts &page)
{
    if (!m_from && isRegrant(page))
        return Outcome::AskAgain;
    m_probing = false;
    if (page.total)
        m_total = page.total;
    if (!m_firstTotal)
        m_firstTotal = page.total;
    ++m_pages;
    m_fruitless = hasNew(page) ? 0 : m_fruitless + 1;

    const Outcome outcome = m_from ? takeCheckpoint(page) : takeNumbered(page);
    if (outcome == Outcome::GoOn && (m_fruitless > fruitlessAllowed || m_pages >= mostPages()))
        return Outcome::Endless;
    return outcome;
}

bool WalkPlan::isRegrant(const PageFacts &page)
{
    if (!page.limit || *page.limit <= 0 || *page.limit >= m_size)
        return false;
    const qint64 covered = qint64(m_next) * m_size;
    m_size = int(*page.limit);
    m_next = int(covered / m_size);
    if (covered == 0)
        return false; // the first page starts where it should, whatever its size
    m_probing = true;
    return true;
}

WalkPlan::Outcome WalkPlan::takeNumbered(const PageFacts &page)
{
    const qsizetype count = page.identities.size();
    const bool first = m_next++ == 0;
    if (!page.next.isEmpty()) { // asked by number, answered by checkpoint
        m_from = page.next;
        return Outcome::GoOn;
    }
    if (count == 0)
        return Outcome::Done;
    if (m_total)
        return m_next >= pagesOf(*m_total, m_size) ? Outcome::Done : Outcome::GoOn;
    // Without a total nothing tells how large a page was granted (an array holds "at most 50, silently"), so
    // the first page's length is the size, and only a shorter one after it is the last.
    if (first)
        m_size = int(std::min<qsizetype>(count, m_size));
    return !first && count < m_size ? Outcome::Done : Outcome::GoOn;
}

WalkPlan::Outcome WalkPlan::takeCheckpoint(const PageFacts &page)
{
    if (page.shape == PageShape::Array)
        return Outcome::Malformed;
    if (page.next.isEmpty())
        return Outcome::Done;
    m_from = page.next;
    return Outcome::GoOn;
}

bool WalkPlan::fallBack(const Base::Error &error)
{
    // The only words there are for it: errorCode is absent from this answer.
    if (m_from || error.status != 400
        || !error.description.contains("only page through the first"_L1, Qt::CaseInsensitive))
        return false;
    m_from = QString();
    m_size = largestPage;
    m_probing = true;
    m_pages = 0;
    m_fruitless = 0;
    m_seen.clear(); // all that was delivered comes once more, and is no sign of a loop
    return true;
}

bool WalkPlan::hasNew(const PageFacts &page)
{
    const qsizetype before = m_seen.size();
    for (const size_t identity : page.identities)
        m_seen.insert(identity);
    return m_seen.size() > before;
}

qint64 WalkPlan::mostPages() const
{
    return m_firstTotal ? pagesOf(*m_firstTotal, m_size) + sparePages : pagesWithoutTotal;
}

} // namespace Tenantscope::Management
