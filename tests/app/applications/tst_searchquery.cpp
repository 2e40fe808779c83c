// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/fieldvalue.h"
#include "app/applications/searchquery.h"
#include "app/applications/searchtext.h"

#include <QJsonArray>
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
    void foldsTextsOfAField();
    void parses_data();
    void parses();
    void matches_data();
    void matches();
    void looksEverywhere_data();
    void looksEverywhere();
    void findsByKey_data();
    void findsByKey();
    void findsByField_data();
    void findsByField();
    void findsBySeverity();
    void highlights_data();
    void highlights();
    void highlightsFields_data();
    void highlightsFields();
    void namesItsFields();
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
    QTest::newRow("marks of fields") << u"a\u0010b\u0018c"_s << QByteArray("a b c");
    QTest::newRow("separator beside accents") << u"é\u001fb"_s << QByteArray("e b");
}

void TestSearchQuery::folds()
{
    QFETCH(QString, text);
    const QByteArray once = Applications::fold(text);
    QTEST(once, "folded");
    QCOMPARE(Applications::fold(QString::fromUtf8(once)), once);
}

/// Quick as it is, it must not differ from fold(), wherever a block of it ends.
void TestSearchQuery::foldsTextsOfAField()
{
    using Applications::fold;
    QString ascii;
    for (char16_t c = 0; c < 0x80; ++c)
        ascii += QChar(c);
    const QStringList texts{QString(), ascii, u"Café"_s, u"Straße ＡＢＣ 😀"_s, u"Cafe\u0301"_s};
    for (const QString &one : texts) {
        for (qsizetype size = 0; size <= one.size(); ++size) {
            for (const QString &other : texts) {
                const QString start = one.first(size);
                const QJsonArray list{start, other};
                const auto folded = Applications::foldTexts(Applications::elementTexts(list));
                QByteArray expected = fold(start);
                expected += Applications::elementMark + fold(other);
                QCOMPARE(QByteArray(folded.data(), folded.size()), expected);
            }
        }
    }
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
    QTest::newRow("quotes in a phrase")
        << u"\"say \"\"hi\"\"\" b"_s << QByteArrayList{"say \"hi\"", "b"};
    QTest::newRow("a phrase of a quote") << u"\"\"\"\""_s << QByteArrayList{"\""};
    QTest::newRow("negated") << u"a -b -\"c d\""_s << QByteArrayList{"a"};
    QTest::newRow("keyed") << u"a name:b -id:c"_s << QByteArrayList{"a"};
    QTest::newRow("nothing yet") << u"- type: -name: name:= id:\"\" is: -"_s << QByteArrayList();
    QTest::newRow("unknown key") << u"color:red x=y"_s << QByteArrayList{"color:red", "x=y"};
    QTest::newRow("a URL") << u"http://localhost:3000/a?b"_s
                           << QByteArrayList{"http://localhost:3000/a?b"};
}

