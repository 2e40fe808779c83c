// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/applicationstore.h"
#include "app/applications/searchquery.h"
#include "app/applications/termfor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Applications::SearchQuery;
using Applications::termFor;
using Applications::TermUse;

class TestTermFor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void writes_data();
    void writes();
    void asksForNoFindings();
    void writesWhatIsNotThere_data();
    void writesWhatIsNotThere();
    void findsJustThat_data();
    void findsJustThat();
    void findsJustThoseRows_data();
    void findsJustThoseRows();
};

void TestTermFor::writes_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("term");

    QTest::newRow("name") << u"name"_s << u"Shop"_s << u"name:=\"Shop\""_s;
    QTest::newRow("a quote") << u"name"_s << u"a\"b"_s << u"name:=\"a\"\"b\""_s;
    QTest::newRow("no type") << u"app_type"_s << QString() << u"type:=generic"_s;
    QTest::newRow("a trait") << u"is_first_party"_s << u"false"_s << u"is:third-party"_s;
    QTest::newRow("no key") << u"description"_s << u"-x y"_s << u"field:=\"description=-x y\""_s;
    QTest::newRow("two members of one key") << u"web_origins"_s << u"https://a.example"_s
                                            << u"field:=\"web_origins=https://a.example\""_s;
    QTest::newRow("signs in a name") << u"client_metadata.x"_s << u"[]"_s << u"meta:=\"x=[]\""_s;
    QTest::newRow("metadata") << u"client_metadata.owner"_s << u"web"_s << u"meta:=\"owner=web\""_s;
    QTest::newRow("findings") << u"#findings"_s << u"high 3"_s << u"finding:high"_s;
    QTest::newRow("an empty text") << u"name"_s << QString() << u"field:\"name=[]\""_s;
    QTest::newRow("nothing that is searched") << u"name"_s << u"\u0301"_s << QString();
    QTest::newRow("in no list") << u"client_secret"_s << u"hush"_s << QString();
    QTest::newRow("inside what is in no list") << u"addons.x"_s << u"y"_s << QString();
    QTest::newRow("a text like the word for empty") << u"logo_uri"_s << u"[]"_s << QString();
    QTest::newRow("too long") << u"name"_s << QString(501, u'x') << QString();
    QTest::newRow("true without a trait") << u"sso"_s << u"true"_s << u"field:=\"sso=true\""_s;
}

void TestTermFor::writes()
{
    QFETCH(QString, member);
    QFETCH(QString, value);
    QFETCH(QString, term);
    QCOMPARE(termFor(member, value, TermUse::Filter).value_or(QString()), term);
    const QString excluding = term.isEmpty() ? QString() : QString(u'-' + term);
    QCOMPARE(termFor(member, value, TermUse::Exclude).value_or(QString()), excluding);
}

void TestTermFor::asksForNoFindings()
{
    QCOMPARE(termFor(u"#findings"_s, {}, TermUse::Filter), u"-finding:any"_s);
    QCOMPARE(termFor(u"#findings"_s, {}, TermUse::Exclude), u"finding:any"_s);
}

void TestTermFor::writesWhatIsNotThere_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("exclude");
    const QJsonValue absent = QJsonValue::Undefined;

    QTest::newRow("not set") << u"sso"_s << absent << u"-field:\"sso\""_s << u"field:\"sso\""_s;
    QTest::newRow("not set, a sign in its name")
        << u"client_metadata.a=b"_s << absent << u"-field:\"client_metadata.a\\=b\""_s
        << u"field:\"client_metadata.a\\=b\""_s;
    QTest::newRow("no type") << u"app_type"_s << absent << u"type:=generic"_s
                             << u"-type:=generic"_s;
    QTest::newRow("an empty list") << u"callbacks"_s << QJsonValue(QJsonArray())
                                   << u"field:\"callbacks=[]\""_s << u"-field:\"callbacks=[]\""_s;
    QTest::newRow("null") << u"is_first_party"_s << QJsonValue(QJsonValue::Null)
                          << u"field:\"is_first_party=[]\""_s << u"-field:\"is_first_party=[]\""_s;
    QTest::newRow("a list") << u"callbacks"_s << QJsonValue(QJsonArray{u"a"_s, u"b"_s})
                            << u"callback:=\"a\" callback:=\"b\""_s
                            << u"-callback:=\"a\" -callback:=\"b\""_s;
    QTest::newRow("a long list") << u"callbacks"_s
                                 << QJsonValue(QJsonArray::fromStringList(QStringList(11, u"a"_s)))
                                 << QString() << QString();
    QTest::newRow("a list that is metadata")
        << u"client_metadata.x"_s << QJsonValue(QJsonArray{u"a"_s})
        << u"field:=\"client_metadata.x=a\""_s << u"-field:=\"client_metadata.x=a\""_s;
    QTest::newRow("a list that is a name") << u"name"_s << QJsonValue(QJsonArray{u"a"_s})
                                           << u"field:=\"name=a\""_s << u"-field:=\"name=a\""_s;
    QTest::newRow("in no list") << u"signing_keys"_s << absent << QString() << QString();
}

void TestTermFor::writesWhatIsNotThere()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QTEST(termFor(member, value, TermUse::Filter).value_or(QString()), "filter");
    QTEST(termFor(member, value, TermUse::Exclude).value_or(QString()), "exclude");
}

