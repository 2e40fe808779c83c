// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/walkplan.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Management::Application;
using Management::Checkpoint;
using Management::Page;
using Management::PageFacts;
using Management::PageNumber;
using Management::PagePlace;
using Management::WalkPlan;
using Outcome = WalkPlan::Outcome;

namespace {

PageFacts pageOf(int first, int count)
{
    Page page;
    for (int i = first; i < first + count; ++i) {
        page.applications.append(Application(QJsonObject{{u"client_id"_s, QString::number(i)}}));
        page.spans.append(Base::JsonSpan());
    }
    return factsOf(page);
}

PageFacts numbered(int first, int count, qint64 total, qint64 limit = 100)
{
    PageFacts page = pageOf(first, count);
    page.shape = Page::Shape::Totals;
    page.total = total;
    page.start = first;
    page.limit = limit;
    return page;
}

PageFacts checkpoint(int first, int count, const QString &next)
{
    PageFacts page = pageOf(first, count);
    page.shape = Page::Shape::Checkpoint;
    page.next = next;
    return page;
}

Base::Error firstThousandOnly()
{
    Base::Error error{};
    error.kind = Base::ErrorKind::UnexpectedStatus;
    error.status = 400;
    error.description =
        u"You can only page through the first 1000 records. See https://auth0.com/docs/"_s;
    return error;
}

} // namespace

class TestWalkPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void startsWithTheFirstPageAlone();
    void endsWhereTheTotalDoes_data();
    void endsWhereTheTotalDoes();
    void followsAGrowingTotal();
    void endsAtAnEmptyPage();
    void believesTheGrantedSize();
    void numbersAnewWhenLessIsGrantedLater();
    void pagesArraysUntilAShortOne();
    void followsACheckpoint();
    void fallsBackToCheckpoints();
    void stopsAfterTwoPagesWithoutNews();
    void stopsWhenTotalsNeverEnd();
    void distrustsAnArrayForACheckpoint();
};

void TestWalkPlan::startsWithTheFirstPageAlone()
{
    WalkPlan plan;
    QCOMPARE(plan.place(0), std::optional<PagePlace>(PageNumber{0}));
    QCOMPARE(plan.place(1), std::nullopt);
    QCOMPARE(plan.take(numbered(0, 100, 250)), Outcome::GoOn);
    QCOMPARE(plan.place(0), std::optional<PagePlace>(PageNumber{1}));
    QCOMPARE(plan.place(1), std::optional<PagePlace>(PageNumber{2}));
    QCOMPARE(plan.place(2), std::nullopt); // 250 are three pages
    plan.probe();
    QCOMPARE(plan.place(0), std::optional<PagePlace>(PageNumber{1}));
    QCOMPARE(plan.place(1), std::nullopt);
}

void TestWalkPlan::endsWhereTheTotalDoes_data()
{
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("pages");
    QTest::newRow("none") << 0 << 1;
    QTest::newRow("a short page") << 7 << 1;
    QTest::newRow("exactly one page") << 100 << 1;
    QTest::newRow("one more") << 101 << 2;
    QTest::newRow("many") << 1'579 << 16;
}

void TestWalkPlan::endsWhereTheTotalDoes()
{
    QFETCH(int, total);
    QFETCH(int, pages);
    WalkPlan plan;
    for (int page = 0; page < pages; ++page) {
        const int count = std::min(100, total - page * 100);
        QCOMPARE(
            plan.take(numbered(page * 100, count, total)),
            page + 1 == pages ? Outcome::Done : Outcome::GoOn);
    }
    QCOMPARE(plan.total(), std::optional<qint64>(total));
}

void TestWalkPlan::followsAGrowingTotal()
{
    WalkPlan plan;
    QCOMPARE(plan.take(numbered(0, 100, 200)), Outcome::GoOn);
    QCOMPARE(plan.take(numbered(100, 100, 201)), Outcome::GoOn);
    QCOMPARE(plan.place(0), std::optional<PagePlace>(PageNumber{2}));
    QCOMPARE(plan.take(numbered(200, 1, 201)), Outcome::Done);
    QCOMPARE(plan.total(), std::optional<qint64>(201));
}

void TestWalkPlan::endsAtAnEmptyPage()
{
    WalkPlan plan;
    QCOMPARE(plan.take(numbered(0, 100, 300)), Outcome::GoOn);
    QCOMPARE(plan.take(numbered(100, 0, 300)), Outcome::Done);
}

void TestWalkPlan::believesTheGrantedSize()
{
    WalkPlan plan;
    QCOMPARE(plan.take(numbered(0, 50, 120, 50)), Outcome::GoOn);
    QCOMPARE(plan.pageSize(), 50);
    QCOMPARE(plan.place(0), std::optional<PagePlace>(PageNumber{1}));
    QCOMPARE(plan.place(2), std::nullopt);
    QCOMPARE(plan.take(numbered(50, 50, 120, 50)), Outcome::GoOn);
    QCOMPARE(plan.take(numbered(100, 20, 120, 50)), Outcome::Done);
}