void TestSearchQuery::parses()
{
    QFETCH(QString, text);
    const SearchQuery query = SearchQuery::parse(text);
    QTEST(query.wordsIn(Applications::SearchKey::Any), "words");
    QCOMPARE(query.hasOpenQuote(), text.count(u'"') % 2 == 1 && !text.startsWith(u"5"));
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
    QTest::newRow("text of an unknown member") << u"sixpence"_s << true;
    QTest::newRow("name of a member") << u"new_thing"_s << false;
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

void TestSearchQuery::findsByKey_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");

    QTest::newRow("everything") << QString() << u"ABCD"_s;
    QTest::newRow("a key with nothing after it") << u"type:"_s << u"ABCD"_s;
    QTest::newRow("a blank after a key") << u"type: spa"_s << u"A"_s;
    QTest::newRow("a lone minus") << u"shop -"_s << u"AB"_s;
    QTest::newRow("name") << u"name:shop"_s << u"AB"_s;
    QTest::newRow("not the name") << u"-name:shop"_s << u"CD"_s;
    QTest::newRow("the whole name") << u"name:=shop"_s << u"A"_s;
    QTest::newRow("not the whole name") << u"-name:=shop shop"_s << u"B"_s;
    QTest::newRow("key in capitals") << u"NAME:Shop"_s << u"AB"_s;
    QTest::newRow("a phrase behind a key") << u"name:\"shop w\""_s << u"B"_s;
    QTest::newRow("an open one") << u"name:\"shop w"_s << u"B"_s;
    QTest::newRow("a quote in a phrase") << u"name:\"the \"\"x\"\"\""_s << u"C"_s;
    QTest::newRow("not a phrase") << u"-\"shop web\""_s << u"ACD"_s;
    QTest::newRow("id") << u"id:zC7"_s << u"A"_s;
    QTest::newRow("an id only in the name") << u"id:shop"_s << QString();
    QTest::newRow("type, the API's word") << u"type:spa"_s << u"A"_s;
    QTest::newRow("type, the table's") << u"type:\"single p\""_s << u"A"_s;
    QTest::newRow("type, as it is said") << u"type:M2M"_s << u"B"_s;
    QTest::newRow("no type") << u"type:generic"_s << u"CD"_s;
    QTest::newRow("callback") << u"callback:localhost"_s << u"A"_s;
    QTest::newRow("callback with a port") << u"callback:http://localhost:3000"_s << u"A"_s;
    QTest::newRow("a URL without a key") << u"http://localhost"_s << u"AC"_s;
    QTest::newRow("logout") << u"logout:localhost"_s << u"C"_s;
    QTest::newRow("web origin") << u"origin:web.example"_s << u"B"_s;
    QTest::newRow("allowed origin") << u"origin:cors.example"_s << u"B"_s;
    QTest::newRow("grant") << u"grant:client_credentials"_s << u"B"_s;
    QTest::newRow("grant in words") << u"grant:\"client credentials\""_s << u"B"_s;
    QTest::newRow("a grant with hyphens") << u"grant:password_realm"_s << u"A"_s;
    QTest::newRow("meta, key and value") << u"meta:owner=plat"_s << u"A"_s;
    QTest::newRow("meta, another key") << u"meta:own=plat"_s << QString();
    QTest::newRow("meta, a key alone") << u"meta:owner="_s << u"AB"_s;
    QTest::newRow("meta, either") << u"meta:plat"_s << u"AC"_s;
    QTest::newRow("meta, whole") << u"meta:=owner=Platform"_s << u"A"_s;
    QTest::newRow("meta, a phrase") << u"meta:\"owner=web team\""_s << u"B"_s;
    QTest::newRow("first party") << u"is:first-party"_s << u"A"_s;
    QTest::newRow("third party") << u"is:third-party"_s << u"B"_s;
    QTest::newRow("not first party") << u"-is:first-party"_s << u"BCD"_s;
    QTest::newRow("public") << u"is:public"_s << u"A"_s;
    QTest::newRow("half a trait") << u"is:conf"_s << u"BC"_s;
    QTest::newRow("conformant") << u"is:oidc-conformant"_s << u"A"_s;
    QTest::newRow("legacy") << u"is:legacy"_s << u"B"_s;
    QTest::newRow("no such trait") << u"is:purple"_s << QString();
    QTest::newRow("not even such a trait") << u"-is:purple"_s << u"ABCD"_s;
    QTest::newRow("a finding") << u"finding:callback-localhost"_s << u"A"_s;
    QTest::newRow("findings alike") << u"finding:LocalHost"_s << u"AC"_s;
    QTest::newRow("without them") << u"-finding:localhost"_s << u"BD"_s;
    QTest::newRow("no such finding") << u"finding:purple"_s << QString();
    QTest::newRow("a finding in the making") << u"finding:"_s << u"ABCD"_s;
    QTest::newRow("unknown key") << u"color:red"_s << u"D"_s;
    QTest::newRow("a whole number") << u"36000"_s << u"A"_s;
    QTest::newRow("part of a number") << u"3600"_s << QString();
    QTest::newRow("digits of a text") << u"300"_s << u"A"_s;
    QTest::newRow("a word of an enumeration") << u"rs256"_s << u"A"_s;
    QTest::newRow("true is noise") << u"true"_s << QString();
    QTest::newRow("the tenant is noise") << u"everywhere"_s << QString();
    QTest::newRow("a client secret") << u"hush"_s << QString();
    QTest::newRow("an add-on's secret") << u"psst"_s << QString();
    QTest::newRow("an add-on's URL") << u"saml.example"_s << u"D"_s;
    QTest::newRow("across two fields") << u"\"shop spa\""_s << QString();
    QTest::newRow("a mark of the search text is a blank") << u"\"shop\u0012web\""_s << u"B"_s;
    QTest::newRow("several") << u"shop -is:public origin:web"_s << u"B"_s;
}