void TestTermFor::findsJustThat_data()
{
    QTest::addColumn<QString>("value");

    for (const char *value :
         {"Shop",       "say \"hi\"", "\"",         "\"\"",      "-x",    "name:y", " blanks ",
          "a  b",       "=cmd",       "a=b",        "is:public", "é",     "店",     "back\\slash\\",
          "\u202eevil", "tab\there",  "line\nfeed", "\x1bmark",  "36000", "1e5",    "<b>"})
        QTest::newRow(value) << QString::fromUtf8(value);
}

/// Beside each value stands a longer one: which a search for the value must not find.
void TestTermFor::findsJustThat()
{
    QFETCH(QString, value);
    for (const QString &member :
         {u"name"_s, u"client_id"_s, u"app_type"_s, u"callbacks"_s, u"allowed_logout_urls"_s,
          u"web_origins"_s, u"allowed_origins"_s, u"grant_types"_s, u"client_metadata.o"_s,
          u"logo_uri"_s, u"a=b"_s, u"a\\=b"_s, u"two words"_s, u"\"quoted\""_s, u"=x"_s, u"-y:z"_s,
          u"dotted.name"_s, u"new\tline\n"_s, u"unknown_lists"_s}) {
        const auto application = [&member](const QString &text) {
            if (member == u"client_metadata.o"_s)
                return QJsonObject{{u"client_metadata"_s, QJsonObject{{u"o"_s, text}}}};
            const bool isList = member.endsWith(u's');
            return QJsonObject{
                {member, isList ? QJsonValue(QJsonArray{u"other"_s, text}) : QJsonValue(text)}};
        };
        Management::Page page;
        for (const QString &text : {value, QString(value + u"x"), QString(u"x" + value), u"z"_s}) {
            const QJsonObject made = application(text);
            const QByteArray json = QJsonDocument(made).toJson(QJsonDocument::Compact);
            page.applications.append(Management::Application(made));
            page.spans.append({page.body.size(), json.size()});
            page.body += json;
        }
        Applications::ApplicationStore store;
        store.add(page);
        for (const TermUse use : {TermUse::Filter, TermUse::Exclude}) {
            const auto term = termFor(member, value, use);
            QVERIFY(term);
            const SearchQuery query = SearchQuery::parse(*term);
            QVERIFY2(!query.hasOpenQuote(), qPrintable(*term));
            for (int row = 0; row < store.size(); ++row)
                QVERIFY2(
                    query.matches(store, row) == ((row == 0) == (use == TermUse::Filter)),
                    qPrintable(*term));
        }
    }
}

namespace {

QJsonObject withX(const QJsonValue &value)
{
    return {{u"x"_s, value}};
}

} // namespace

void TestTermFor::findsJustThoseRows_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("alike"); // rows that tell the same
    QTest::newRow("true") << 0 << u"AC"_s;
    QTest::newRow("false") << 1 << u"B"_s;
    QTest::newRow("the text true") << 2 << u"AC"_s;
    QTest::newRow("a number") << 3 << u"DI"_s; // an element counts
    QTest::newRow("a longer number") << 4 << u"E"_s;
    QTest::newRow("null") << 5 << u"FGH"_s;
    QTest::newRow("an empty list") << 6 << u"FGH"_s;
    QTest::newRow("an empty text") << 7 << u"FGH"_s;
    QTest::newRow("a list") << 8 << u"I"_s;
    QTest::newRow("an object") << 9 << u"J"_s;
    QTest::newRow("a list in a list") << 10 << u"K"_s;
    QTest::newRow("not set") << 11 << u"L"_s;
}

void TestTermFor::findsJustThoseRows()
{
    QFETCH(int, row);
    QFETCH(QString, alike);
    const QJsonObject nothing;
    const QList<QJsonObject> applications{
        withX(true),
        withX(false),
        withX(u"true"_s),
        withX(36),
        withX(360),
        withX(QJsonValue::Null),
        withX(QJsonArray()),
        withX(QString()),
        withX(QJsonArray{36, u"z"_s}),
        withX(QJsonObject{{u"k"_s, u"a\"b"_s}}),
        withX(QJsonArray{QJsonArray{1, 2}}),
        nothing};
    Applications::ApplicationStore store;
    Management::Page page;
    for (const QJsonObject &application : applications) {
        const QByteArray text = QJsonDocument(application).toJson(QJsonDocument::Compact);
        page.applications.append(Management::Application(application));
        page.spans.append({page.body.size(), text.size()});
        page.body += text;
    }
    store.add(page);
    for (const TermUse use : {TermUse::Filter, TermUse::Exclude}) {
        const auto term = termFor(u"x"_s, applications.at(row).value(u"x"_s), use);
        QVERIFY(term);
        const SearchQuery query = SearchQuery::parse(*term);
        QString found;
        for (int other = 0; other < store.size(); ++other) {
            if (query.matches(store, other) == (use == TermUse::Filter))
                found += QChar(u'A' + other);
        }
        if (use == TermUse::Exclude && row == 8)
            QCOMPARE(found, u"DI"_s); // any of its elements
        else
            QCOMPARE(found, alike);
    }
}

QTEST_GUILESS_MAIN(TestTermFor)
#include "tst_termfor.moc"
