// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/rowprinter.h"
#include "app/cli/scopescommand.h"
#include "app/cli/terminal.h"
#include "app/management/page.h"

#include <QJsonArray>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Cli::ApplicationsWish;
using Format = ApplicationsWish::Format;

/// The four formats of the list, compared with their literal text.
class TestRowPrinter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void printsNdjson();
    void printsJson();
    void printsCsv();
    void tellsWhyACellIsEmpty_data();
    void tellsWhyACellIsEmpty();
    void printsCsvHarmlesslyOnATerminal();
    void printsATable();
    void fitsATerminal_data();
    void fitsATerminal();
    void printsAnEmptyList_data();
    void printsAnEmptyList();
    void printsScopes();

private:
    static QByteArray answer();
    [[nodiscard]] QString print(
        Format format, std::optional<int> columns = {}, bool secrets = false,
        const OAuth::ScopeSet &scopes = OAuth::ScopeSet::fromText(u"read:clients")) const;

    Applications::ApplicationStore m_store;
};

/// The bytes of one answer with the oddities of real ones.
QByteArray TestRowPrinter::answer()
{
    return R"({"total":4,"start":0,"limit":100,"clients":[
 {"name":"My App","client_id":"Kq1Wm2Xr3Yt4Zu5Ab6Cd7Ef8Gh9Ij0Kl","app_type":"spa","is_first_party":true,
  "callbacks":["https://a.example/cb","https://b.example/cb"],"grant_types":["implicit","authorization_code"],
  "session_lifetime": 3.0166666666666666, "unknown" : {"z":1,"a":2}},
 {"client_id":"tpc_0123456789abcdefghijkl","name":"=1+2,\u001b[31m","callbacks":null,"is_first_party":false},
 {"name":"東京の非常に長い名前のアプリケーション","client_id":"cid3","app_type":"native","callbacks":[],"grant_types":[]},
 {"client_id":"cid4","description":"a \"quoted\" one"}
]})";
}

void TestRowPrinter::initTestCase()
{
    Http::Response response;
    response.status = 200;
    response.body = answer();
    response.json = QJsonDocument::fromJson(response.body);
    const Base::Result<Management::Page> page = Management::readPage(response);
    QVERIFY(page.has_value());
    QCOMPARE(m_store.add(*page).count, 4);
}

QString TestRowPrinter::print(
    Format format, std::optional<int> columns, bool secrets, const OAuth::ScopeSet &scopes) const
{
    std::vector<int> rows(size_t(m_store.size()));
    std::iota(rows.begin(), rows.end(), 0);
    const auto printer = Cli::rowPrinter({.format = format, .secrets = secrets}, m_store, columns);
    printer->setScopes(scopes);
    QByteArray text = printer->head(rows);
    for (const int row : rows)
        text += printer->row(row);
    return QString::fromUtf8(text + printer->foot({}));
}

