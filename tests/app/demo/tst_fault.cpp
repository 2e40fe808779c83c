// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/fault.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Demo::Fault;
using Demo::FaultKind;
using Demo::FaultPlan;

Q_DECLARE_METATYPE(Tenantscope::Demo::FaultKind)

class TestFault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void parses_data();
    void parses();
    void everyNameParses();
    void refuses_data();
    void refuses();
    void strikesCalls_data();
    void strikesCalls();
    void repeatsOnPages_data();
    void repeatsOnPages();
    void shrinksAndStartsAnew();
    void healthyPlanDoesNothing();
};

void TestFault::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestFault::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<FaultKind>("kind");
    QTest::addColumn<int>("every");
    QTest::newRow("401") << u"401"_s << FaultKind::Unauthorized << 5;
    QTest::newRow("403") << u"403:every=1"_s << FaultKind::Forbidden << 1;
    QTest::newRow("429") << u"429:every=2"_s << FaultKind::TooManyRequests << 2;
    QTest::newRow("500") << u"500:every=3"_s << FaultKind::ServerError << 3;
    QTest::newRow("html") << u"html"_s << FaultKind::Html << 5;
    QTest::newRow("empty") << u"empty:every=1000000"_s << FaultKind::Empty << 1'000'000;
    QTest::newRow("cut-json") << u"cut-json:every=07"_s << FaultKind::CutJson << 7;
    QTest::newRow("duplicate") << u"duplicate:every=2"_s << FaultKind::Duplicate << 2;
    QTest::newRow("shrink") << u"shrink"_s << FaultKind::Shrink << 5;
}

void TestFault::parses()
{
    QFETCH(QString, text);
    QFETCH(FaultKind, kind);
    QFETCH(int, every);
    const auto fault = Demo::parseFault(text);
    QVERIFY(fault);
    QCOMPARE(fault->kind, kind);
    QCOMPARE(fault->every, every);
}

void TestFault::everyNameParses()
{
    const QStringList names = Demo::faultNames();
    QCOMPARE(names.size(), 9);
    for (const QString &name : names)
        QVERIFY2(Demo::parseFault(name), qPrintable(name));
}

void TestFault::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "404", "HTML", "html ", ":every=2", "html:", "html:every",
          "html:every=", "html:every=0", "html:every=-1", "html:every=1.5", "html:every=1000001",
          "html:every=99999999999", "html:each=2", "html:every=2:every=3", "html:every=two",
          "html,empty"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestFault::refuses()
{
    QFETCH(QString, text);
    const auto fault = Demo::parseFault(text);
    QVERIFY(!fault);
    QCOMPARE(fault.error().kind, Base::ErrorKind::Malformed);
    QCOMPARE(fault.error().subject, text);
    QVERIFY(!fault.error().detail.isEmpty());
}

void TestFault::strikesCalls_data()
{
    QTest::addColumn<QList<Fault>>("faults");
    QTest::addColumn<QString>("calls"); // a letter each: . none, H html, E empty, S 500
    const Fault html{FaultKind::Html, 3};
    const Fault empty{FaultKind::Empty, 3};
    QTest::newRow("every third") << QList<Fault>{html} << u"..H..H..H"_s;
    QTest::newRow("two of the same interval take turns")
        << QList<Fault>{html, empty} << u"..HE.HE.H"_s;
    QTest::newRow("always") << QList<Fault>{{FaultKind::ServerError, 1}} << u"SSS"_s;
    QTest::newRow("the first wins")
        << QList<Fault>{{FaultKind::ServerError, 1}, {FaultKind::Html, 1}} << u"SSS"_s;
    QTest::newRow("faults of pages are none of calls")
        << QList<Fault>{{FaultKind::Duplicate, 1}, {FaultKind::Shrink, 1}, html} << u"..H..H"_s;
}

void TestFault::strikesCalls()
{
    QFETCH(QList<Fault>, faults);
    QFETCH(QString, calls);
    FaultPlan plan(faults);
    QString seen;
    while (seen.size() < calls.size()) {
        const std::optional<FaultKind> kind = plan.nextCall();
        seen.append(
            !kind                                ? u'.'
                : kind == FaultKind::Html        ? u'H'
                : kind == FaultKind::Empty       ? u'E'
                : kind == FaultKind::ServerError ? u'S'
                                                 : u'?');
    }
    QCOMPARE(seen, calls);
}

void TestFault::repeatsOnPages_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("limit");
    QTest::addColumn<bool>("isRepeating");
    QTest::newRow("first page") << 0 << 100 << false;
    QTest::newRow("second page") << 100 << 100 << false;
    QTest::newRow("third page") << 200 << 100 << true;
    QTest::newRow("fifth page") << 400 << 100 << true;
    QTest::newRow("no limit") << 200 << 0 << false;
}

void TestFault::repeatsOnPages()
{
    QFETCH(int, start);
    QFETCH(int, limit);
    QFETCH(bool, isRepeating);
    QCOMPARE(FaultPlan({{FaultKind::Duplicate, 2}}).isRepeating(start, limit), isRepeating);
}

void TestFault::shrinksAndStartsAnew()
{
    FaultPlan plan({{FaultKind::Shrink, 2}});
    for (int run = 0; run < 2; ++run) {
        QCOMPARE(plan.vanished(0), 0);
        QCOMPARE(plan.vanished(100), 0);
        QCOMPARE(plan.vanished(200), 1);
        QCOMPARE(plan.vanished(300), 1);
        QCOMPARE(plan.vanished(400), 2);
    }
}

void TestFault::healthyPlanDoesNothing()
{
    FaultPlan plan({});
    QVERIFY(!plan.nextCall());
    QVERIFY(!plan.isRepeating(100, 100));
    QCOMPARE(plan.vanished(100), 0);
}

QTEST_APPLESS_MAIN(TestFault)
#include "tst_fault.moc"
