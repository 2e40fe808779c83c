// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/applicationstore.h"
#include "app/applications/searchquery.h"
#include "ui/applications/applicationdetails.h"
#include "ui/applications/applicationslook.h"
#include "ui/applications/highlight.h"
#include "ui/applications/listwords.h"
#include "ui/applications/rowblock.h"
#include "ui/applications/typeword.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tenantscope;
using namespace Tenantscope::Applications;
using namespace Tenantscope::Ui;
using Session::Emptiness;

using ListStateOf = Tenantscope::Applications::ListState;

namespace {

const Base::Instant now{1h};

ListStopped stopped(qint64 loaded, Base::ErrorKind kind)
{
    ListStopped state;
    state.loaded = loaded;
    state.total = 1'240;
    state.cause.kind = kind;
    return state;
}

OAuth::TokenState valid()
{
    OAuth::Valid valid;
    valid.token.value = Base::Secret("token");
    return valid;
}

} // namespace

class TestWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void tellsTypes_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("word");
        QTest::newRow("none") << u""_s << u"Generic"_s;
        QTest::newRow("spa") << u"spa"_s << u"Single page"_s;
        QTest::newRow("web") << u"regular_web"_s << u"Regular web"_s;
        QTest::newRow("native") << u"native"_s << u"Native"_s;
        QTest::newRow("machine") << u"non_interactive"_s << u"Machine to machine"_s;
        QTest::newRow("unknown") << u"express_configuration"_s << u"express_configuration"_s;
        QTest::newRow("hostile") << u"\u202Espa"_s << u"\uFFFDspa"_s;
    }
    void tellsTypes()
    {
        QFETCH(const QString, type);
        QTEST(typeWord(type), "word");
    }

    void tellsTheList_data()
    {
        QTest::addColumn<ListStateOf>("state");
        QTest::addColumn<QString>("text");
        const ListStateOf begun = ListLoading{};
        const ListStateOf unmeasured = ListLoading{.loaded = 700, .total = {}, .waitsUntil = {}};
        const ListStateOf loading = ListLoading{.loaded = 700, .total = 1'240, .waitsUntil = {}};
        const ListStateOf waiting = ListLoading{
            .loaded = 700, .total = 1'240, .waitsUntil = now + 6'100ms};
        const ListStateOf waitsFirst = ListLoading{
            .loaded = 0, .total = {}, .waitsUntil = now + 1s};
        const ListStateOf waited = ListLoading{.loaded = 700, .total = 1'240, .waitsUntil = now};
        QTest::newRow("idle") << ListStateOf{} << QString();
        QTest::newRow("begun") << begun << u"Loading applications…"_s;
        QTest::newRow("no total") << unmeasured << u"700 so far"_s;
        QTest::newRow("loading") << loading << u"700 of 1,240"_s;
        QTest::newRow("waiting")
            << waiting
            << u"The tenant asks us to wait (429). Loading goes on in 7 s; 700 of 1,240 are here."_s;
        QTest::newRow("waiting at once")
            << waitsFirst << u"The tenant asks us to wait (429). Loading goes on in 1 s."_s;
        QTest::newRow("wait over") << waited << u"700 of 1,240"_s;
        QTest::newRow("complete") << ListStateOf(ListLoaded{1'240, 0})
                                  << u"1,240 applications · complete"_s;
        QTest::newRow("one") << ListStateOf(ListLoaded{1, 0}) << u"1 application · complete"_s;
        QTest::newRow("duplicates")
            << ListStateOf(ListLoaded{1'240, 3})
            << u"1,240 applications · complete · 3 came twice, shown once"_s;
        QTest::newRow("cancelled") << ListStateOf(stopped(300, Base::ErrorKind::Cancelled))
                                   << u"300 of 1,240 loaded · incomplete"_s;
        QTest::newRow("nothing") << ListStateOf(stopped(0, Base::ErrorKind::ServerFailed))
                                 << u"Nothing loaded"_s;
        QTest::newRow("changed") << ListStateOf(stopped(1'239, Base::ErrorKind::ListChanged))
                                 << u"1,239 of 1,240 loaded · changed while loading · incomplete"_s;
    }
    void tellsTheList()
    {
        QFETCH(const ListStateOf, state);
        QTEST(listText(state, now), "text");
    }

    void choosesTheLook_data()
    {
        QTest::addColumn<ApplicationsFacts>("facts");
        QTest::addColumn<bool>("showsTable");
        QTest::addColumn<QString>("sentence"); // its beginning
        const ApplicationsFacts signedOut{.isSignedIn = false};
        const ApplicationsFacts asking{.isSignedIn = true, .token = OAuth::Requesting{}};
        const ApplicationsFacts refused{.isSignedIn = true, .token = OAuth::Refused{}};
        const ApplicationsFacts idle{.isSignedIn = true, .token = valid()};
        const ApplicationsFacts loading{
            .isSignedIn = true, .token = valid(), .list = ListLoading{}};
        const ApplicationsFacts none{.isSignedIn = true, .token = valid(), .list = ListLoaded{}};
        const ApplicationsFacts failed{
            .isSignedIn = true, .token = valid(), .list = stopped(0, Base::ErrorKind::NotJson)};
        const ApplicationsFacts cancelled{
            .isSignedIn = true, .token = valid(), .list = stopped(0, Base::ErrorKind::Cancelled)};
        const ApplicationsFacts rows{
            .isSignedIn = true, .list = ListLoading{}, .rows = 5, .shown = 5};
        const ApplicationsFacts expired{
            .isSignedIn = true, .token = OAuth::Expired{}, .rows = 5, .shown = 5};
        const ApplicationsFacts noMatch{.isSignedIn = true, .rows = 5, .search = u" <b>x\u202E "_s};
        const ApplicationsFacts unseen{
            .isSignedIn = true,
            .rows = 5,
            .search = u"grant:x"_s,
            .lacked = {u"read:clients"_s, u"read:client_keys"_s}};
        const ApplicationsFacts noType{.isSignedIn = true, .rows = 5};
        QTest::newRow("signed out") << signedOut << false << u"Sign in"_s;
        QTest::newRow("asking") << asking << false << u"The applications come"_s;
        QTest::newRow("refused") << refused << false << u"No token yet"_s;
        QTest::newRow("idle") << idle << false << u"The applications are not loaded"_s;
        QTest::newRow("loading") << loading << false << u"Loading"_s;
        QTest::newRow("empty tenant") << none << false << u"This tenant has no"_s;
        QTest::newRow("failed") << failed << false << u"No applications could"_s;
        QTest::newRow("cancelled") << cancelled << false << u"Loading was cancelled"_s;
        QTest::newRow("rows while loading") << rows << true << QString();
        QTest::newRow("rows without a token") << expired << true << QString();
        QTest::newRow("no match") << noMatch << false << u"No application matches “<b>x\uFFFD”"_s;
        QTest::newRow("what was sought is not visible")
            << unseen << false << u"No application matches “grant:x” in what this token may see."_s;
        const ApplicationsFacts searching{
            .isSignedIn = true, .rows = 5, .search = u"field:x"_s, .isSearching = true};
        QTest::newRow("not known yet") << searching << false << u"Searching…"_s;
        QTest::newRow("no such type") << noType << false << u"No application is of this type"_s;
    }
    void choosesTheLook()
    {
        QFETCH(const ApplicationsFacts, facts);
        QFETCH(const QString, sentence);
        const ApplicationsLook look = lookOf(facts);
        QTEST(look.showsTable, "showsTable");
        QVERIFY2(look.sentence.startsWith(sentence), qUtf8Printable(look.sentence));
        QCOMPARE(look.sentence.isEmpty(), look.showsTable);
    }

    void saysWhyAnotherAudienceHasNoList()
    {
        const ApplicationsLook look = lookOf(
            {.isSignedIn = true, .canList = false, .audience = u"https://api.contoso.example/"_s});
        QVERIFY(!look.showsTable);
        QCOMPARE(look.offer, ApplicationsLook::Offer::Nothing);
        QVERIFY2(look.sentence.contains(u"api/v2"_s), qUtf8Printable(look.sentence));
    }

    void findsWhatASearchFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("marked");
        QTest::newRow("nothing sought") << u"Shop"_s << u""_s << u"Shop"_s;
        QTest::newRow("nothing found") << u"Shop"_s << u"x"_s << u"Shop"_s;
        QTest::newRow("case") << u"My Shop"_s << u"shop"_s << u"My [Shop]"_s;
        QTest::newRow("accents") << u"Café"_s << u"cafe"_s << u"[Café]"_s;
        QTest::newRow("combining") << u"Cafe\u0301 x"_s << u"é x"_s << u"Caf[e\u0301] [x]"_s;
        QTest::newRow("twice") << u"aXbXc"_s << u"x"_s << u"a[X]b[X]c"_s;
        QTest::newRow("two words") << u"shop web"_s << u"web sho"_s << u"[sho]p [web]"_s;
        QTest::newRow("overlapping") << u"abcd"_s << u"abc bcd"_s << u"[abcd]"_s;
        QTest::newRow("longer folded") << u"Straße"_s << u"ss"_s << u"Stra[ß]e"_s;
        QTest::newRow("beyond the plane") << u"a😀b"_s << u"😀"_s << u"a[😀]b"_s;
        QTest::newRow("phrase") << u"one two"_s << u"\"e t\""_s << u"on[e t]wo"_s;
    }
    void findsWhatASearchFound()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, search);
        QString marked = text;
        const QList<TextSpan> spans = foundSpans(
            text, SearchQuery::parse(search).wordsIn(SearchKey::Name));
        for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
            marked.insert(span->start + span->length, u']');
            marked.insert(span->start, u'[');
        }
        QTEST(marked, "marked");
    }

    void seesAnInsertedBlock_data()
    {
        using Rows = std::vector<int>;
        QTest::addColumn<Rows>("before");
        QTest::addColumn<Rows>("after");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("count");
        QTest::newRow("at the end") << Rows{1, 2} << Rows{1, 2, 3} << 2 << 1;
        QTest::newRow("at the start") << Rows{1, 2} << Rows{3, 4, 1, 2} << 0 << 2;
        QTest::newRow("in the middle") << Rows{1, 2} << Rows{1, 9, 2} << 1 << 1;
        QTest::newRow("into nothing") << Rows{} << Rows{1} << 0 << 1;
        QTest::newRow("in two places") << Rows{1, 2} << Rows{3, 1, 4, 2} << -1 << 0;
        QTest::newRow("fewer") << Rows{1, 2} << Rows{1} << -1 << 0;
        QTest::newRow("turned round") << Rows{1, 2} << Rows{2, 1, 3} << -1 << 0;
    }
    void seesAnInsertedBlock()
    {
        QFETCH(const std::vector<int>, before);
        QFETCH(const std::vector<int>, after);
        QFETCH(const int, first);
        const std::optional<RowBlock> block = insertedBlock(before, after);
        QCOMPARE(block ? block->first : -1, first);
        QTEST(block ? block->count : 0, "count");
    }

    void masksSecretsInDetails()
    {
        const QByteArray json = R"({"client_id":"a","client_secret":"hush","name":"n",)"
                                R"("addons":{"azure_sb":{"sasKey":"hush"}}})";
        const auto details = ApplicationDetails::fromJson(u"a"_s, json, {}, true);
        QVERIFY(!details.json.contains("hush"));
        QCOMPARE(details.members.value(u"name").toString(), u"n"_s);
        QVERIFY(details.members.contains(u"client_secret"_s));
        QVERIFY(!QJsonDocument(details.members).toJson().contains("hush"));
    }

    void tellsWhatWasNotFetched()
    {
        const OAuth::ScopeSet plain = OAuth::ScopeSet::fromText(u"read:clients");
        const auto listed = ApplicationDetails::fromJson(
            u"a"_s, R"({"client_id":"a"})", plain, false);
        QCOMPARE(listed.emptinessOf(u"addons"_s), Emptiness::NotFetched);
        QCOMPARE(listed.emptinessOf(u"callbacks"_s), Emptiness::NotSet);
        QCOMPARE(listed.emptinessOf(u"client_secret"_s), Emptiness::NotVisible);
        QVERIFY(listed.notFetched().contains(u"custom_login_page"_s));
        QVERIFY(!listed.notFetched().contains(u"client_secret"_s));
        const auto whole = ApplicationDetails::fromJson(
            u"a"_s, R"({"client_id":"a","callbacks":null})", plain, true);
        QCOMPARE(whole.emptinessOf(u"addons"_s), Emptiness::NotSet);
        QCOMPARE(whole.emptinessOf(u"callbacks"_s), Emptiness::Empty);
        QCOMPARE(whole.notFetched(), QStringList());
        const OAuth::ScopeSet keys = OAuth::ScopeSet::fromText(u"read:client_keys");
        const auto readable = ApplicationDetails::fromJson(
            u"a"_s, R"({"client_id":"a"})", keys, true);
        QCOMPARE(readable.emptinessOf(u"client_secret"_s), Emptiness::NotFetched);
    }
};

Q_DECLARE_METATYPE(Tenantscope::Applications::ListState)
Q_DECLARE_METATYPE(Tenantscope::Ui::ApplicationsFacts)

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
