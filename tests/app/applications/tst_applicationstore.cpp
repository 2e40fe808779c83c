// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/applicationstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Applications::Absence;
using Applications::ApplicationStore;
using Applications::Column;

namespace {

/// A page whose text is \a elements within an array.
Management::Page pageOf(const QByteArrayList &elements)
{
    Management::Page page;
    page.body = "[";
    for (const QByteArray &element : elements) {
        if (page.body.size() > 1)
            page.body += " , ";
        page.spans.append({page.body.size(), element.size()});
        page.applications.append(
            Management::Application(QJsonDocument::fromJson(element).object()));
        page.body += element;
    }
    page.body += "]";
    return page;
}

QByteArray named(const QByteArray &id, const QByteArray &name)
{
    return R"({"client_id":")" + id + R"(","name":")" + name + R"("})";
}

/// Whether \a wrong ends the program by an assertion; tried in a process of its own.
bool asserts(const std::function<void()> &wrong)
{
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
        wrong();
        ::_exit(0);
    }
    int status = 0;
    return ::waitpid(child, &status, 0) == child && WIFSIGNALED(status)
        && WTERMSIG(status) == SIGABRT;
}

} // namespace

class TestApplicationStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void showsCells_data();
    void showsCells();
    void keepsOwnText();
    void lastDuplicateWins();
    void duplicateWithinAPage();
    void keepsThoseWithoutId();
    void leavesThePseudoClientOut();
    void listsTypes();
    void findsRows();
    void survivesOddCharacters();
    void manyPagesKeepApart();
    void showsAnyField_data();
    void showsAnyField();
    void keepsFields();
    void clears();
    void dropsTexts();
    void worksOutWhatIsWanted_data();
    void worksOutWhatIsWanted();
};

void TestApplicationStore::showsCells_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Column>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Absence>("absence");

    const auto row = [](const char *tag, const char *json, Column column, const QString &text,
                        Absence absence = Absence::None) {
        QTest::newRow(tag) << QByteArray(json) << column << text << absence;
    };
    row("name", R"({"name":"Shop"})", Column::Name, u"Shop"_s);
    row("name missing", "{}", Column::Name, {}, Absence::Missing);
    row("name null", R"({"name":null})", Column::Name, {}, Absence::Null);
    row("name empty", R"({"name":""})", Column::Name, {}, Absence::Empty);
    row("name a number", R"({"name":12})", Column::Name, u"12"_s);
    row("type", R"({"app_type":"sso_integration"})", Column::Type, u"sso_integration"_s);
    row("type missing", "{}", Column::Type, {}, Absence::Missing);
    row("client ID", R"({"client_id":"tpc_1"})", Column::ClientId, u"tpc_1"_s);
    row("first party", R"({"is_first_party":true})", Column::FirstParty, u"true"_s);
    row("third party", R"({"is_first_party":false})", Column::FirstParty, u"false"_s);
    row("party null", R"({"is_first_party":null})", Column::FirstParty, {}, Absence::Null);
    row("callbacks", R"({"callbacks":["a","b"]})", Column::Callbacks, u"2"_s);
    row("callbacks []", R"({"callbacks":[]})", Column::Callbacks, {}, Absence::Empty);
    row("callbacks null", R"({"callbacks":null})", Column::Callbacks, {}, Absence::Null);
    row("callbacks a text", R"({"callbacks":"a"})", Column::Callbacks, u"1"_s);
    row("grant types", R"({"grant_types":["implicit","password"]})", Column::GrantTypes,
        u"implicit, password"_s);
    row("grant types missing", "{}", Column::GrantTypes, {}, Absence::Missing);
    row("description", R"({"description":"Sells"})", Column::Description, u"Sells"_s);
}

void TestApplicationStore::showsCells()
{
    QFETCH(QByteArray, json);
    QFETCH(Column, column);
    ApplicationStore store;
    store.add(pageOf({json}));
    QCOMPARE(store.size(), 1);
    QTEST(store.text(0, column), "text");
    QTEST(store.absence(0, column), "absence");
}

void TestApplicationStore::keepsOwnText()
{
    const QByteArray own = R"({ "client_id":"b","session_lifetime": 1.0, "unknown": [ null ] })";
    ApplicationStore store;
    store.add(pageOf({named("a", "A"), own}));
    QCOMPARE(store.json(1), own);
    QVERIFY(store.application(1).members().contains("unknown"_L1));
    QCOMPARE(store.application(0).name(), u"A"_s);
}

