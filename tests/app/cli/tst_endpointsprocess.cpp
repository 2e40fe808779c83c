// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "cliprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using Tenantscope::Test::CliProcess;
using Tenantscope::Test::CliResult;

/// `tenantscope-cli endpoints` as its users run it: without a tenant.
class TestEndpointsProcess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void printsAll();
    void searches_data();
    void searches();
    void takesNoConnection();
};

void TestEndpointsProcess::printsAll()
{
    const CliResult table = CliProcess({u"endpoints"_s}).run();
    QCOMPARE(table.code, 0);
    QCOMPARE(table.err, "");
    QCOMPARE(table.out.count('\n'), 470); // and the head
    const CliResult json = CliProcess({u"endpoints"_s, u"--format"_s, u"json"_s}).run();
    QCOMPARE(QJsonDocument::fromJson(json.out).array().size(), 469);
}

void TestEndpointsProcess::searches_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("paths"); // of what is printed
    QTest::addColumn<QByteArray>("note");
    QTest::newRow("words") << QStringList{u"--search"_s, u"anomaly get"_s}
                           << u"/api/v2/anomaly/blocks/ips/{id}"_s << QByteArray();
    QTest::newRow("request") << QStringList{u"--search"_s, u"GET /api/v2/users/auth0|123/roles"_s}
                             << u"/api/v2/users/{id}/roles"_s << QByteArray();
    QTest::newRow("scope") << QStringList{u"--scope"_s, u"read:stats"_s}
                           << u"/api/v2/stats/active-users /api/v2/stats/daily"_s << QByteArray();
    QTest::newRow("scope and words")
        << QStringList{u"--scope"_s, u"read:stats"_s, u"--search"_s, u"daily"_s}
        << u"/api/v2/stats/daily"_s << QByteArray();
    QTest::newRow("no hit") << QStringList{u"--search"_s, u"zebra"_s} << QString()
                            << QByteArray("No endpoint matches.");
    QTest::newRow("no such scope") << QStringList{u"--scope"_s, u"read:stat"_s} << QString()
                                   << QByteArray("Did you mean read:stats?");
}

void TestEndpointsProcess::searches()
{
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, note);
    const CliResult result =
        CliProcess(QStringList{u"endpoints"_s, u"--format"_s, u"json"_s} + options).run();
    QCOMPARE(result.code, 0);
    QStringList paths;
    for (const QJsonValue &endpoint : QJsonDocument::fromJson(result.out).array())
        paths.append(endpoint.toObject().value("path"_L1).toString());
    QTEST(paths.join(u' '), "paths");
    QCOMPARE(result.err.isEmpty(), note.isEmpty());
    QVERIFY2(result.err.contains(note), result.err.constData());
}

void TestEndpointsProcess::takesNoConnection()
{
    const CliResult result = CliProcess({u"endpoints"_s, u"--domain"_s, u"x.auth0.com"_s}).run();
    QCOMPARE(result.code, 2);
    QVERIFY2(result.err.contains("--domain"), result.err.constData());
    QCOMPARE(result.out, "");
}

QTEST_GUILESS_MAIN(TestEndpointsProcess)
#include "tst_endpointsprocess.moc"
