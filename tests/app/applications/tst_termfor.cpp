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
    void findsJustThat_data();
    void findsJustThat();
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
    QTest::newRow("no key") << u"description"_s << u"-x y"_s << u"\"-x y\""_s;
    QTest::newRow("metadata") << u"client_metadata.owner"_s << u"web"_s << u"meta:=\"owner=web\""_s;
    QTest::newRow("findings") << u"#findings"_s << u"high 3"_s << u"finding:high"_s;
    QTest::newRow("no value") << u"name"_s << QString() << QString();
    QTest::newRow("nothing that is searched") << u"name"_s << u"\u0301"_s << QString();
    QTest::newRow("never searched") << u"tenant"_s << u"contoso"_s << QString();
    QTest::newRow("too long") << u"name"_s << QString(501, u'x') << QString();
    QTest::newRow("true without a trait") << u"sso"_s << u"true"_s << QString();
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
          u"web_origins"_s, u"allowed_origins"_s, u"grant_types"_s, u"client_metadata.o"_s}) {
        const auto application = [&member](const QString &text) {
            if (member == u"client_metadata.o"_s)
                return QJsonObject{{u"client_metadata"_s, QJsonObject{{u"o"_s, text}}}};
            const bool isList = member.endsWith(u's');
            return QJsonObject{
                {member, isList ? QJsonValue(QJsonArray{u"other"_s, text}) : QJsonValue(text)}};
        };
        Management::Page page;
        for (const QString &text : {value, QString(value + u"x"), QString(u"x" + value), u"z"_s}) {
            page.applications.append(Management::Application(application(text)));
            page.spans.append({0, 2});
        }
        page.body = "{}";
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

QTEST_GUILESS_MAIN(TestTermFor)
#include "tst_termfor.moc"
