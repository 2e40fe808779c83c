// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "cliprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <signal.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tenantscope;
using Test::CliProcess;
using Test::CliResult;

namespace {

std::unique_ptr<Demo::DemoTenant> tenant(const Demo::DemoOptions &options)
{
    auto started = Demo::DemoTenant::start(options);
    if (!started)
        qFatal("no demo tenant");
    return std::move(*started);
}

Demo::Fault fault(Demo::FaultKind kind, int every)
{
    return {.kind = kind, .every = every};
}

/// The client IDs of NDJSON, each line of which must be an object with one.
QStringList idsOf(const QByteArray &ndjson)
{
    QStringList ids;
    for (const QByteArray &line : ndjson.chopped(ndjson.isEmpty() ? 0 : 1).split('\n')) {
        const QString id = QJsonDocument::fromJson(line).object().value("client_id"_L1).toString();
        if (id.isEmpty())
            qWarning("no application: %s", line.constData());
        ids.append(id);
    }
    return ids;
}

} // namespace

/// `applications` as scripts run it: all of them, or an exit code that says that it is not all.
class TestApplicationsProcess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void printsThemAll();
    void printsEveryFormat();
    void searches();
    void searchesByField_data();
    void searchesByField();
    void asksForNoSecretUnlessTold();
    void givesAllOrSaysSo_data();
    void givesAllOrSaysSo();
    void tellsWhatScopeIsMissing();
    void tellsWhatTheTokenMayNotSee_data();
    void tellsWhatTheTokenMayNotSee();
    void refusesAnotherApi();
    void stopsAtOnce();
};

void TestApplicationsProcess::printsThemAll()
{
    const auto demo = tenant({.applications = 1'579, .rate = 1'000, .burst = 1'000});
    CliProcess command({u"applications"_s, u"--format"_s, u"ndjson"_s});
    const CliResult result = command.signedInto(*demo).run();
    QCOMPARE(result.err, "");
    QCOMPARE(result.code, 0);
    const QStringList ids = idsOf(result.out);
    QCOMPARE(ids.size(), 1'579);
    QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), 1'579);
    QCOMPARE(demo->counters().requests.value(u"GET /api/v2/clients"_s), 16);
    QCOMPARE(demo->counters().requests.size(), 2); // and one to the token endpoint
    QCOMPARE(demo->counters().rateLimited, 0);
}

void TestApplicationsProcess::printsEveryFormat()
{
    const auto demo = tenant({.applications = 120});
    const auto run = [&demo](const QString &format) {
        return CliProcess({u"applications"_s, u"--format"_s, format}).signedInto(*demo).run();
    };
    const CliResult json = run(u"json"_s);
    QCOMPARE(json.code, 0);
    const QJsonArray list = QJsonDocument::fromJson(json.out).array();
    QCOMPARE(list.size(), 120);
    QVERIFY(list.at(0).toObject().contains("client_id"_L1));

    const CliResult ndjson = run(u"ndjson"_s);
    QCOMPARE(ndjson.out.count('\n'), 120);
    const QByteArray first = ndjson.out.left(ndjson.out.indexOf('\n'));
    QVERIFY(json.out.contains(first)); // the same text in both

    const CliResult csv = run(u"csv"_s);
    QCOMPARE(csv.code, 0);
    QVERIFY(csv.out.startsWith("client_id,name,"));
    QVERIFY(csv.out.count("\r\n") >= 121);

    const CliResult table = run(u"table"_s);
    QCOMPARE(table.code, 0);
    QCOMPARE(table.out.count('\n'), 121);
    QVERIFY(table.out.startsWith("NAME"));
    for (const CliResult &result : {json, ndjson, csv, table})
        QCOMPARE(result.err, "");
}

void TestApplicationsProcess::searches()
{
    const auto demo = tenant({.applications = 120});
    const CliResult all =
        CliProcess({u"applications"_s, u"--format"_s, u"ndjson"_s}).signedInto(*demo).run();
    const QString wanted = idsOf(all.out).at(77);
    const CliResult one = CliProcess({u"applications"_s, u"--format"_s, u"ndjson"_s, u"--search"_s,
                                      wanted.toUpper()})
                              .signedInto(*demo)
                              .run();
    QCOMPARE(one.code, 0);
    QCOMPARE(idsOf(one.out), QStringList{wanted});
    const CliResult none = CliProcess({u"applications"_s, u"--format"_s, u"json"_s, u"--search"_s,
                                       u"no such thing 4711"_s})
                               .signedInto(*demo)
                               .run();
    QCOMPARE(none.code, 0);
    QCOMPARE(none.out, "[]\n");
}

void TestApplicationsProcess::searchesByField_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"ndjson", "json"}) // as they arrive, and in the end
        QTest::newRow(format) << QString::fromLatin1(format);
}