void TestWalkPlan::numbersAnewWhenLessIsGrantedLater()
{
    WalkPlan plan;
    QCOMPARE(plan.take(numbered(0, 100, 1'000)), Outcome::GoOn);
    QCOMPARE(plan.take(numbered(100, 100, 1'000)), Outcome::GoOn);
    QCOMPARE(plan.take(numbered(60, 30, 1'000, 30)), Outcome::AskAgain); // 200 covered so far
    QCOMPARE(plan.pageSize(), 30);
    QCOMPARE(
        plan.place(0),
        std::optional<PagePlace>(PageNumber{6})); // from the 180th on: nothing is left out
    QCOMPARE(plan.place(1), std::nullopt);
    QCOMPARE(plan.take(numbered(180, 30, 1'000, 30)), Outcome::GoOn);
}

void TestWalkPlan::pagesArraysUntilAShortOne()
{
    WalkPlan plan;
    QCOMPARE(plan.take(pageOf(0, 50)), Outcome::GoOn); // 50 of how many?
    QCOMPARE(plan.pageSize(), 50);
    QCOMPARE(plan.place(0), std::optional<PagePlace>(PageNumber{1}));
    QCOMPARE(plan.place(1), std::nullopt);
    QCOMPARE(plan.take(pageOf(50, 50)), Outcome::GoOn);
    QCOMPARE(plan.take(pageOf(100, 49)), Outcome::Done);

    WalkPlan few;
    QCOMPARE(few.take(pageOf(0, 3)), Outcome::GoOn);
    QCOMPARE(few.take(pageOf(3, 0)), Outcome::Done);
}

void TestWalkPlan::followsACheckpoint()
{
    WalkPlan plan;
    QCOMPARE(plan.take(checkpoint(0, 100, u"http://evil.example/?x"_s)), Outcome::GoOn);
    QCOMPARE(plan.place(0), std::optional<PagePlace>(Checkpoint{u"http://evil.example/?x"_s}));
    QCOMPARE(plan.place(1), std::nullopt);
    QCOMPARE(plan.take(checkpoint(100, 0, u"y"_s)), Outcome::GoOn); // empty, yet not the last
    QCOMPARE(plan.take(checkpoint(100, 20, {})), Outcome::Done);
}

void TestWalkPlan::fallsBackToCheckpoints()
{
    WalkPlan plan;
    for (int page = 0; page < 10; ++page)
        QCOMPARE(plan.take(numbered(page * 100, 100, 1'200)), Outcome::GoOn);
    Base::Error other = firstThousandOnly();
    other.description = u"Query validation error: page"_s;
    QVERIFY(!plan.fallBack(other));
    QVERIFY(plan.fallBack(firstThousandOnly()));
    QCOMPARE(plan.place(0), std::optional<PagePlace>(Checkpoint{}));
    for (int page = 0; page < 11; ++page) // the first ten bring nothing new, and are no loop
        QCOMPARE(plan.take(checkpoint(page * 100, 100, QString::number(page))), Outcome::GoOn);
    QVERIFY(!plan.fallBack(firstThousandOnly()));
    QCOMPARE(plan.take(checkpoint(1'100, 100, {})), Outcome::Done);
}

void TestWalkPlan::stopsAfterTwoPagesWithoutNews()
{
    WalkPlan plan;
    QCOMPARE(plan.take(numbered(0, 100, 10'000)), Outcome::GoOn);
    QCOMPARE(plan.take(numbered(0, 100, 10'000)), Outcome::GoOn);
    QCOMPARE(plan.take(numbered(100, 100, 10'000)), Outcome::GoOn); // news: counted anew
    QCOMPARE(plan.take(numbered(0, 100, 10'000)), Outcome::GoOn);
    QCOMPARE(plan.take(numbered(100, 100, 10'000)), Outcome::Endless);
}

void TestWalkPlan::stopsWhenTotalsNeverEnd()
{
    WalkPlan plan;
    int pages = 1;
    for (; pages < 1'000; ++pages) {
        if (plan.take(numbered(pages * 100, 100, 200 + pages * 100)) != Outcome::GoOn)
            break;
    }
    QCOMPARE(pages, 3 + 50); // the first total was three pages
}

void TestWalkPlan::distrustsAnArrayForACheckpoint()
{
    WalkPlan plan;
    QVERIFY(plan.fallBack(firstThousandOnly()));
    QCOMPARE(plan.take(pageOf(0, 50)), Outcome::Malformed); // "at most 50, silently"
}

QTEST_GUILESS_MAIN(TestWalkPlan)
#include "tst_walkplan.moc"