void TestSearchQuery::findsByKey()
{
    Applications::ApplicationStore store;
    const QByteArray common = R"("tenant":"everywhere","sso":true,"client_secret":"hush",)";
    store.add(pageOf(
        "{" + common
        + R"("client_id":"k158Zc7","name":"Shop","app_type":"spa",)"
          R"("callbacks":["http://localhost:3000/cb"],"is_first_party":true,"oidc_conformant":true,)"
          R"("token_endpoint_auth_method":"none","client_metadata":{"owner":"platform"},)"
          R"("grant_types":["http://auth0.com/oauth/grant-type/password-realm"],)"
          R"("jwt_configuration":{"alg":"RS256","lifetime_in_seconds":36000}})"));
    store.add(pageOf(
        "{" + common
        + R"("client_id":"2","name":"Shop Web","app_type":"non_interactive",)"
          R"("web_origins":["https://web.example"],"allowed_origins":["https://cors.example"],)"
          R"("grant_types":["client_credentials"],"is_first_party":false,"oidc_conformant":false,)"
          R"("token_endpoint_auth_method":"client_secret_post","client_metadata":{"owner":"web team"}})"));
    store.add(pageOf(
        "{" + common
        + R"("client_id":"4","name":"The \"X\"","allowed_logout_urls":["http://localhost/"],)"
          R"("client_authentication_methods":{"private_key_jwt":{}},"client_metadata":{"plat":"form"}})"));
    store.add(pageOf(
        "{" + common
        + R"("client_id":"5","name":"Color:Red",)"
          R"("addons":{"samlp":{"callback":"https://saml.example/","secret":"psst"}}})"));
    QFETCH(QString, text);
    const SearchQuery query = SearchQuery::parse(text);
    QString found;
    for (int row = 0; row < store.size(); ++row) {
        if (query.matches(store, row))
            found += QChar(u'A' + row);
    }
    QTEST(found, "found");
    QCOMPARE(query.hasUnknownName(), text.contains(u"purple"));
}

void TestSearchQuery::findsByField_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");

    QTest::newRow("nothing yet") << u"field: field:= -field:"_s << u"ABCD"_s;
    QTest::newRow("there, if only as null") << u"field:sso"_s << u"ABC"_s;
    QTest::newRow("not set") << u"-field:sso"_s << u"D"_s;
    QTest::newRow("no word yet") << u"field:sso= field:=sso="_s << u"ABC"_s;
    QTest::newRow("true") << u"field:sso=true"_s << u"A"_s;
    QTest::newRow("the key in capitals") << u"FIELD:sso=FALSE"_s << u"B"_s;
    QTest::newRow("names are the API's own") << u"field:SSO"_s << QString();
    QTest::newRow("not true, not set among them") << u"-field:sso=true"_s << u"BCD"_s;
    QTest::newRow("a part") << u"field:sso=e"_s << u"AB"_s;
    QTest::newRow("a part is not the whole") << u"field:=sso=e"_s << QString();
    QTest::newRow("null is empty") << u"field:sso=[]"_s << u"C"_s;
    QTest::newRow("null is empty, as a whole") << u"field:=sso=[]"_s << u"C"_s;
    QTest::newRow("an empty list") << u"field:web_origins=[]"_s << u"B"_s;
    QTest::newRow("an empty object") << u"field:jwt_configuration=[]"_s << u"C"_s;
    QTest::newRow("an empty text") << u"field:logo_uri=[] field:logo_uri"_s << u"C"_s;
    QTest::newRow("set, but not empty") << u"field:web_origins -field:web_origins=[]"_s << u"AD"_s;
    QTest::newRow("inside another") << u"field:jwt_configuration.alg=rs"_s << u"A"_s;
    QTest::newRow("a name with a dot") << u"field:=jwt_configuration.alg=dotted"_s << u"D"_s;
    QTest::newRow("part of a number")
        << u"field:jwt_configuration.lifetime_in_seconds=3600"_s << u"AB"_s;
    QTest::newRow("a number") << u"field:=jwt_configuration.lifetime_in_seconds=3600"_s << u"B"_s;
    QTest::newRow("an object's JSON") << u"field:jwt_configuration=\"\"alg\"\":\"\"RS"_s
                                      << QString(); // the quotes begin nothing there
    QTest::newRow("an object's JSON, quoted")
        << u"field:\"jwt_configuration={\"\"alg\"\":\"\"RS\""_s << u"A"_s;
    QTest::newRow("an element, accents aside") << u"field:web_origins=CAFE"_s << u"A"_s;
    QTest::newRow("a whole element") << u"field:=web_origins=https://a.example"_s << u"A"_s;
    QTest::newRow("not across elements") << u"field:\"web_origins=example, https\""_s << QString();
    QTest::newRow("a comma of an element") << u"field:\"web_origins=a, b\""_s << u"D"_s;
    QTest::newRow("a list that a key knows, too") << u"field:=grant_types=implicit"_s << u"A"_s;
    QTest::newRow("a column of the table") << u"field:=name=shop"_s << u"A"_s;
    QTest::newRow("metadata") << u"field:client_metadata.owner=plat"_s << u"A"_s;
    QTest::newRow("blanks in a name") << u"field:\"client_metadata.two words=y z\""_s << u"C"_s;
    QTest::newRow("a sign in a name") << u"field:=client_metadata.a\\=b=c=d"_s << u"C"_s;
    QTest::newRow("a sign that ends the path") << u"field:client_metadata.a=b"_s << QString();
    QTest::newRow("a backslash") << u"field:client_metadata.back\\slash"_s << u"C"_s;
    QTest::newRow("a backslash, twice") << u"field:client_metadata.back\\\\slash=x"_s << u"C"_s;
    QTest::newRow("nobody has it") << u"field:no.such"_s << QString();
    QTest::newRow("nobody has it, negated") << u"-field:no.such"_s << u"ABCD"_s;
    QTest::newRow("a secret") << u"field:client_secret=hush"_s << QString();
    QTest::newRow("a secret, negated") << u"-field:client_secret"_s << u"ABCD"_s;
    QTest::newRow("inside add-ons") << u"field:addons.x=psst"_s << QString();
    QTest::newRow("several") << u"field:sso -field:=sso=true field:jwt_configuration.alg"_s
                             << u"B"_s;
}

