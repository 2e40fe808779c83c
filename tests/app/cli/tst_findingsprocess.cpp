// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "cliprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
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

CliResult run(const Demo::DemoTenant &demo, const QStringList &arguments)
{
    return CliProcess(QStringList{u"applications"_s, u"--findings"_s} + arguments)
        .signedInto(demo)
        .run();
}

QStringList rulesOf(const QByteArray &json)
{
    QStringList rules;
    for (const QJsonValue &finding : QJsonDocument::fromJson(json).array())
        rules.append(finding["rule"_L1].toString());
    return rules;
}

/// What SARIF says of the run.
bool hasSucceeded(const QByteArray &sarif)
{
    const QJsonValue log(QJsonDocument::fromJson(sarif).object());
    return log["runs"_L1][0]["invocations"_L1][0]["executionSuccessful"_L1].toBool();
}

} // namespace

/// `applications --findings` as a CI runs it: what is printed, and above all with which exit code it ends.
class TestFindingsProcess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void printsEveryFormat();
    void asksForNothingMore();
    void failsOnSeverity_data();
    void failsOnSeverity();
    void searchesFirst();
    void anIncompleteListWins();
    void cannotFindInSummaries();
    void weighsByTheProfile();
};

void TestFindingsProcess::printsEveryFormat()
{
    const auto demo = tenant({.applications = 120});
    const CliResult table = run(*demo, {});
    QCOMPARE(table.code, 0);
    QVERIFY(table.out.startsWith("SEVERITY"));
    QVERIFY2(table.err.contains("of 120 applications"), table.err.constData());
    const CliResult json = run(*demo, {u"--format"_s, u"json"_s});
    QCOMPARE(json.code, 0);
    QCOMPARE(json.err, "");
    QCOMPARE(rulesOf(json.out).size(), table.out.count('\n') - 1);
    const CliResult sarif = run(*demo, {u"--format"_s, u"sarif"_s});
    QCOMPARE(sarif.code, 0);
    const QJsonValue log(QJsonDocument::fromJson(sarif.out).object());
    QCOMPARE(log["runs"_L1][0]["results"_L1].toArray().size(), rulesOf(json.out).size());
    QVERIFY(hasSucceeded(sarif.out));
}

void TestFindingsProcess::asksForNothingMore()
{
    const auto demo = tenant({.applications = 120});
    QCOMPARE(run(*demo, {}).code, 0);
    QCOMPARE(demo->counters().requests.value(u"GET /api/v2/clients"_s), 2);
    QCOMPARE(demo->counters().requests.size(), 2); // and one to the token endpoint
}

void TestFindingsProcess::failsOnSeverity_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("failOn");
    QTest::addColumn<int>("code");
    QTest::newRow("high, of all") << QString() << u"high"_s << 1;
    QTest::newRow("low, of all") << QString() << u"low"_s << 1;
    QTest::newRow("low, of none") << u"no such thing 4711"_s << u"low"_s << 0;
}

void TestFindingsProcess::failsOnSeverity()
{
    QFETCH(const QString, search);
    QFETCH(const QString, failOn);
    const auto demo = tenant({.applications = 120});
    const CliResult result = run(
        *demo, {u"--format"_s, u"json"_s, u"--search"_s, search, u"--fail-on"_s, failOn});
    QTEST(result.code, "code");
    QCOMPARE(result.err, "");
}

void TestFindingsProcess::searchesFirst()
{
    const auto demo = tenant({.applications = 120});
    const CliResult all = run(*demo, {u"--format"_s, u"json"_s});
    // One without a high finding, though others have one.
    QMap<QString, QString> worst;
    for (const QJsonValue &finding : QJsonDocument::fromJson(all.out).array()) {
        QString &known = worst[finding["client_id"_L1].toString()];
        if (known.isEmpty())
            known = finding["severity"_L1].toString();
    }
    const QString wanted = worst.key(u"medium"_s);
    QVERIFY(!wanted.isEmpty() && !worst.key(u"high"_s).isEmpty());
    const QStringList search{u"--format"_s, u"json"_s, u"--search"_s, wanted, u"--fail-on"_s};
    const CliResult high = run(*demo, search + QStringList{u"high"_s});
    QCOMPARE(high.code, 0);
    for (const QJsonValue &finding : QJsonDocument::fromJson(high.out).array())
        QCOMPARE(finding["client_id"_L1], wanted);
    QVERIFY(!rulesOf(high.out).isEmpty());
    QCOMPARE(run(*demo, search + QStringList{u"medium"_s}).code, 1);
}

void TestFindingsProcess::anIncompleteListWins()
{
    const Demo::DemoOptions options{
        .applications = 300, .faults = {{.kind = Demo::FaultKind::Forbidden, .every = 2}}};
    const auto demo = tenant(options);
    const CliResult result = run(*demo, {u"--format"_s, u"json"_s, u"--fail-on"_s, u"low"_s});
    QCOMPARE(result.code, 7);
    QVERIFY2(result.err.contains("incomplete"), result.err.constData());
    QVERIFY(!rulesOf(result.out).isEmpty());
    const CliResult sarif = run(*tenant(options), {u"--format"_s, u"sarif"_s});
    QCOMPARE(sarif.code, 7);
    QVERIFY(!hasSucceeded(sarif.out));
    QVERIFY2(sarif.out.contains("The list is incomplete: "), sarif.out.constData());
}

void TestFindingsProcess::cannotFindInSummaries()
{
    const auto demo = tenant({.applications = 20, .scopes = {u"read:client_summary"_s}});
    const CliResult result = run(*demo, {u"--format"_s, u"json"_s, u"--fail-on"_s, u"low"_s});
    QCOMPARE(result.code, 3);
    QCOMPARE(result.out, "[]\n");
    QVERIFY2(result.err.contains("read:clients"), result.err.constData());
    QVERIFY(!hasSucceeded(run(*demo, {u"--format"_s, u"sarif"_s}).out));
}

void TestFindingsProcess::weighsByTheProfile()
{
    const auto demo = tenant({.applications = 120});
    const QTemporaryDir folder;
    const auto with = [&](const QStringList &arguments) {
        return CliProcess(arguments)
            .with(u"XDG_CONFIG_HOME"_s, folder.path())
            .with(u"AUTH0_CLIENT_SECRET"_s, demo->clientSecret())
            .run();
    };
    for (const QString &environment : {u"development"_s, u"production"_s}) {
        const CliResult added = with(
            {u"profiles"_s, u"add"_s, environment, u"--domain"_s, demo->domain(), u"--client-id"_s,
             demo->clientId(), u"--environment"_s, environment});
        QVERIFY2(added.code == 0, added.err.constData());
    }
    const auto found = [&](const QString &profile) {
        const CliResult result = with(
            {u"applications"_s, u"--findings"_s, u"--format"_s, u"json"_s, u"--profile"_s,
             profile});
        return rulesOf(result.out);
    };
    QVERIFY(found(u"production"_s).contains(u"callback-localhost"_s));
    QVERIFY(found(u"development"_s).contains(u"grant-implicit"_s));
    QVERIFY(!found(u"development"_s).contains(u"callback-localhost"_s));
    QVERIFY(rulesOf(run(*demo, {u"--format"_s, u"json"_s}).out).contains(u"callback-localhost"_s));
}

QTEST_GUILESS_MAIN(TestFindingsProcess)
#include "tst_findingsprocess.moc"