void TestApplicationStore::lastDuplicateWins()
{
    ApplicationStore store;
    store.add(pageOf({named("a", "Old"), named("b", "B")}));
    const auto added = store.add(pageOf({named("c", "C"), named("a", "New")}));
    QCOMPARE(added.firstNew, 2);
    QCOMPARE(added.count, 1);
    QCOMPARE(added.replaced, std::vector<int>{0});
    QCOMPARE(store.size(), 3);
    QCOMPARE(store.duplicates(), 1);
    QCOMPARE(store.text(0, Column::Name), u"New"_s);
    QCOMPARE(store.application(0).name(), u"New"_s);
    QVERIFY(store.searchText(0).contains("new"));
    QVERIFY(!store.searchText(0).contains("old"));
}

void TestApplicationStore::duplicateWithinAPage()
{
    ApplicationStore store;
    const auto added = store.add(pageOf({named("a", "Old"), named("a", "New")}));
    QCOMPARE(added.count, 1);
    QVERIFY(added.replaced.empty()); // the view has not seen it yet
    QCOMPARE(store.text(0, Column::Name), u"New"_s);
    QCOMPARE(store.duplicates(), 1);
}

void TestApplicationStore::keepsThoseWithoutId()
{
    ApplicationStore store;
    store.add(pageOf({R"({"name":"A"})", R"({"name":"B"})"}));
    store.add(pageOf({R"({"name":"A"})"}));
    QCOMPARE(store.size(), 3);
    QCOMPARE(store.duplicates(), 0);
    QCOMPARE(store.rowOf(u""), std::nullopt);
}

void TestApplicationStore::leavesThePseudoClientOut()
{
    const QByteArray global = R"({"client_id":"g","global":true,"name":"All Applications"})";
    ApplicationStore store;
    store.add(pageOf({named("a", "A"), global}));
    store.add(pageOf({global}));
    QCOMPARE(store.size(), 1);
    QCOMPARE(store.leftOut(), 1);
    QCOMPARE(store.rowOf(u"g"), std::nullopt);
}

void TestApplicationStore::listsTypes()
{
    ApplicationStore store;
    store.add(pageOf(
        {R"({"client_id":"a","app_type":"spa"})", R"({"client_id":"b"})",
         R"({"client_id":"c","app_type":"native"})", R"({"client_id":"d","app_type":"spa"})"}));
    QCOMPARE(store.types(), (QStringList{u""_s, u"native"_s, u"spa"_s}));
    QCOMPARE(store.typeOf(3), u"spa"_s);
    QCOMPARE(store.typeOf(1), QString());
    store.add(pageOf({R"({"client_id":"c","app_type":"zoom"})"}));
    QCOMPARE(store.types(), (QStringList{u""_s, u"spa"_s, u"zoom"_s})); // nobody is native any more
}

void TestApplicationStore::findsRows()
{
    ApplicationStore store;
    store.add(pageOf({named("a", "A"), named("\xc3\xa9", "B")}));
    QCOMPARE(store.rowOf(u"a"), std::optional(0));
    QCOMPARE(store.rowOf(u"é"), std::optional(1));
    QCOMPARE(store.rowOf(u"A"), std::nullopt);
}

void TestApplicationStore::survivesOddCharacters()
{
    ApplicationStore store;
    store.add(pageOf({R"({"client_id":"x\ud800y","name":"a\u0000b\udc00","app_type":"\ud83d"})"}));
    QCOMPARE(store.text(0, Column::Name), QString(u"a" + QString(QChar(0)) + u"b\ufffd"));
    QCOMPARE(store.clientId(0), u"x\ufffdy"_s);
    QCOMPARE(store.rowOf(QString(u"x" + QString(QChar(0xd800)) + u"y")), std::optional(0));
    QCOMPARE(store.types(), QStringList{u"\ufffd"_s});
    QVERIFY(store.searchText(0).contains(QByteArrayView("a\0b", 3)));
}

