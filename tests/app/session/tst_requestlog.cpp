// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/requestlog.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Http::Exchange;
using Session::RequestLog;

namespace {

Exchange exchangeOf(quint64 id, int status = 0)
{
    Exchange exchange;
    exchange.id = id;
    exchange.status = status;
    exchange.responseBody = "body";
    exchange.requestBody = "body";
    return exchange;
}

} // namespace

class TestRequestLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void appendsAndReplaces();
    void keepsTheLast();
    void keepsFewBodies();
    void newsOfOldOnesBringsNoBodyBack();
    void clears();
};

void TestRequestLog::appendsAndReplaces()
{
    RequestLog log;
    QSignalSpy appended(&log, &RequestLog::appended);
    QSignalSpy changed(&log, &RequestLog::changed);
    log.record(exchangeOf(7));
    log.record(exchangeOf(8));
    log.record(exchangeOf(7, 200));
    QCOMPARE(log.size(), 2);
    QCOMPARE(log.at(0), exchangeOf(7, 200));
    QCOMPARE(log.at(1).status, 0);
    QCOMPARE(appended.count(), 2);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toInt(), 0);
}

void TestRequestLog::keepsTheLast()
{
    RequestLog log;
    QSignalSpy removed(&log, &RequestLog::removedFirst);
    for (quint64 id = 1; id <= quint64(RequestLog::largestSize) + 3; ++id)
        log.record(exchangeOf(id));
    QCOMPARE(log.size(), RequestLog::largestSize);
    QCOMPARE(log.at(0).id, quint64(4));
    QCOMPARE(removed.count(), 3);
    QCOMPARE(removed.first().first().toInt(), 1);
}

void TestRequestLog::keepsFewBodies()
{
    RequestLog log;
    QSignalSpy changed(&log, &RequestLog::changed);
    for (quint64 id = 1; id <= quint64(RequestLog::bodiesKept) + 2; ++id)
        log.record(exchangeOf(id, 200));
    for (int index = 0; index < log.size(); ++index) {
        QCOMPARE(log.at(index).responseBody.isEmpty(), index < 2);
        QCOMPARE(log.at(index).requestBody.isEmpty(), index < 2);
        QCOMPARE(log.at(index).status, 200);
    }
    QCOMPARE(changed.count(), 2);
    QCOMPARE(changed.last().first().toInt(), 1);
}

void TestRequestLog::newsOfOldOnesBringsNoBodyBack()
{
    RequestLog log;
    for (quint64 id = 1; id <= quint64(RequestLog::bodiesKept) + 1; ++id)
        log.record(exchangeOf(id));
    log.record(exchangeOf(1, 503));
    QCOMPARE(log.at(0).status, 503);
    QVERIFY(log.at(0).responseBody.isEmpty());
    log.record(exchangeOf(2, 503));
    QVERIFY(!log.at(1).responseBody.isEmpty());
}

void TestRequestLog::clears()
{
    RequestLog log;
    QSignalSpy cleared(&log, &RequestLog::cleared);
    log.record(exchangeOf(1));
    log.clear();
    QCOMPARE(log.size(), 0);
    QCOMPARE(cleared.count(), 1);
    log.record(exchangeOf(1, 200)); // it was under way
    QCOMPARE(log.size(), 1);
}

QTEST_GUILESS_MAIN(TestRequestLog)
#include "tst_requestlog.moc"