void TestRowPrinter::printsNdjson()
{
    const QStringList lines = print(Format::Ndjson).split(u'\n');
    QCOMPARE(lines.size(), 5); // the last one is empty
    QCOMPARE(
        lines.at(0),
        uR"({"name":"My App","client_id":"Kq1Wm2Xr3Yt4Zu5Ab6Cd7Ef8Gh9Ij0Kl","app_type":"spa","is_first_party":true,)"
        uR"("callbacks":["https://a.example/cb","https://b.example/cb"],"grant_types":["implicit","authorization_code"],)"
        uR"("session_lifetime":3.0166666666666666,"unknown":{"z":1,"a":2}})"_s);
    QVERIFY(lines.at(1).contains(uR"("name":"=1+2,\u001b[31m")"));
}

void TestRowPrinter::printsJson()
{
    const QString text = print(Format::Json);
    QVERIFY(text.startsWith("[\n{"_L1));
    QVERIFY(text.endsWith("}\n]\n"_L1));
    QVERIFY(text.contains("3.0166666666666666"_L1));
    const QJsonDocument printed = QJsonDocument::fromJson(text.toUtf8());
    QCOMPARE(printed.array(), QJsonDocument::fromJson(answer())["clients"_L1].toArray());
}

void TestRowPrinter::printsCsv()
{
    const QString expected =
        u"client_id,name,app_type,description,is_first_party,token_endpoint_auth_method,grant_types,callbacks,"
        u"allowed_logout_urls,web_origins,allowed_origins\r\n"
        u"Kq1Wm2Xr3Yt4Zu5Ab6Cd7Ef8Gh9Ij0Kl,My App,spa,,true,,implicit authorization_code,"
        u"https://a.example/cb https://b.example/cb,,,\r\n"
        u"tpc_0123456789abcdefghijkl,\"'=1+2,\u001b[31m\",,,false,,,,,,\r\n"
        u"cid3,東京の非常に長い名前のアプリケーション,native,,,,,,,,\r\n"
        u"cid4,,,\"a \"\"quoted\"\" one\",,,,,,,\r\n"_s;
    QCOMPARE(print(Format::Csv), expected);
    QVERIFY(print(Format::Csv, {}, true)
                .startsWith(expected.section(u"\r\n"_s, 0, 0) + u",client_secret\r\n"));
}

void TestRowPrinter::tellsWhyACellIsEmpty_data()
{
    QTest::addColumn<OAuth::ScopeSet>("scopes");
    QTest::addColumn<QString>("table");
    QTest::addColumn<int>("hidden");
    QTest::newRow("not set") << OAuth::ScopeSet::fromText(u"read:clients") << u"–"_s << 0;
    QTest::newRow("not visible") << OAuth::ScopeSet::fromText(u"read:client_summary")
                                 << u"needs read:clients"_s << 7;
    QTest::newRow("unknown") << OAuth::ScopeSet() << u"?"_s << 0;
}

void TestRowPrinter::tellsWhyACellIsEmpty()
{
    QFETCH(const OAuth::ScopeSet, scopes);
    QFETCH(const QString, table);
    QFETCH(const int, hidden);
    const QString last = print(Format::Table, {}, false, scopes).section(u'\n', -2, -2);
    QVERIFY2(last.endsWith(u"  " + table), qPrintable(last));
    QVERIFY2(last.startsWith(u"–  "), qPrintable(last)); // a name is visible to everybody
    for (const Format format : {Format::Csv, Format::Table, Format::Json}) {
        const auto printer = Cli::rowPrinter({.format = format}, m_store, {});
        printer->setScopes(scopes);
        const qsizetype most = format == Format::Csv ? 7 : format == Format::Table ? 3 : 0;
        QCOMPARE(printer->hiddenMembers().size(), std::min<qsizetype>(hidden, most));
    }
}

void TestRowPrinter::printsCsvHarmlesslyOnATerminal()
{
    const QString text = print(Format::Csv, 80);
    QVERIFY(text.contains(u"\"'=1+2,␛[31m\""));
    QVERIFY(!text.contains(u'\u001b'));
}

void TestRowPrinter::printsATable()
{
    const QString expected = uR"(
NAME                                    TYPE     CLIENT ID                         FIRST PARTY  CALLBACKS  GRANT TYPES
My App                                  spa      Kq1Wm2Xr3Yt4Zu5Ab6Cd7Ef8Gh9Ij0Kl  true                 2  implicit, authorization_code
=1+2,␛[31m                              Generic  tpc_0123456789abcdefghijkl        false              [ ]  –
東京の非常に長い名前のアプリケーション  native   cid3                              –                  [ ]  [ ]
–                                       Generic  cid4                              –                    –  –
)"_s.sliced(1);
    QCOMPARE(print(Format::Table), expected);
}

void TestRowPrinter::fitsATerminal_data()
{
    QTest::addColumn<int>("columns");
    for (const int columns : {200, 130, 120, 100, 80, 70, 60, 50, 46})
        QTest::addRow("%d", columns) << columns;
}

void TestRowPrinter::fitsATerminal()
{
    QFETCH(const int, columns);
    const QString table = print(Format::Table, columns);
    for (const QString &line : table.split(u'\n')) {
        QVERIFY2(Cli::displayWidth(line) <= columns, qPrintable(line));
        for (const QChar c : line)
            QVERIFY(c.unicode() >= 0x20);
    }
    QVERIFY(table.contains("Kq1Wm2Xr3Yt4Zu5Ab6Cd7Ef8Gh9Ij0Kl"_L1)); // never cut
    QVERIFY(table.contains("My App"_L1));
}

void TestRowPrinter::printsAnEmptyList_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("json") << Format::Json << QByteArray("[]\n");
    QTest::newRow("ndjson") << Format::Ndjson << QByteArray();
    QTest::newRow("csv") << Format::Csv << QByteArray("client_id,name");
    QTest::newRow("table") << Format::Table << QByteArray("NAME  TYPE");
}

void TestRowPrinter::printsAnEmptyList()
{
    QFETCH(const Format, format);
    QFETCH(const QByteArray, start);
    const Applications::ApplicationStore empty;
    const auto printer = Cli::rowPrinter({.format = format}, empty, {});
    const QByteArray text = printer->head({}) + printer->foot({});
    QVERIFY2(text.startsWith(start), text.constData());
    QVERIFY(text.count('\n') <= 1);
}

void TestRowPrinter::printsScopes()
{
    using Cli::ScopesWish;
    const auto scopes = OAuth::ScopeSet::fromText(u"read:users read:clients");
    QCOMPARE(Cli::printedScopes(scopes, ScopesWish::Format::Table), "read:clients\nread:users\n");
    QCOMPARE(
        Cli::printedScopes(scopes, ScopesWish::Format::Json),
        "[\"read:clients\",\"read:users\"]\n");
    QCOMPARE(Cli::printedScopes({}, ScopesWish::Format::Table), "");
    QCOMPARE(Cli::printedScopes({}, ScopesWish::Format::Json), "null\n");
    const auto none = OAuth::ScopeSet::fromText(u"");
    QCOMPARE(Cli::printedScopes(none, ScopesWish::Format::Json), "[]\n");
    const auto hostile = OAuth::ScopeSet::fromText(u"read:\x1b[2J");
    QVERIFY(!Cli::printedScopes(hostile, ScopesWish::Format::Table).contains('\x1b'));
}

QTEST_GUILESS_MAIN(TestRowPrinter)
#include "tst_rowprinter.moc"