void TestApplicationStore::manyPagesKeepApart()
{
    const QByteArray large(200'000, 'x'); // more than a block of the arena
    ApplicationStore store;
    for (int page = 0; page < 30; ++page) {
        const QByteArray number = QByteArray::number(page);
        store.add(pageOf(
            {named("a" + number, "A" + number),
             R"({"client_id":"b)" + number + R"(","description":")" + number + large + R"("})"}));
    }
    for (int page = 29; page >= 0; --page) {
        const QString number = QString::number(page);
        QCOMPARE(store.text(2 * page, Column::Name), u'A' + number);
        QCOMPARE(store.application(2 * page).clientId(), u'a' + number);
        QVERIFY(store.text(2 * page + 1, Column::Description).startsWith(QString(number + u'x')));
        QCOMPARE(store.rowOf(QString(u'b' + number)), std::optional(2 * page + 1));
    }
}

void TestApplicationStore::clears()
{
    ApplicationStore store;
    store.add(pageOf({named("a", "A"), named("a", "A")}));
    store.clear();
    QCOMPARE(store.size(), 0);
    QCOMPARE(store.duplicates(), 0);
    QCOMPARE(store.rowOf(u"a"), std::nullopt);
    QVERIFY(store.types().isEmpty());
    QCOMPARE(store.add(pageOf({named("a", "A")})).firstNew, 0);
}

void TestApplicationStore::showsAnyField_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Absence>("absence");
    const auto row = [](const char *name, const char *members, const QString &path,
                        const QString &text, Absence absence = Absence::None) {
        QTest::newRow(name) << QByteArray(members) << path << text << absence;
    };
    row("text", R"("logo_uri":"https://x/y.png")", u"logo_uri"_s, u"https://x/y.png"_s);
    row("yes", R"("sso":true)", u"sso"_s, u"true"_s);
    row("number", R"("par_request_expiry":30)", u"par_request_expiry"_s, u"30"_s);
    row("list", R"("web_origins":["https://a","https://b"])", u"web_origins"_s,
        u"https://a, https://b"_s);
    row("callbacks, not their number", R"("callbacks":["https://a"])", u"callbacks"_s,
        u"https://a"_s);
    row("object", R"("mobile":{"ios":{"team_id":"T"}})", u"mobile"_s,
        uR"({"ios":{"team_id":"T"}})"_s);
    row("inside another", R"("jwt_configuration":{"alg":"RS256"})", u"jwt_configuration.alg"_s,
        u"RS256"_s);
    row("two inside", R"("mobile":{"ios":{"team_id":"T"}})", u"mobile.ios.team_id"_s, u"T"_s);
    row("a dot in a name", R"("client_metadata":{"a.b":"c"})", u"client_metadata.a.b"_s, u"c"_s);
    row("a dot in an outer name", R"("client_metadata":{"a.b":{"c":"d"}})",
        u"client_metadata.a.b.c"_s, u"d"_s);
    row("a dot at the end", R"("a.":"b")", u"a."_s, u"b"_s);
    row("missing", R"("sso":true)", u"mobile"_s, {}, Absence::Missing);
    row("missing inside", R"("jwt_configuration":{})", u"jwt_configuration.alg"_s, {},
        Absence::Missing);
    row("inside no object", R"("jwt_configuration":["alg"])", u"jwt_configuration.alg"_s, {},
        Absence::Missing);
    row("null", R"("mobile":null)", u"mobile"_s, {}, Absence::Null);
    row("empty list", R"("web_origins":[])", u"web_origins"_s, {}, Absence::Empty);
    row("empty object", R"("mobile":{})", u"mobile"_s, {}, Absence::Empty);
    row("empty text", R"("logo_uri":"")", u"logo_uri"_s, {}, Absence::Empty);
    row("no lone surrogates", R"("logo_uri":"a\ud800")", u"logo_uri"_s, u"a\ufffd"_s);
    row("kept anyway", R"("name":"N")", u"name"_s, u"N"_s);
}

void TestApplicationStore::showsAnyField()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, path);
    const Column column = Applications::fieldColumn(path);
    QCOMPARE(memberOf(column), path);
    QCOMPARE(Applications::fieldColumn(path), column);

    ApplicationStore store;
    const auto page = pageOf({R"({"client_id":"1",)" + members + "}"});
    store.add(page);
    QTEST(store.text(0, column), "text"); // from the answer's own text
    QTEST(store.absence(0, column), "absence");
    store.keep(column);
    QVERIFY(store.fill(column, 1));
    QTEST(store.text(0, column), "text"); // from what is kept
    QTEST(store.absence(0, column), "absence");
}

