// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/page.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Management::Page;

namespace {

Base::Result<Page> pageOf(const QByteArray &body)
{
    Http::Response response;
    response.status = 200;
    response.body = body;
    response.json = QJsonDocument::fromJson(body);
    return Management::readPage(response);
}

} // namespace

class TestPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsEachShape_data();
    void readsEachShape();
    void readsTotals();
    void refusesOtherShapes_data();
    void refusesOtherShapes();
    void keepsEachApplicationsOwnText();
    void masksSecretsNobodyAskedFor();
};

void TestPage::readsEachShape_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Page::Shape>("shape");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("next");

    QTest::newRow("array") << QByteArray(R"([{"client_id":"a"},{"client_id":"b"}])")
                           << Page::Shape::Array << 2 << QString();
    QTest::newRow("empty array") << QByteArray("[]") << Page::Shape::Array << 0 << QString();
    QTest::newRow("totals, in any order")
        << QByteArray(R"({"clients":[{"client_id":"a"}],"limit":100,"total":1,"start":0})")
        << Page::Shape::Totals << 1 << QString();
    QTest::newRow("checkpoint") << QByteArray(R"({"clients":[{"client_id":"a"}],"next":"x/=+"})")
                                << Page::Shape::Checkpoint << 1 << u"x/=+"_s;
    QTest::newRow("last checkpoint") << QByteArray(R"({"clients":[{"client_id":"a"}]})")
                                     << Page::Shape::Checkpoint << 1 << QString();
    QTest::newRow("null for the next one")
        << QByteArray(R"({"clients":[],"next":null})") << Page::Shape::Checkpoint << 0 << QString();
    QTest::newRow("an absurd total")
        << QByteArray(R"({"clients":[],"total":-3})") << Page::Shape::Checkpoint << 0 << QString();
    QTest::newRow("elements that are no objects")
        << QByteArray(R"([1,{"client_id":"a"},null,[],"x"])") << Page::Shape::Array << 1
        << QString();
}

void TestPage::readsEachShape()
{
    QFETCH(QByteArray, body);
    const auto page = pageOf(body);
    QVERIFY(page.has_value());
    QTEST(page->shape, "shape");
    QTEST(int(page->applications.size()), "count");
    QTEST(page->next, "next");
    QCOMPARE(page->spans.size(), page->applications.size());
}

void TestPage::readsTotals()
{
    const auto page = pageOf(R"({"total":1579,"start":300,"limit":50,"clients":[]})");
    QVERIFY(page.has_value());
    QCOMPARE(page->total, std::optional<qint64>(1'579));
    QCOMPARE(page->start, std::optional<qint64>(300));
    QCOMPARE(page->limit, std::optional<qint64>(50));
}

void TestPage::refusesOtherShapes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("an error in a 200") << QByteArray(R"({"statusCode":200,"message":"hm"})");
    QTest::newRow("an object for the list") << QByteArray(R"({"clients":{}})");
    QTest::newRow("nothing") << QByteArray("{}");
}

void TestPage::refusesOtherShapes()
{
    QFETCH(QByteArray, body);
    const auto page = pageOf(body);
    QVERIFY(!page.has_value());
    QCOMPARE(page.error().kind, Base::ErrorKind::Malformed);
}

void TestPage::keepsEachApplicationsOwnText()
{
    const QByteArray first = R"({ "client_id" : "a", "session_lifetime": 1.0,"unknown":[ {} ] })";
    const QByteArray body = R"({"clients":[7, )" + first + R"( ,{"client_id":"b"}],"total":2})";
    const auto page = pageOf(body);
    QVERIFY(page.has_value());
    QCOMPARE(page->body, body);
    QCOMPARE(page->body.sliced(page->spans.at(0).offset, page->spans.at(0).size), first);
    QCOMPARE(page->applications.at(0).clientId(), u"a"_s);
}

void TestPage::masksSecretsNobodyAskedFor()
{
    const auto page = pageOf(R"([{"client_id":"a","client_secret":"MARKER1","name":"Shop"},)"
                             R"({"client_id":"b","addons":{"azure_sb":{"sasKey":"MARKER2"}}}])");
    QVERIFY(page.has_value());
    QCOMPARE(page->applications.size(), 2);
    QCOMPARE(page->applications.at(0).name(), u"Shop"_s);
    QVERIFY(!page->body.contains("MARKER"));
    for (const Management::Application &application : page->applications)
        QVERIFY(!QJsonDocument(application.members()).toJson().contains("MARKER"));
    const QByteArray second = page->body.sliced(page->spans.at(1).offset, page->spans.at(1).size);
    QCOMPARE(QJsonDocument::fromJson(second).object().value("client_id"_L1).toString(), u"b"_s);
}

QTEST_GUILESS_MAIN(TestPage)
#include "tst_page.moc"
