// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/findingsprinter.h"
#include "app/cli/terminal.h"
#include "app/management/page.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Cli::ApplicationsWish;
using Format = ApplicationsWish::Format;
using Tenant::Environment;

/// The formats of findings, of applications as good and as hostile as they come.
class TestFindingsPrinter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void printsATable();
    void fitsATerminal_data();
    void fitsATerminal();
    void printsJson();
    void printsSarif();
    void tellsSarifOfTrouble();
    void printsNothing_data();
    void printsNothing();
    void followsTheEnvironment();
    void boundsWhatItQuotes();
    void sumsUp();

private:
    void add(const QByteArray &clients);
    [[nodiscard]] std::vector<int> rows() const;
    [[nodiscard]] QByteArray print(
        Format format, std::optional<int> columns = {}, const QString &trouble = {}) const;

    std::unique_ptr<Applications::ApplicationStore> m_store;
};

void TestFindingsPrinter::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_store = std::make_unique<Applications::ApplicationStore>();
    add(R"([
 {"client_id":"sound","name":"Sound","grant_types":["authorization_code"]},
 {"client_id":"cid1","name":"Shop","callbacks":["http://localhost:3000/cb","http://a.example/cb"],"sso":true},
 {"client_id":"cid2","name":"\u001b[31mRed\u202e","grant_types":["implicit"],
  "web_origins":["a.example\u001b[2J\n"]}])");
}

void TestFindingsPrinter::add(const QByteArray &clients)
{
    Http::Response response;
    response.status = 200;
    response.body = R"({"total":1,"start":0,"limit":100,"clients":)" + clients + "}";
    response.json = QJsonDocument::fromJson(response.body);
    const Base::Result<Management::Page> page = Management::readPage(response);
    QVERIFY(page.has_value());
    m_store->add(*page);
}

