// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/requests/requestsmodel.h"
#include "ui/requests/requesttext.h"
#include "ui/shared/cellpainter.h"

#include "tests/support/manualclock.h"
#include "tests/ui/requests/exchanges.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tenantscope;
using namespace Tenantscope::Test;
using namespace Tenantscope::Ui;
using Http::Exchange;

namespace {

struct Fixture
{
    ManualClock clock;
    Session::RequestLog log;
    RequestsModel model{log, clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

QString printed(const RequestsModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(u" | "_s));
    }
    return lines.join(u'\n');
}

QString ids(const RequestsModel &model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result.append(QString::number(model.exchangeAt(row)->id));
    return result.join(u' ');
}

} // namespace

class TestRequestsModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void printsTheLog()
    {
        Fixture fixture;
        Exchange token = exchange(1, 200, u"/oauth/token"_s);
        token.method = u"POST"_s;
        token.size = 742;
        token.duration = 1'234ms;
        fixture.log.record(token);
        fixture.log.record(waiting(2, fixture.clock.now() + 7s, 7s));
        Exchange queued = exchange(3, 0, u"/api/v2/clients?page=8"_s);
        queued.state = Exchange::State::Queued;
        fixture.log.record(queued);
        QCOMPARE(
            printed(fixture.model),
            u"13:20:42.431 | POST | /oauth/token | 200 | 1.2 s | 1 | 742 bytes | \n"
            "13:20:42.431 | GET | /api/v2/clients?page=7 | 429 | 44 ms | 1 | 1.2 kB | waits 7 s (429)\n"
            "13:20:42.431 | GET | /api/v2/clients?page=8 | – | … | 1 | – | queued"_s);
    }

    void countsWaitsDown()
    {
        Fixture fixture;
        fixture.log.record(waiting(1, fixture.clock.now() + 2'500ms, 2'500ms));
        const QModelIndex note = fixture.model.index(0, int(RequestColumn::Note));
        QCOMPARE(note.data().toString(), u"waits 3 s (429)"_s);
        fixture.clock.advance(600ms);
        QCOMPARE(note.data().toString(), u"waits 2 s (429)"_s);
        QCOMPARE(fixture.model.shortestWait(), std::optional<std::chrono::nanoseconds>(1'900ms));
        fixture.clock.advance(1'900ms);
        QCOMPARE(note.data().toString(), u"waited 2.5 s (429)"_s);
        QVERIFY(!fixture.model.shortestWait());
        QSignalSpy changed(&fixture.model, &QAbstractItemModel::dataChanged);
        fixture.model.tick();
        QCOMPARE(changed.size(), 1);
    }

    void tellsWhatWentWrong()
    {
        Fixture fixture;
        Exchange failed = exchange(1, 0, u"/api/v2/clients"_s);
        failed.error = Base::Error{};
        failed.error->kind = Base::ErrorKind::HostNotFound;
        failed.error->subject = u"contoso.eu.auth0.com"_s;
        fixture.log.record(failed);
        QVERIFY(isFailure(failed));
        QVERIFY(!requestNote(failed, fixture.clock.now()).isEmpty());
        QVERIFY(
            fixture.model.index(0, 3).data(cellStyleRole).value<CellStyle>().tone
            == CellStyle::Tone::Error);
        failed.wait = 500ms;
        QVERIFY(requestNote(failed, fixture.clock.now()).endsWith(u" · waited 500 ms"_s));
        Exchange cancelled = exchange(2, 0, u"/"_s);
        cancelled.error = Base::Error{};
        cancelled.error->kind = Base::ErrorKind::Cancelled;
        QVERIFY(!isFailure(cancelled));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("failuresOnly");
        QTest::addColumn<QString>("shown");
        QTest::newRow("all") << u""_s << false << u"1 2 3"_s;
        QTest::newRow("path") << u"PAGE=1"_s << false << u"1"_s;
        QTest::newRow("host") << u"contoso"_s << false << u"1 2 3"_s;
        QTest::newRow("status") << u" 429 "_s << false << u"3"_s;
        QTest::newRow("two words") << u"get page=2"_s << false << u"2"_s;
        QTest::newRow("failures") << u""_s << true << u"2 3"_s;
        QTest::newRow("both") << u"page=2"_s << true << u"2"_s;
        QTest::newRow("none") << u"zebra"_s << false << QString();
    }
    void filters()
    {
        QFETCH(const QString, filter);
        QFETCH(const bool, failuresOnly);
        Fixture fixture;
        fixture.log.record(exchange(1, 200, u"/api/v2/clients?page=1"_s));
        fixture.log.record(exchange(2, 500, u"/api/v2/clients?page=2"_s));
        fixture.log.record(waiting(3, fixture.clock.now(), 1s));
        fixture.model.setFilter(filter);
        fixture.model.setFailuresOnly(failuresOnly);
        QTEST(ids(fixture.model), "shown");
        QCOMPARE(fixture.model.isFiltered(), failuresOnly || !filter.isEmpty());
        fixture.model.setFilter({});
        fixture.model.setFailuresOnly(false);
        QCOMPARE(ids(fixture.model), u"1 2 3"_s);
    }

    void newsMayComeThroughTheFilterOrLeaveIt()
    {
        Fixture fixture;
        fixture.model.setFailuresOnly(true);
        Exchange first = exchange(1, 0, u"/a"_s);
        first.state = Exchange::State::InFlight;
        fixture.log.record(first);
        fixture.log.record(exchange(2, 500, u"/b"_s));
        QCOMPARE(ids(fixture.model), u"2"_s);
        fixture.log.record(exchange(1, 404, u"/a"_s));
        QCOMPARE(ids(fixture.model), u"1 2"_s);
        fixture.log.record(exchange(2, 200, u"/b"_s));
        QCOMPARE(ids(fixture.model), u"1"_s);
    }

    void forgetsTheOldest()
    {
        Fixture fixture;
        fixture.log.record(exchange(1, 500, u"/first"_s));
        fixture.model.setFailuresOnly(true);
        const QPersistentModelIndex first(fixture.model.index(0, 0));
        for (int id = 2; id <= Session::RequestLog::largestSize; ++id)
            fixture.log.record(exchange(quint64(id), id % 500 == 0 ? 500 : 200, u"/more"_s));
        QCOMPARE(ids(fixture.model), u"1 500 1000 1500 2000"_s);
        const QPersistentModelIndex second(fixture.model.index(1, 0));
        fixture.log.record(exchange(3'000, 500, u"/last"_s));
        QVERIFY(!first.isValid());
        QCOMPARE(ids(fixture.model), u"500 1000 1500 2000 3000"_s);
        QCOMPARE(fixture.model.exchangeAt(second.row())->id, 500U);
        fixture.log.record(exchange(500, 404, u"/news"_s)); // the right one after the shift
        QCOMPARE(fixture.model.exchangeAt(0)->status, 404);
        fixture.log.clear();
        QCOMPARE(fixture.model.rowCount(), 0);
        fixture.log.record(exchange(4'000, 500, u"/anew"_s));
        QCOMPARE(ids(fixture.model), u"4000"_s);
    }

    void makesCurl_data()
    {
        QTest::addColumn<Exchange>("exchange");
        QTest::addColumn<QString>("part");
        Exchange loopback = exchange(1, 200, u"/api/v2/clients?page=0"_s);
        loopback.host = u"http://localhost:8080"_s;
        Exchange post = exchange(1, 200, u"/oauth/token"_s);
        post.method = u"POST"_s;
        QTest::newRow("https") << exchange(1, 200, u"/api/v2/clients?page=0"_s)
                               << u"https://contoso.eu.auth0.com/api/v2/clients?page=0"_s;
        QTest::newRow("loopback") << loopback << u"http://localhost:8080/api/v2/clients?page=0"_s;
        QTest::newRow("token request") << post << QString();
    }
    void makesCurl()
    {
        QFETCH(const Exchange, exchange);
        QFETCH(const QString, part);
        const QString command = curlText(exchange);
        QCOMPARE(command.isEmpty(), part.isEmpty());
        QVERIFY2(command.contains(part), qUtf8Printable(command));
        if (!command.isEmpty())
            QVERIFY(command.contains(u"$TOKEN"_s));
    }

    void printsHeadersAndBody()
    {
        Exchange made = exchange(1, 403, u"/api/v2/clients"_s);
        made.requestHeaders.append("Authorization", "Bearer ***");
        made.responseHeaders.append("Content-Type", "application/json");
        made.responseBody = R"({"error":"Forbidden"})";
        QCOMPARE(requestText(made), u"GET /api/v2/clients\nAuthorization: Bearer ***\n"_s);
        QCOMPARE(
            answerText(made),
            u"403\nContent-Type: application/json\n\n{\n  \"error\": \"Forbidden\"\n}"_s);
    }
};

QTEST_GUILESS_MAIN(TestRequestsModel)
#include "tst_requestsmodel.moc"