void TestSearchQuery::findsByField()
{
    Applications::ApplicationStore store;
    store.add(
        pageOf(R"({"client_id":"1","name":"Shop","sso":true,"grant_types":["implicit","password"],)"
               R"("jwt_configuration":{"alg":"RS256","lifetime_in_seconds":36000},)"
               R"("client_metadata":{"owner":"platform"},)"
               R"("web_origins":["https://a.example","https://Café.example"]})"));
    store.add(pageOf(R"({"client_id":"2","name":"Shop web","sso":false,"web_origins":[],)"
                     R"("jwt_configuration":{"alg":"HS256","lifetime_in_seconds":3600}})"));
    store.add(pageOf(R"({"client_id":"3","sso":null,"jwt_configuration":{},"logo_uri":"",)"
                     R"("client_metadata":{"a=b":"c=d","back\\slash":"x","two words":"y z"}})"));
    store.add(pageOf(R"({"client_id":"4","jwt_configuration.alg":"dotted","client_secret":"hush",)"
                     R"("addons":{"x":"psst"},"web_origins":["a, b"]})"));
    QFETCH(QString, text);
    const SearchQuery query = SearchQuery::parse(text);
    for (const bool isKept : {false, true}) {
        for (const Applications::Column field : query.fields()) {
            if (isKept) {
                store.keep(field);
                QVERIFY(store.fill(field, store.size()));
            }
        }
        QString found;
        for (int row = 0; row < store.size(); ++row) {
            if (query.matches(store, row))
                found += QChar(u'A' + row);
        }
        QTEST(found, "found");
    }
    QCOMPARE(query.hasUnknownName(), text.contains(u"secret") || text.contains(u"addons"));
}

void TestSearchQuery::namesItsFields()
{
    const auto query = SearchQuery::parse(u"field:sso -field:=sso=x name:a field:addons");
    QCOMPARE(query.fields(), QList<Applications::Column>{Applications::ownColumn(u"sso"_s)});
    QCOMPARE(memberOf(query.fields().first()), u"sso"_s);
    const auto named = SearchQuery::parse(u"field:name");
    QVERIFY(isField(named.fields().first())); // not the table's column, which tells no elements
}

void TestSearchQuery::findsBySeverity()
{
    Applications::ApplicationStore store;
    store.add(pageOf(R"({"client_id":"1","callbacks":["http://localhost:3000"]})"));
    const auto finds = [&store](QStringView text) {
        return SearchQuery::parse(text).matches(store, 0);
    };
    const QString severity = nameOf(store.tally(0).worst);
    QVERIFY(finds(QString(u"finding:" + severity)));
    QVERIFY(finds(u"finding:any"));
    store.setEnvironment(Tenant::Environment::Development); // where it is how one develops
    QCOMPARE(store.tally(0).count, 0);
    QVERIFY(!finds(QString(u"finding:" + severity)));
    QVERIFY(!finds(u"finding:localhost"));
    QVERIFY(finds(u"-finding:any"));
}

void TestSearchQuery::highlights_data()
{
    using Key = Applications::SearchKey;
    QTest::addColumn<QString>("text");
    QTest::addColumn<Key>("key");
    QTest::addColumn<QByteArrayList>("words");

    QTest::newRow("everywhere") << u"Shop"_s << Key::Callback << QByteArrayList{"shop"};
    QTest::newRow("where the key looks") << u"name:a id:b"_s << Key::Name << QByteArrayList{"a"};
    QTest::newRow("nowhere else") << u"name:a id:b"_s << Key::Any << QByteArrayList();
    QTest::newRow("nothing negated") << u"-a -name:b"_s << Key::Name << QByteArrayList();
    QTest::newRow("no trait") << u"is:public"_s << Key::Is << QByteArrayList();
    QTest::newRow("a number as it is typed") << u"36"_s << Key::Any << QByteArrayList{"36"};
    QTest::newRow("metadata") << u"meta:owner=a"_s << Key::Meta << QByteArrayList{"a", "owner"};
    QTest::newRow("a metadata key") << u"meta:owner="_s << Key::Meta << QByteArrayList{"owner"};
}

void TestSearchQuery::highlights()
{
    QFETCH(QString, text);
    QFETCH(Applications::SearchKey, key);
    QTEST(SearchQuery::parse(text).wordsIn(key), "words");
}

void TestSearchQuery::highlightsFields_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArrayList>("words");

    const QString alg = u"jwt_configuration.alg"_s;
    QTest::newRow("its own word") << u"field:jwt_configuration.alg=RS"_s << alg
                                  << QByteArrayList{"rs"};
    QTest::newRow("the whole") << u"field:=jwt_configuration.alg=RS"_s << alg
                               << QByteArrayList{"rs"};
    QTest::newRow("nowhere else") << u"field:jwt_configuration.alg=RS"_s << u"sso"_s
                                  << QByteArrayList();
    QTest::newRow("presence is no word")
        << u"field:sso field:sso=[]"_s << u"sso"_s << QByteArrayList();
    QTest::newRow("nothing negated") << u"-field:sso=t"_s << u"sso"_s << QByteArrayList();
    QTest::newRow("by any key") << u"a name:b field:name=c id:d"_s << u"name"_s
                                << QByteArrayList{"a", "b", "c"};
}

void TestSearchQuery::highlightsFields()
{
    QFETCH(QString, text);
    QFETCH(QString, path);
    QTEST(SearchQuery::parse(text).wordsAt(path), "words");
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
    QTest::newRow("a key before it") << u"name:shop"_s << u"shop"_s << true;
    QTest::newRow("a key taken away") << u"shop"_s << u"name:shop"_s << false;
    QTest::newRow("another key") << u"name:shop"_s << u"id:shop"_s << false;
    QTest::newRow("the whole") << u"name:=shop"_s << u"name:sh"_s << true;
    QTest::newRow("no longer the whole") << u"name:shop"_s << u"name:=shop"_s << false;
    QTest::newRow("negated, one letter more") << u"-shop"_s << u"-sho"_s << false;
    QTest::newRow("negated, one letter less") << u"-sho"_s << u"-shop"_s << true;
    QTest::newRow("now negated") << u"-shop"_s << u"shop"_s << false;
    QTest::newRow("negated with a key") << u"-name:shop"_s << u"-shop"_s << false;
    QTest::newRow("negated without a key") << u"-shop"_s << u"-name:shop"_s << true;
    QTest::newRow("a minus that says nothing yet") << u"shop -"_s << u"shop"_s << true;
    QTest::newRow("a trait") << u"is:public"_s << u"is:p"_s << true;
    QTest::newRow("half a trait") << u"is:p"_s << u"is:public"_s << false;
    QTest::newRow("a finding") << u"finding:callback-localhost"_s << u"finding:localhost"_s << true;
    QTest::newRow("findings") << u"finding:localhost"_s << u"finding:callback-localhost"_s << false;
    QTest::newRow("any finding") << u"finding:any"_s << u"finding:an"_s << false;
    QTest::newRow("a finding like a word") << u"finding:high"_s << u"high"_s << false;
    QTest::newRow("metadata") << u"meta:owner=pl"_s << u"meta:owner="_s << true;
    QTest::newRow("a field") << u"field:sso=t"_s << u"field:sso"_s << true;
    QTest::newRow("a field, no word yet") << u"field:sso="_s << u"field:sso"_s << true;
    QTest::newRow("a field, a letter more") << u"field:sso=tr"_s << u"field:sso=t"_s << true;
    QTest::newRow("a field, a letter less") << u"field:sso=t"_s << u"field:sso=tr"_s << false;
    QTest::newRow("a field, the whole") << u"field:=sso=true"_s << u"field:sso=tr"_s << true;
    QTest::newRow("a field, other whole") << u"field:=sso=trut"_s << u"field:=sso=tru"_s << false;
    QTest::newRow("a field, no longer the whole")
        << u"field:sso=true"_s << u"field:=sso=true"_s << false;
    QTest::newRow("a longer path") << u"field:sso_disabled"_s << u"field:sso"_s << false;
    QTest::newRow("an empty field") << u"field:sso=[]"_s << u"field:sso"_s << true;
    QTest::newRow("an empty field has no bracket")
        << u"field:sso=[]"_s << u"field:sso=["_s << false;
    QTest::newRow("a value is not empty") << u"field:sso=[]x"_s << u"field:sso=[]"_s << false;
    QTest::newRow("not set, negated the more") << u"-field:sso"_s << u"-field:sso=t"_s << true;
    QTest::newRow("not set, negated the less") << u"-field:sso=t"_s << u"-field:sso"_s << false;
    QTest::newRow("a field and a word") << u"field:name=shop"_s << u"shop"_s << false;
    QTest::newRow("a field and a key") << u"field:name=shop"_s << u"name:shop"_s << false;
    QTest::newRow("more of a number") << u"36000"_s << u"3600"_s << false;
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
