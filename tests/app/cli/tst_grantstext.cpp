// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/grantstext.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Cli;
using Management::ClientGrant;

namespace {

ClientGrant parsed(const QByteArray &json)
{
    return ClientGrant(QJsonDocument::fromJson(json).object());
}

QList<ClientGrant> usual()
{
    return {
        parsed(
            R"({"id":"1","client_id":"abc","audience":"https://a/","scope":["read:x","read:y"],"subject_type":"client"})"),
        parsed(
            R"({"id":"2","client_id":"gone","audience":"https://a/","scope":[],"allow_all_scopes":true})"),
        parsed(
            R"({"id":"3","client_id":null,"audience":"b","scope":["read:y"],"default_for":"third_party_clients"})")};
}

QString nameOf(const QString &clientId)
{
    return clientId == "abc"_L1 ? u"=Shop\u202e"_s : QString();
}

} // namespace

class TestGrantsText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void prints_data();
    void prints();
    void neutralises_data();
    void neutralises();
    void filters_data();
    void filters();
};

void TestGrantsText::prints_data()
{
    QTest::addColumn<GrantsWish::Format>("format");
    QTest::addColumn<QByteArray>("expected");
    using Format = GrantsWish::Format;
    QTest::newRow("table")
        << Format::Table
        << QByteArray(
               "APPLICATION                        CLIENT ID  API         SUBJECT  SCOPES\n"
               "=Shop\uFFFD                             abc        https://a/  client   read:x read:y\n"
               "–                                  gone       https://a/  –        (all)\n"
               "(default for third_party_clients)  –          b           –        read:y\n");
    QTest::newRow("csv")
        << Format::Csv
        << QByteArray(
               "id,client_id,name,audience,scope,allow_all_scopes,subject_type,organization_usage,default_for\r\n"
               "1,abc,'=Shop\u202e,https://a/,read:x read:y,false,client,,\r\n"
               "2,gone,,https://a/,,true,,,\r\n"
               "3,,,b,read:y,false,,,third_party_clients\r\n");
    QTest::newRow("json") << Format::Json
                          << QByteArray(
                                 R"([
{"audience":"https://a/","client_id":"abc","id":"1","scope":["read:x","read:y"],"subject_type":"client"},
{"allow_all_scopes":true,"audience":"https://a/","client_id":"gone","id":"2","scope":[]},
{"audience":"b","client_id":null,"default_for":"third_party_clients","id":"3","scope":["read:y"]}
]
)");
    QTest::newRow("ndjson")
        << Format::Ndjson
        << QByteArray(
               R"({"audience":"https://a/","client_id":"abc","id":"1","scope":["read:x","read:y"],"subject_type":"client"}
{"allow_all_scopes":true,"audience":"https://a/","client_id":"gone","id":"2","scope":[]}
{"audience":"b","client_id":null,"default_for":"third_party_clients","id":"3","scope":["read:y"]}
)");
}

void TestGrantsText::prints()
{
    QFETCH(const GrantsWish::Format, format);
    QFETCH(const QByteArray, expected);
    QCOMPARE(printedGrants(usual(), format, nameOf, false), expected);
}

void TestGrantsText::neutralises_data()
{
    QTest::addColumn<GrantsWish::Format>("format");
    using Format = GrantsWish::Format;
    QTest::newRow("table") << Format::Table;
    QTest::newRow("csv") << Format::Csv;
    QTest::newRow("json") << Format::Json;
    QTest::newRow("ndjson") << Format::Ndjson;
}

void TestGrantsText::neutralises()
{
    QFETCH(const GrantsWish::Format, format);
    const QString evil = u"a\u001b[2J\u202e\u0085\nb"_s;
    const ClientGrant grant(QJsonObject{
        {u"id"_s, evil},
        {u"client_id"_s, evil},
        {u"audience"_s, evil},
        {u"scope"_s, evil},
        {u"subject_type"_s, evil}});
    const ClientGrant shared(QJsonObject{{u"default_for"_s, evil}, {u"odd"_s, evil}});
    const QByteArray printed = printedGrants(
        {grant, shared}, format, [&evil](const QString &) { return evil; }, true);
    for (const char *bytes : {"\x1b", "\u202e", "\u0085", "\nb"})
        QVERIFY2(!printed.contains(bytes), printed.constData());
}

void TestGrantsText::filters_data()
{
    QTest::addColumn<GrantsWish>("wish");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("all") << GrantsWish{} << QStringList{u"1"_s, u"2"_s, u"3"_s};
    QTest::newRow("a scope") << GrantsWish{.scope = u"read:x"_s} << QStringList{u"1"_s, u"2"_s};
    QTest::newRow("an API") << GrantsWish{.api = u"b"_s} << QStringList{u"3"_s};
    QTest::newRow("an application") << GrantsWish{.application = u"abc"_s} << QStringList{u"1"_s};
    QTest::newRow("all of them") << GrantsWish{.scope = u"read:y"_s, .api = u"https://a/"_s}
                                 << QStringList{u"1"_s, u"2"_s};
    QTest::newRow("nobody's") << GrantsWish{.application = QString()} << QStringList{u"3"_s};
}

void TestGrantsText::filters()
{
    QFETCH(const GrantsWish, wish);
    QStringList ids;
    for (const ClientGrant &grant : usual()) {
        if (isWanted(grant, wish))
            ids.append(grant.id());
    }
    QTEST(ids, "ids");
}

QTEST_APPLESS_MAIN(TestGrantsText)
#include "tst_grantstext.moc"
