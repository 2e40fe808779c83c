// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/endpointscommand.h"
#include "app/cli/textcolumns.h"
#include "app/management/scopecatalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope::Cli;
using Tenantscope::Management::Endpoint;
using Tenantscope::Management::Lifecycle;
using Tenantscope::Management::ScopeCatalogue;

namespace {

QList<Endpoint> samples()
{
    return {
        {.group = u"keys"_s,
         .method = u"POST"_s,
         .path = u"/api/v2/keys/signing/rotate"_s,
         .ways = {{u"create:signing_keys"_s, u"update:signing_keys"_s}},
         .lifecycle = Lifecycle::GeneralAvailability},
        {.group = u"logs"_s,
         .method = u"GET"_s,
         .path = u"/api/v2/logs"_s,
         .ways = {{u"read:logs"_s}, {u"read:logs_users"_s}},
         .lifecycle = Lifecycle::Unknown,
         .isDeprecated = true},
    };
}

} // namespace

/// What `endpoints` prints, apart from any process.
class TestEndpoints final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void printsATable();
    void printsJson();
    void printsNothing();
    void hintsAtScopes_data();
    void hintsAtScopes();
    void alignsWideText();
};

void TestEndpoints::printsATable()
{
    QCOMPARE(
        QString::fromUtf8(printedEndpoints(samples(), EndpointsWish::Format::Table)),
        u"METHOD  PATH                         STAGE          SCOPES\n"
        "POST    /api/v2/keys/signing/rotate  GA             create:signing_keys and update:signing_keys\n"
        "GET     /api/v2/logs                 –, deprecated  read:logs or read:logs_users\n"_s);
}

void TestEndpoints::printsJson()
{
    const QByteArray printed = printedEndpoints(samples(), EndpointsWish::Format::Json);
    QCOMPARE(printed.count('\n'), 1);
    const QJsonArray expected{
        QJsonObject{
            {u"group"_s, u"keys"_s},
            {u"method"_s, u"POST"_s},
            {u"path"_s, u"/api/v2/keys/signing/rotate"_s},
            {u"scopes"_s,
             QJsonArray{QJsonArray{u"create:signing_keys"_s, u"update:signing_keys"_s}}},
            {u"lifecycle"_s, u"GA"_s},
            {u"deprecated"_s, false}},
        QJsonObject{
            {u"group"_s, u"logs"_s},
            {u"method"_s, u"GET"_s},
            {u"path"_s, u"/api/v2/logs"_s},
            {u"scopes"_s, QJsonArray{QJsonArray{u"read:logs"_s}, QJsonArray{u"read:logs_users"_s}}},
            {u"lifecycle"_s, QJsonValue()},
            {u"deprecated"_s, true}}};
    QCOMPARE(QJsonDocument::fromJson(printed).array(), expected);
}

void TestEndpoints::printsNothing()
{
    QCOMPARE(printedEndpoints({}, EndpointsWish::Format::Table), "");
    QCOMPARE(printedEndpoints({}, EndpointsWish::Format::Json), "[]\n");
}

void TestEndpoints::hintsAtScopes_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QString>("hint"); // what it must name; empty: no note at all
    QTest::newRow("known") << u"read:clients"_s << QString();
    QTest::newRow("letter left out") << u"read:cliens"_s << u"Did you mean read:clients?"_s;
    QTest::newRow("begun") << u"read:client_k"_s << u"Did you mean read:client_keys?"_s;
    QTest::newRow("capitals") << u"READ:CLIENTS"_s << u"Did you mean read:clients?"_s;
    QTest::newRow("far from any") << u"openid"_s << u"“openid” is no known scope"_s;
    QTest::newRow("hostile") << u"\u202e\x1b[2J"_s << u"is no known scope"_s;
    QTest::newRow("empty") << u""_s << u"is no known scope"_s;
}

void TestEndpoints::hintsAtScopes()
{
    QFETCH(const QString, scope);
    QFETCH(const QString, hint);
    const QString note = noteOnScope(scope, ScopeCatalogue::read());
    QCOMPARE(note.isEmpty(), hint.isEmpty());
    QVERIFY2(note.contains(hint), qPrintable(note));
    QVERIFY(!note.contains(u'\x1b') && !note.contains(u'\u202e'));
    QVERIFY(noteOnScope(QString(1'000'000, u'x'), ScopeCatalogue::read()).size() < 200);
}

void TestEndpoints::alignsWideText()
{
    QCOMPARE(
        QString::fromUtf8(inColumns({{u"名"_s, u"b"_s}, {u"abc"_s, u""_s}})), u"名   b\nabc\n"_s);
    QCOMPARE(inColumns({}), "");
}

QTEST_GUILESS_MAIN(TestEndpoints)
#include "tst_endpoints.moc"