std::vector<int> TestFindingsPrinter::rows() const
{
    std::vector<int> rows(size_t(m_store->size()));
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

QByteArray TestFindingsPrinter::print(
    Format format, std::optional<int> columns, const QString &trouble) const
{
    const auto printer = Cli::rowPrinter({.format = format, .findings = true}, *m_store, columns);
    QByteArray text = printer->head(rows());
    for (const int row : rows())
        text += printer->row(row);
    return text + printer->foot(trouble);
}

void TestFindingsPrinter::printsATable()
{
    const QString expected = uR"(
SEVERITY  FINDING                NAME       CLIENT ID  VALUES
high      Callback without TLS   Shop       cid1       http://a.example/cb
medium    Callback to localhost  Shop       cid1       http://localhost:3000/cb
low       Legacy single sign-on  Shop       cid1       sso: true
medium    Implicit grant         ␛[31mRed�  cid2       implicit
low       Malformed origin       ␛[31mRed�  cid2       a.example␛[2J␊
)"_s.sliced(1);
    QCOMPARE(QString::fromUtf8(print(Format::Table)), expected);
}

void TestFindingsPrinter::fitsATerminal_data()
{
    QTest::addColumn<int>("columns");
    for (const int columns : {200, 120, 80, 70})
        QTest::addRow("%d", columns) << columns;
}

void TestFindingsPrinter::fitsATerminal()
{
    QFETCH(const int, columns);
    for (const QString &line : QString::fromUtf8(print(Format::Table, columns)).split(u'\n'))
        QVERIFY2(Cli::displayWidth(line) <= columns, qPrintable(line));
}

void TestFindingsPrinter::printsJson()
{
    const QByteArray text = print(Format::Json);
    for (const char c : text)
        QVERIFY(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
    QVERIFY(!text.contains("\u202e"));
    const QJsonArray list = QJsonDocument::fromJson(text).array();
    QCOMPARE(list.size(), 5);
    for (const QJsonValue &finding : list) {
        QCOMPARE(
            finding.toObject().keys(),
            QStringList(
                {u"client_id"_s, u"fix"_s, u"name"_s, u"rule"_s, u"severity"_s, u"title"_s,
                 u"why"_s}));
        for (const QJsonValue &member : finding.toObject())
            QVERIFY(!member.toString().isEmpty());
    }
    const QJsonObject first = list.at(0).toObject();
    QCOMPARE(first.value("client_id"_L1), u"cid1"_s);
    QCOMPARE(first.value("name"_L1), u"Shop"_s);
    QCOMPARE(first.value("rule"_L1), u"callback-http"_s);
    QCOMPARE(first.value("severity"_L1), u"high"_s);
    QVERIFY(first.value("why"_L1).toString().endsWith(u" Found: http://a.example/cb."));
    QCOMPARE(list.at(3)["name"_L1], u"\u001b[31mRed\u202e"_s); // as the tenant has it
}

void TestFindingsPrinter::printsSarif()
{
    const QJsonObject log = QJsonDocument::fromJson(print(Format::Sarif)).object();
    QCOMPARE(log.value("version"_L1), u"2.1.0"_s);
    const QJsonObject run = log.value("runs"_L1).toArray().at(0).toObject();
    const QJsonObject driver = run.value("tool"_L1)["driver"_L1].toObject();
    QCOMPARE(driver.value("name"_L1), u"Tenantscope"_s);
    const QJsonArray rules = driver.value("rules"_L1).toArray();
    QCOMPARE(rules.size(), qsizetype(Applications::rules().size()));
    for (const QJsonValue &rule : rules)
        QVERIFY(!rule["help"_L1]["text"_L1].toString().isEmpty());

    const QJsonArray results = run.value("results"_L1).toArray();
    QCOMPARE(results.size(), 5);
    QStringList levels;
    for (const QJsonValue &result : results) {
        levels.append(result["level"_L1].toString());
        QCOMPARE(rules.at(result["ruleIndex"_L1].toInt())["id"_L1], result["ruleId"_L1]);
    }
    QCOMPARE(levels, QStringList({u"error"_s, u"warning"_s, u"note"_s, u"warning"_s, u"note"_s}));
    const QJsonValue first = results.at(0);
    QVERIFY(first["message"_L1]["text"_L1].toString().contains(u"http://a.example/cb"));
    const QJsonValue client = first["locations"_L1][0]["logicalLocations"_L1][0];
    QCOMPARE(client["fullyQualifiedName"_L1], u"cid1"_s);
    QCOMPARE(client["name"_L1], u"Shop"_s);
    QCOMPARE(first["partialFingerprints"_L1]["clientAndRule/v1"_L1], u"cid1/callback-http"_s);
}

void TestFindingsPrinter::tellsSarifOfTrouble()
{
    const auto invocation = [this](const QString &trouble) {
        const QByteArray text = print(Format::Sarif, {}, trouble);
        const QJsonValue run = QJsonDocument::fromJson(text).object().value("runs"_L1)[0];
        return run["results"_L1].toArray().size() == 5 ? run["invocations"_L1] : QJsonValue();
    };
    QCOMPARE(invocation({}), (QJsonArray{QJsonObject{{u"executionSuccessful"_s, true}}}));
    const QJsonValue failed = invocation(u"3 of 4 \u202e are here"_s)[0];
    QCOMPARE(failed["executionSuccessful"_L1], false);
    const QJsonArray notifications = failed["toolExecutionNotifications"_L1].toArray();
    QCOMPARE(notifications.size(), 1);
    QCOMPARE(notifications[0]["level"_L1], u"error"_s);
    QCOMPARE(notifications[0]["message"_L1]["text"_L1], u"3 of 4 \u202e are here"_s);
    QVERIFY(!print(Format::Sarif, {}, u"\u202e"_s).contains("\xe2\x80\xae"));
}

void TestFindingsPrinter::printsNothing_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("json") << Format::Json << QByteArray("[]\n");
    QTest::newRow("sarif")
        << Format::Sarif
        << QByteArray("\"results\":[],\"invocations\":[{\"executionSuccessful\":true}]}]}\n");
    QTest::newRow("table") << Format::Table
                           << QByteArray("SEVERITY  FINDING  NAME  CLIENT ID  VALUES\n");
}

void TestFindingsPrinter::printsNothing()
{
    QFETCH(const Format, format);
    QFETCH(const QByteArray, end);
    m_store->clear();
    add(R"([{"client_id":"a","name":"A"}])");
    const QByteArray text = print(format);
    QVERIFY2(text.endsWith(end), text.constData());
    QCOMPARE(text.count('\n'), 1);
}

void TestFindingsPrinter::followsTheEnvironment()
{
    m_store->setEnvironment(Environment::Development);
    const QByteArray text = print(Format::Json);
    QVERIFY(!text.contains("callback-localhost"));
    const QJsonArray list = QJsonDocument::fromJson(text).array();
    QCOMPARE(list.size(), 4);
    QCOMPARE(list.at(0)["rule"_L1], u"callback-http"_s);
    QCOMPARE(list.at(0)["severity"_L1], u"low"_s);
    const QByteArray sarif = print(Format::Sarif);
    QVERIFY(sarif.contains(R"("defaultConfiguration":{"enabled":false})"));
    m_store->clear(); // of its rows, and of nothing else
    QCOMPARE(m_store->environment(), Environment::Development);
}

void TestFindingsPrinter::boundsWhatItQuotes()
{
    m_store->clear();
    QByteArrayList callbacks;
    for (int i = 0; i < 500; ++i)
        callbacks.append("\"http://a.example/" + QByteArray::number(i) + '"');
    callbacks.prepend("\"http://a.example/" + QByteArray(1'000'000, 'x') + '"');
    add(R"([{"client_id":"a","callbacks":[)" + callbacks.join(',') + "]}]");
    const QJsonArray list = QJsonDocument::fromJson(print(Format::Json)).array();
    QCOMPARE(list.size(), 1);
    const QString why = list.at(0)["why"_L1].toString();
    QVERIFY(why.size() < 2'000);
    QVERIFY2(why.contains(u"/18 and 481 more"), qPrintable(why));
}

void TestFindingsPrinter::sumsUp()
{
    QCOMPARE(Cli::summaryOf(*m_store, rows()), u"5 finding(s), on 2 of 3 applications."_s);
    QCOMPARE(Cli::summaryOf(*m_store, {0}), u"Nothing found on 1 application(s)."_s);
}

QTEST_GUILESS_MAIN(TestFindingsPrinter)
#include "tst_findingsprinter.moc"
