// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/timetext.h"

#include <QTest>
#include <QTimeZone>

using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTimeText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void countdown_data();
    void countdown();
    void duration_data();
    void duration();
    void local_data();
    void local();
    void utc();
};

void TestTimeText::countdown_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    const auto row = [](std::chrono::milliseconds left, const char *text) {
        QTest::newRow(text) << qint64(left.count()) << QString::fromLatin1(text);
    };
    row(76h, "3 days 4 h");
    row(48h, "2 days 0 h");
    row(48h - 1ms, "47 h 59 min");
    row(22h + 14min + 59s, "22 h 14 min");
    row(1h, "1 h 0 min");
    row(1h - 1ms, "59:59");
    row(59min + 32s, "59:32");
    row(60s, "1:00");
    row(60s - 1ms, "0:59");
    row(42s + 999ms, "0:42");
    row(1s, "0:01");
    row(999ms, "Expired just now"); // never "0:00"
    QTest::newRow("over") << qint64(-5'000) << u"Expired just now"_s;
}

void TestTimeText::countdown()
{
    QFETCH(qint64, milliseconds);
    QTEST(countdownText(std::chrono::milliseconds(milliseconds)), "text");
}

void TestTimeText::duration_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << qint64(45) << u"45 s"_s;
    QTest::newRow("minutes, rounded down") << qint64(119) << u"1 min"_s;
    QTest::newRow("58 minutes") << qint64(58 * 60) << u"58 min"_s;
    QTest::newRow("hours") << qint64(22 * 3600 + 14 * 60) << u"22 h 14 min"_s;
    QTest::newRow("days") << qint64(3 * 86400) << u"3 days 0 h"_s;
    QTest::newRow("negative") << qint64(-3) << u"0 s"_s;
}

void TestTimeText::duration()
{
    QFETCH(qint64, seconds);
    QTEST(durationText(std::chrono::seconds(seconds)), "text");
}

void TestTimeText::local_data()
{
    QTest::addColumn<QDateTime>("instant");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("withDate");
    const auto at = [](int year, int month, int day) {
        return QDateTime(QDate(year, month, day), QTime(14, 5), Qt::UTC);
    };
    QTest::newRow("today") << at(2026, 11, 24) << u"14:05"_s << u"Tue 24 Nov 14:05"_s;
    QTest::newRow("tomorrow") << at(2026, 11, 25) << u"Wed 14:05"_s << u"Wed 25 Nov 14:05"_s;
    QTest::newRow("in a week") << at(2026, 12, 1) << u"Tue 1 Dec 14:05"_s << u"Tue 1 Dec 14:05"_s;
    QTest::newRow("yesterday") << at(2026, 11, 23) << u"Mon 14:05"_s << u"Mon 23 Nov 14:05"_s;
    QTest::newRow("next year") << at(2027, 1, 2) << u"Sat 2 Jan 2027 14:05"_s
                               << u"Sat 2 Jan 2027 14:05"_s;
}

void TestTimeText::local()
{
    QFETCH(QDateTime, instant);
    const QDateTime now(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);
    QTEST(localText(instant, now), "text");
    QTEST(dateText(instant, now), "withDate");
}

void TestTimeText::utc()
{
    const QDateTime instant(QDate(2026, 11, 24), QTime(14, 5), QTimeZone(3600));
    QCOMPARE(utcText(instant), u"13:05 UTC"_s);
}

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_timetext.moc"