void TestApplicationsProcess::searchesByField()
{
    QFETCH(const QString, format);
    const auto demo = tenant({.applications = 320});
    const auto found = [&](const QString &search) {
        return CliProcess({u"applications"_s, u"--format"_s, format, u"--search"_s, search})
            .signedInto(*demo)
            .run();
    };
    QStringList rotating;
    QStringList others;
    const CliResult all =
        CliProcess({u"applications"_s, u"--format"_s, u"ndjson"_s}).signedInto(*demo).run();
    for (const QByteArray &line : all.out.trimmed().split('\n')) {
        const QJsonObject application = QJsonDocument::fromJson(line).object();
        const QJsonValue rotation = application[u"refresh_token"_s][u"rotation_type"_s];
        (rotation == u"rotating"_s ? rotating : others)
            .append(application.value(u"client_id"_s).toString());
    }
    QVERIFY(!rotating.isEmpty() && !others.isEmpty());
    for (const bool isNegated : {false, true}) {
        const CliResult result = found(
            (isNegated ? u"-"_s : QString()) + u"field:=refresh_token.rotation_type=rotating"_s);
        QCOMPARE(result.code, 0);
        QCOMPARE(result.err, "");
        for (const QString &id : rotating)
            QCOMPARE(result.out.contains(id.toUtf8()), !isNegated);
        for (const QString &id : others)
            QCOMPARE(result.out.contains(id.toUtf8()), isNegated);
    }
    const CliResult none = found(u"field:no.such"_s);
    QCOMPARE(none.code, 0);
    QVERIFY2(none.err.contains("No application has the field no.such."), none.err.constData());
    QVERIFY(found(u"field:addons"_s).err.contains("a field: that lists leave out."));
}

void TestApplicationsProcess::asksForNoSecretUnlessTold()
{
    const auto demo = tenant({.applications = 20});
    const QStringList arguments = {u"applications"_s, u"--format"_s, u"ndjson"_s};
    const CliResult plain = CliProcess(arguments).signedInto(*demo).run();
    QCOMPARE(plain.code, 0);
    QVERIFY(!plain.out.contains("\"client_secret\":"));
    QVERIFY(!plain.out.contains("\"signing_keys\":"));

    const CliResult secrets =
        CliProcess(arguments + QStringList{u"--secrets"_s}).signedInto(*demo).run();
    QCOMPARE(secrets.code, 0);
    QVERIFY2(secrets.err.contains("mgmt_api_read"), secrets.err.constData());
    const QByteArray line = secrets.out.left(secrets.out.indexOf('\n'));
    QVERIFY(
        QJsonDocument::fromJson(line).object().value("client_secret"_L1).toString().size() > 20);
    QVERIFY(!secrets.out.contains("custom_login_page\":"));
    const CliResult csv = CliProcess({u"applications"_s, u"--format"_s, u"csv"_s, u"--secrets"_s})
                              .signedInto(*demo)
                              .run();
    QVERIFY(csv.out.left(csv.out.indexOf('\r')).endsWith(",client_secret"));
}

void TestApplicationsProcess::givesAllOrSaysSo_data()
{
    using Demo::FaultKind;
    using Faults = QList<Demo::Fault>;
    QTest::addColumn<Faults>("faults");
    QTest::addColumn<bool>("mustSucceed");
    QTest::newRow("none") << Faults{} << true;
    QTest::newRow("500") << Faults{fault(FaultKind::ServerError, 5)} << true;
    // An answer that is none is asked for once more only: of the calls, 16 and one more, no second may be spoilt.
    QTest::newRow("html") << Faults{fault(FaultKind::Html, 9)} << true;
    QTest::newRow("empty") << Faults{fault(FaultKind::Empty, 9)} << true;
    QTest::newRow("cut-json") << Faults{fault(FaultKind::CutJson, 9)} << true;
    QTest::newRow("html, often") << Faults{fault(FaultKind::Html, 7)} << false;
    QTest::newRow("empty, often") << Faults{fault(FaultKind::Empty, 7)} << false;
    QTest::newRow("cut-json, often") << Faults{fault(FaultKind::CutJson, 3)} << false;
    QTest::newRow("duplicate") << Faults{fault(FaultKind::Duplicate, 3)} << true;
    QTest::newRow("429") << Faults{fault(FaultKind::TooManyRequests, 6)} << true;
    // The same page may be hit twice.
    QTest::newRow("401") << Faults{fault(FaultKind::Unauthorized, 5)} << false;
    QTest::newRow("shrink") << Faults{fault(FaultKind::Shrink, 4)} << false;
    QTest::newRow("many") << Faults{fault(FaultKind::TooManyRequests, 20),
                                    fault(FaultKind::ServerError, 7),
                                    fault(FaultKind::CutJson, 8),
                                    fault(FaultKind::Html, 11),
                                    fault(FaultKind::Empty, 13),
                                    fault(FaultKind::Duplicate, 5)}
                          << false;
}

