// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "cliprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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

CliResult grants(const Demo::DemoTenant &demo, const QStringList &options = {})
{
    return CliProcess(QStringList{u"grants"_s} + options).signedInto(demo).run();
}

} // namespace

/// `grants` as scripts run it.
class TestGrantsProcess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void printsThemAll();
    void namesApplications();
    void findsWhoHasAScope();
    void namesTheMissingScope();
    void printsNamesOnlyWhereItMay();
    void printsWhatThereIs();
    void refusesAnotherApi();
};

void TestGrantsProcess::printsThemAll()
{
    const auto demo = tenant({.applications = 1'240});
    const CliResult json = grants(*demo, {u"--format"_s, u"json"_s});
    QCOMPARE(json.err, "");
    QCOMPARE(json.code, 0);
    const QJsonArray list = QJsonDocument::fromJson(json.out).array();
    QVERIFY(list.size() > 200); // more than two pages
    const CliResult lines = grants(*demo, {u"--format"_s, u"ndjson"_s});
    QCOMPARE(lines.out.count('\n'), list.size());
    QCOMPARE(demo->counters().requests.value(u"GET /api/v2/clients"_s), 0);
}

void TestGrantsProcess::namesApplications()
{
    const auto demo = tenant({.applications = 120});
    const CliResult table = grants(*demo);
    QCOMPARE(table.err, "");
    QCOMPARE(table.code, 0);
    QVERIFY(table.out.startsWith("APPLICATION"));
    QVERIFY(table.out.contains("(default for third_party_clients)"));
    const CliResult applications =
        CliProcess({u"applications"_s, u"--format"_s, u"json"_s}).signedInto(*demo).run();
    const QByteArray name =
        QJsonDocument::fromJson(applications.out).array().at(0)["name"_L1].toString().toUtf8();
    QVERIFY2(table.out.split('\n').at(1).startsWith(name), table.out.constData());
    const CliResult csv = grants(*demo, {u"--format"_s, u"csv"_s});
    QVERIFY(csv.out.startsWith("id,client_id,name,audience,"));
    QVERIFY(csv.out.split('\n').at(1).contains(name));
}

void TestGrantsProcess::findsWhoHasAScope()
{
    const auto demo = tenant({.applications = 1'240});
    const CliResult found = grants(
        *demo, {u"--format"_s, u"json"_s, u"--scope"_s, u"update:client_grants"_s});
    QCOMPARE(found.code, 0);
    const QJsonArray list = QJsonDocument::fromJson(found.out).array();
    QVERIFY(!list.isEmpty());
    for (const QJsonValue &grant : list)
        QVERIFY(
            grant["scope"_L1].toArray().contains(u"update:client_grants"_s)
            || grant["allow_all_scopes"_L1].toBool());
    const CliResult none = grants(*demo, {u"--application"_s, u"nobody"_s});
    QCOMPARE(none.code, 0);
    QCOMPARE(none.out, "");
    QVERIFY2(none.err.contains("No client grant fits"), none.err.constData());
}

void TestGrantsProcess::namesTheMissingScope()
{
    const auto demo = tenant({.applications = 5, .scopes = {u"read:clients"_s}});
    const CliResult result = grants(*demo);
    QCOMPARE(result.code, 3);
    QCOMPARE(result.out, "");
    QVERIFY2(result.err.contains("client grants could not be loaded"), result.err.constData());
    QVERIFY2(result.err.contains("read:client_grants"), result.err.constData());
}

void TestGrantsProcess::printsNamesOnlyWhereItMay()
{
    const auto demo = tenant({.applications = 50, .scopes = {u"read:client_grants"_s}});
    const CliResult result = grants(*demo);
    QCOMPARE(result.code, 0);
    QVERIFY(result.out.startsWith("APPLICATION"));
    QVERIFY2(result.err.contains("names are missing"), result.err.constData());
}

void TestGrantsProcess::printsWhatThereIs()
{
    const auto demo = tenant(
        {.applications = 1'240, .faults = {{.kind = Demo::FaultKind::Forbidden, .every = 3}}});
    const CliResult result = grants(*demo, {u"--format"_s, u"ndjson"_s});
    QCOMPARE(result.code, 7);
    QVERIFY2(result.err.contains("client grants are here"), result.err.constData());
    QVERIFY(result.out.count('\n') >= 100);
}

void TestGrantsProcess::refusesAnotherApi()
{
    const auto demo = tenant({.applications = 5});
    const CliResult result = grants(*demo, {u"--audience"_s, u"https://other.example/"_s});
    QCOMPARE(result.code, 2);
    QCOMPARE(result.out, "");
    QCOMPARE(demo->counters().requests.value(u"GET /api/v2/client-grants"_s), 0);
}

QTEST_GUILESS_MAIN(TestGrantsProcess)
#include "tst_grantsprocess.moc"
