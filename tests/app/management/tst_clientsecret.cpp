// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/clientsecret.h"
#include "app/management/secretcomparison.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Base::Secret;
using Management::SecretComparison;

namespace {

Base::Result<std::optional<Secret>> read(const QByteArray &body)
{
    Http::Response answer{.status = 200, .body = body, .json = QJsonDocument::fromJson(body)};
    return Management::readClientSecret(std::move(answer), u"k158"_s);
}

} // namespace

class TestClientSecret final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void isRead_data();
    void isRead();
    void nothingElseIsTakenForOne_data();
    void nothingElseIsTakenForOne();
    void isCompared_data();
    void isCompared();
};

void TestClientSecret::isRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<QByteArray>("secret");

    const auto row = [](const char *name, const QByteArray &body, bool isThere,
                        const QByteArray &secret) {
        QTest::newRow(name) << body << isThere << secret;
    };
    row("a secret", R"({"client_secret":"hush","client_id":"k158"})", true, "hush");
    row("any text", R"({"client_secret":" h\u00fc\"sh\n","client_id":"k158"})", true,
        " h\xC3\xBC\"sh\n");
    row("none", R"({"client_id":"k158","client_secret":null})", true, "");
    row("an empty one", R"({"client_id":"k158","client_secret":""})", true, "");
    row("not told", R"({"client_id":"k158","name":"Shop"})", false, "");
}

void TestClientSecret::isRead()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isThere);
    QFETCH(QByteArray, secret);
    const auto result = read(body);
    QVERIFY(result.has_value());
    QCOMPARE(result->has_value(), isThere);
    QCOMPARE(result->value_or(Secret()), Secret(secret));
}

void TestClientSecret::nothingElseIsTakenForOne_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a list") << R"([{"client_id":"k158","client_secret":"hush"}])"_ba;
    QTest::newRow("another application's") << R"({"client_id":"K158","client_secret":"hush"})"_ba;
    QTest::newRow("nobody's") << R"({"client_secret":"hush"})"_ba;
    QTest::newRow("a number") << R"({"client_id":"k158","client_secret":7})"_ba;
    QTest::newRow("an object") << R"({"client_id":"k158","client_secret":{"a":"hush"}})"_ba;
    QTest::newRow("endless") << R"({"client_id":"k158","client_secret":")"_ba
            + QByteArray(64 * 1024 + 1, 'x') + "\"}";
}

void TestClientSecret::nothingElseIsTakenForOne()
{
    QFETCH(QByteArray, body);
    const auto result = read(body);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, Base::ErrorKind::Malformed);
    QCOMPARE(result.error().status, 200);
}

void TestClientSecret::isCompared_data()
{
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<SecretComparison>("expected");

    const auto row = [](const char *name, const QByteArray &theirs, const QByteArray &mine,
                        SecretComparison expected) {
        QTest::newRow(name) << theirs << mine << expected;
    };
    using enum SecretComparison;
    row("the same", "hush", "hush", Same);
    row("another", "hush", "husk", Different);
    row("its beginning", "hush", "hus", Different);
    row("longer", "hush", "hush!", Different);
    row("other case", "hush", "Hush", Different);
    row("nothing", "hush", "", Different);
    row("blanks only", "hush", " \n", Different);
    row("a line end", "hush", "hush\n", BlanksAround);
    row("blanks before", "hush", "\t hush", BlanksAround);
    row("a blank within", "hush", "hu sh", Different);
    row("blanks that belong to it", " hush ", " hush ", Same);
    row("blanks it should have", " hush ", "hush", Different);
    row("double quotes", "hush", "\"hush\"", QuotesAround);
    row("single quotes and a line end", "hush", "'hush'\r\n", QuotesAround);
    row("quotes that do not match", "hush", "'hush\"", Different);
    row("quotes that belong to it", "'hush'", "'hush'", Same);
    row("a quote alone", "hush", "'", Different);
    row("a line", "hush", "AUTH0_CLIENT_SECRET=hush", LineSame);
    row("a line of a shell", "hush", "export AUTH0_CLIENT_SECRET='hush'\n", LineSame);
    row("a line of PowerShell", "hush", "$env:AUTH0_CLIENT_SECRET = \"hush\"", LineSame);
    row("a line with another value", "hush", "AUTH0_CLIENT_SECRET=husk", LineDifferent);
    row("a line without a value", "hush", "AUTH0_CLIENT_SECRET=", Different);
    row("what only looks like a line", "a=b", "a=b", Same);
    row("no name before it", "hush", "a-b=hush", Different);
    row("the end of Base64", "hush", "aHVzaA==", Different);
    row("none over there", "", "hush", Different);
    row("not ASCII", "h\xC3\xBCsh", "h\xC3\xBCsh", Same);
}

void TestClientSecret::isCompared()
{
    QFETCH(QByteArray, theirs);
    QFETCH(QByteArray, mine);
    QFETCH(SecretComparison, expected);
    QCOMPARE(int(Management::compareSecrets(Secret(theirs), Secret(mine))), int(expected));
}

QTEST_GUILESS_MAIN(TestClientSecret)
#include "tst_clientsecret.moc"