void TestApplicationsProcess::givesAllOrSaysSo()
{
    QFETCH(const QList<Demo::Fault>, faults);
    QFETCH(const bool, mustSucceed);
    const auto demo = tenant(
        {.applications = 1'579,
         .latency = 100ms,
         .rate = 100,
         .burst = 100,
         .tokenLife = 3s,
         .faults = faults});
    const CliResult result =
        CliProcess({u"applications"_s, u"--format"_s, u"ndjson"_s}).signedInto(*demo).run();
    const QStringList ids = idsOf(result.out);
    const QSet<QString> distinct(ids.cbegin(), ids.cend());
    QCOMPARE(distinct.size(), ids.size());
    const bool isComplete = ids.size() == 1'579;
    QVERIFY2(isComplete || !mustSucceed, result.err.constData());
    QCOMPARE(result.code, isComplete ? 0 : 7);
    QCOMPARE(result.err.contains("incomplete"), result.code == 7);
    QVERIFY(result.code == 0 || result.code == 7);
}

void TestApplicationsProcess::tellsWhatScopeIsMissing()
{
    const auto demo = tenant({.applications = 5, .scopes = {u"read:users"_s}});
    const CliResult result = CliProcess({u"applications"_s}).signedInto(*demo).run();
    QCOMPARE(result.code, 3);
    QCOMPARE(result.out, "");
    QVERIFY2(result.err.contains("read:clients"), result.err.constData());
}

void TestApplicationsProcess::tellsWhatTheTokenMayNotSee_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QString>("search");
    QTest::addColumn<bool>("isSearchTold");
    QTest::addColumn<bool>("areColumnsTold");
    const QString summary = u"read:client_summary"_s;
    QTest::newRow("a grant") << summary << u"grant:implicit"_s << true << true;
    QTest::newRow("no such grant") << summary << u"-grant:implicit"_s << true << true;
    QTest::newRow("a finding") << summary << u"finding:any"_s << true << true;
    QTest::newRow("anything") << summary << u"localhost"_s << true << true;
    QTest::newRow("a field") << summary << u"field:sso=true"_s << true << true;
    QTest::newRow("no such field") << summary << u"-field:sso"_s << true << true;
    QTest::newRow("a field of a summary") << summary << u"-field:description"_s << false << true;
    QTest::newRow("a name") << summary << u"name:a type:spa"_s << false << true;
    QTest::newRow("nothing") << summary << QString() << false << true;
    QTest::newRow("all is visible") << u"read:clients"_s << u"grant:implicit"_s << false << false;
}

void TestApplicationsProcess::tellsWhatTheTokenMayNotSee()
{
    QFETCH(const QString, scope);
    QFETCH(const QString, search);
    QFETCH(const bool, isSearchTold);
    QFETCH(const bool, areColumnsTold);
    const auto demo = tenant({.applications = 20, .scopes = {scope}});
    const CliResult result = CliProcess({u"applications"_s, u"--search"_s, search, u"--format"_s,
                                         u"csv"_s})
                                 .signedInto(*demo)
                                 .run();
    QCOMPARE(result.code, 0);
    QVERIFY(result.out.startsWith("client_id,name"));
    QCOMPARE(result.err.contains("all that the search looks at"), isSearchTold);
    QCOMPARE(result.err.contains("may not see is_first_party"), areColumnsTold);
    QCOMPARE(
        result.err.contains("read:clients or read:client_keys"), isSearchTold || areColumnsTold);
}

void TestApplicationsProcess::refusesAnotherApi()
{
    const auto demo = tenant({.applications = 5});
    const CliResult result = CliProcess(
                                 {u"applications"_s, u"--audience"_s, u"https://other.example/"_s})
                                 .signedInto(*demo)
                                 .run();
    QCOMPARE(result.code, 2);
    QCOMPARE(result.out, "");
    QCOMPARE(demo->counters().requests.value(u"GET /api/v2/clients"_s), 0);
}

void TestApplicationsProcess::stopsAtOnce()
{
    const auto demo = tenant(
        {.applications = 1'579, .latency = 300ms, .rate = 1'000, .burst = 1'000});
    CliProcess command({u"applications"_s, u"--format"_s, u"ndjson"_s});
    command.signedInto(*demo).start();
    QTRY_VERIFY_WITH_TIMEOUT(demo->counters().requests.value(u"GET /api/v2/clients"_s) > 1, 30'000);
    QElapsedTimer timer;
    timer.start();
    ::kill(pid_t(command.process().processId()), SIGINT);
    const CliResult result = command.finish();
    QVERIFY(timer.elapsed() < 10'000);
    QCOMPARE(result.code, 130);
    QCOMPARE(result.err, "");
    // Lines are whole.
    QVERIFY(result.out.isEmpty() || result.out.endsWith('\n'));
}

QTEST_GUILESS_MAIN(TestApplicationsProcess)
#include "tst_applicationsprocess.moc"
