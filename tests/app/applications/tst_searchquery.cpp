// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/searchquery.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Applications::SearchQuery;

namespace {

Management::Page pageOf(const QByteArray &json)
{
    Management::Page page;
    page.body = json;
    page.applications.append(Management::Application(QJsonDocument::fromJson(json).object()));
    page.spans.append({0, json.size()});
    return page;
}

} // namespace

class TestSearchQuery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void folds_data();
    void folds();
    void parses_data();
    void parses();
    void matches_data();
    void matches();
    void looksEverywhere_data();
    void looksEverywhere();
    void narrows_data();
    void narrows();
};

void TestSearchQuery::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("folded");

    QTest::newRow("case") << u"ShOp-WEB 9"_s << QByteArray("shop-web 9");
    QTest::newRow("accents") << u"Café ÅNGSTRÖM"_s << QByteArray("cafe angstrom");
    QTest::newRow("combining") << u"Cafe\u0301"_s << QByteArray("cafe");
    QTest::newRow("sharp s") << u"Straße"_s << QByteArray("strasse");
    QTest::newRow("full width") << u"ＡＢＣ"_s << QByteArray("abc");
    QTest::newRow("dotted capital I") << u"İstanbul"_s << QByteArray("istanbul");
    QTest::newRow("Greek") << u"ΣΊΣΥΦΟΣ"_s << u"σισυφοσ"_s.toUtf8();
    QTest::newRow("outside the first plane") << u"😀𐐀"_s << u"😀𐐨"_s.toUtf8();
    QTest::newRow("lone surrogate")
        << QString(u"a" + QString(QChar(0xd800)) + u"b") << u"a\ufffdb"_s.toUtf8();
    QTest::newRow("NUL") << QString(u"a" + QString(QChar(0)) + u"B") << QByteArray("a\0b", 3);
    QTest::newRow("separator") << u"a\u001fb"_s << QByteArray("a b");
    QTest::newRow("separator beside accents") << u"é\u001fb"_s << QByteArray("e b");
}

void TestSearchQuery::folds()
{
    QFETCH(QString, text);
    const QByteArray once = Applications::fold(text);
    QTEST(once, "folded");
    QCOMPARE(Applications::fold(QString::fromUtf8(once)), once);
}

void TestSearchQuery::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArrayList>("words");

    QTest::newRow("nothing") << QString() << QByteArrayList();
    QTest::newRow("blanks") << u" \t "_s << QByteArrayList();
    QTest::newRow("words") << u"Shop  WEB"_s << QByteArrayList{"shop", "web"};
    QTest::newRow("twice the same") << u"shop Shop"_s << QByteArrayList{"shop"};
    QTest::newRow("phrase") << u"a \"Default App\" b"_s << QByteArrayList{"a", "default app", "b"};
    QTest::newRow("open phrase") << u"a \"default a"_s << QByteArrayList{"a", "default a"};
    QTest::newRow("empty phrase") << u"\"\" a"_s << QByteArrayList{"a"};
    QTest::newRow("just a quote") << u"\""_s << QByteArrayList();
    QTest::newRow("a quote inside a word") << u"5\"disk"_s << QByteArrayList{"5\"disk"};
    QTest::newRow("a URL") << u"http://localhost:3000/a?b"_s
                           << QByteArrayList{"http://localhost:3000/a?b"};
}

void TestSearchQuery::parses()
{
    QFETCH(QString, text);
    const SearchQuery query = SearchQuery::parse(text);
    QTEST(query.words(), "words");
    QCOMPARE(query.isEmpty(), query.words().isEmpty());
}

void TestSearchQuery::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");

    QTest::newRow("nothing asked") << QString() << true;
    QTest::newRow("part of a word") << u"tell"_s << true;
    QTest::newRow("other case, other accents") << u"BESTELLÜNG"_s << true;
    QTest::newRow("all words, in any order") << u"portal bestell"_s << true;
    QTest::newRow("one word missing") << u"portal shop"_s << false;
    QTest::newRow("phrase") << u"\"bestellung portal\""_s << true;
    QTest::newRow("phrase the other way round") << u"\"portal bestellung\""_s << false;
    QTest::newRow("across two fields") << u"\"portal id1\""_s << false;
}

void TestSearchQuery::matches()
{
    Applications::ApplicationStore store;
    store.add(pageOf(R"({"client_id":"ID1","name":"Bestellung Portal"})"));
    QFETCH(QString, text);
    QTEST(SearchQuery::parse(text).matches(store, 0), "matches");
}

void TestSearchQuery::looksEverywhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");

    QTest::newRow("name") << u"shop"_s << true;
    QTest::newRow("client ID") << u"k158zc7"_s << true;
    QTest::newRow("description") << u"sells shoes"_s << true;
    QTest::newRow("type as the API says it") << u"non_interactive"_s << true;
    QTest::newRow("type as tables say it") << u"\"machine to machine\""_s << true;
    QTest::newRow("grant type") << u"client_credentials"_s << true;
    QTest::newRow("callback that is no URL") << u"localhost:3030/logout"_s << true;
    QTest::newRow("origin") << u"origin.example"_s << true;
    QTest::newRow("web origin") << u"webby.example"_s << true;
    QTest::newRow("logout URL") << u"bye.example"_s << true;
    QTest::newRow("URL in an unknown member") << u"deep.example"_s << true;
    QTest::newRow("metadata value") << u"platform-team"_s << true;
    QTest::newRow("metadata key and value") << u"owner=platform"_s << true;
    QTest::newRow("text of an unknown member that is no URL") << u"sixpence"_s << false;
}

void TestSearchQuery::looksEverywhere()
{
    Applications::ApplicationStore store;
    store.add(pageOf(
        R"({"client_id":"k158Zc7","name":"Shop","description":"Sells shoes","app_type":"non_interactive",)"
        R"("grant_types":["client_credentials"],"callbacks":["localhost:3030/logout"],)"
        R"("allowed_origins":["https://origin.example"],"web_origins":["https://webby.example"],)"
        R"("allowed_logout_urls":["https://bye.example"],"client_metadata":{"owner":"platform-team"},)"
        R"("new_thing":{"list":[{"at":"https://deep.example/x","word":"sixpence"}]}})"));
    QFETCH(QString, text);
    QTEST(SearchQuery::parse(text).matches(store, 0), "found");
}

void TestSearchQuery::narrows_data()
{
    QTest::addColumn<QString>("narrow");
    QTest::addColumn<QString>("wide");
    QTest::addColumn<bool>("narrows");

    QTest::newRow("than everything") << u"a"_s << QString() << true;
    QTest::newRow("one letter more") << u"shop"_s << u"sho"_s << true;
    QTest::newRow("one letter less") << u"sho"_s << u"shop"_s << false;
    QTest::newRow("one word more") << u"shop web"_s << u"shop"_s << true;
    QTest::newRow("another word") << u"web"_s << u"shop"_s << false;
    QTest::newRow("letter put in front") << u"ashop"_s << u"shop"_s << true;
    QTest::newRow("everything again") << QString() << u"a"_s << false;
}

void TestSearchQuery::narrows()
{
    QFETCH(QString, narrow);
    QFETCH(QString, wide);
    QTEST(SearchQuery::parse(narrow).narrows(SearchQuery::parse(wide)), "narrows");
}

QTEST_GUILESS_MAIN(TestSearchQuery)
#include "tst_searchquery.moc"