void TestApplicationStore::keepsFields()
{
    const Column alg = Applications::fieldColumn(u"jwt_configuration.alg"_s);
    const auto signedBy = [](const QByteArray &id, const QByteArray &name) -> QByteArray {
        return R"({"client_id":")" + id + R"(","jwt_configuration":{"alg":")" + name + R"("}})";
    };
    ApplicationStore store;
    store.add(pageOf({signedBy("1", "A"), signedBy("2", "B"), signedBy("3", "A")}));
    store.keep(alg);
    store.add(pageOf({signedBy("4", "D"), signedBy("2", "C")})); // kept as they come
    QVERIFY(!store.fill(alg, 1));
    QVERIFY(store.fill(alg, 1));
    QVERIFY(store.fill(alg, 0));
    QStringList texts;
    for (int row = 0; row < store.size(); ++row)
        texts.append(store.text(row, alg));
    QCOMPARE(texts, QStringList({u"A"_s, u"C"_s, u"A"_s, u"D"_s}));

    store.clear();
    QVERIFY(!store.hasField(alg));
    store.add(pageOf({signedBy("5", "E"), R"({"client_id":"6"})"})); // still kept as they come
    QVERIFY(store.fill(alg, 0));
    QVERIFY(store.hasField(alg));
    QCOMPARE(store.text(0, alg), u"E"_s);
    store.add(pageOf({R"({"client_id":"5"})"})); // nobody has it any more
    QVERIFY(!store.hasField(alg));

    store.drop(alg);
    store.add(pageOf({signedBy("5", "F")}));
    QVERIFY(!store.hasField(alg)); // not kept any more
    QVERIFY(store.fill(alg, 0));   // so there is nothing to do
    QCOMPARE(store.text(0, alg), u"F"_s);
}

void TestApplicationStore::dropsTexts()
{
    ApplicationStore store;
    for (const QByteArray id : {"a", "b", "c", "d", "e", "f", "g"}) {
        store.add(pageOf({named(id + '1', "Old"), named(id + '2', "Old")}));
        store.dropJson(store.size() - 1);
    }
    QCOMPARE(store.application(0).clientId(), u"a1"_s); // its page stays for it, packed
    store.dropJson(0);
    store.dropJson(0); // nothing more to drop, of its own or another page
    QVERIFY(asserts([&] { (void)store.json(0); }));
    QVERIFY(asserts([&] { (void)store.json(1); }));
    QCOMPARE(store.text(0, Column::Name), u"Old"_s); // what is at hand stays
    for (int row = 2; row < store.size(); row += 2)
        QCOMPARE(store.application(row).clientId(), store.clientId(row));

    store.add(pageOf({named("a1", "New"), named("b1", "New")})); // comes with a text of its own
    QCOMPARE(store.application(0).name(), u"New"_s);
    QCOMPARE(store.application(2).name(), u"New"_s);
    store.dropJson(0);
    QCOMPARE(store.application(2).name(), u"New"_s);
}

void TestApplicationStore::worksOutWhatIsWanted_data()
{
    using enum Applications::Insight;
    QTest::addColumn<Applications::Insights>("insights");
    QTest::newRow("nothing") << Applications::Insights();
    QTest::newRow("search") << Applications::Insights(Search);
    QTest::newRow("findings") << Applications::Insights(Findings);
    QTest::newRow("all") << Applications::allInsights;
}

void TestApplicationStore::worksOutWhatIsWanted()
{
    QFETCH(const Applications::Insights, insights);
    ApplicationStore store;
    QCOMPARE(store.insights(), Applications::allInsights);
    store.setInsights(insights);
    store.add(pageOf({named("b", "B")}));
    store.clear();
    QCOMPARE(store.insights(), insights);
    const QByteArray open = R"({"client_id":"a","name":"A","grant_types":["implicit"]})";
    store.add(pageOf({named("a", "Old"), open}));
    QCOMPARE(store.text(0, Column::Name), u"A"_s);
    QCOMPARE(store.json(0), open);

    const bool hasSearch = insights.testFlag(Applications::Insight::Search);
    QCOMPARE(asserts([&] { (void)store.searchText(0); }), !hasSearch);
    QCOMPARE(asserts([&] { (void)store.traits(0); }), !hasSearch);
    if (hasSearch)
        QVERIFY(store.searchText(0).contains("implicit"));
    const bool hasFindings = insights.testFlag(Applications::Insight::Findings);
    QCOMPARE(asserts([&] { (void)store.text(0, Column::Findings); }), !hasFindings);
    QCOMPARE(asserts([&] { (void)store.absence(0, Column::Findings); }), !hasFindings);
    if (hasFindings)
        QVERIFY(!store.findings(0).isEmpty());
}

QTEST_GUILESS_MAIN(TestApplicationStore)
#include "tst_applicationstore.moc"
