// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/tokentext.h"
#include "app/jwt/base64url.h"
#include "app/session/tokenmembers.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;

namespace {

const QDateTime now(QDate(2026, 11, 25), QTime(12, 0), Qt::UTC);

QByteArray token(const QByteArray &header, const QByteArray &claims)
{
    return Jwt::base64UrlEncode(header) + '.' + Jwt::base64UrlEncode(claims) + ".c2lnbmF0dXJl";
}

} // namespace

class TestTokenText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cleanup() { setZone("UTC"); }
    void printsColumns();
    void printsLocalTimesToo();
    void neutralises();
    void printsJsonAsItStands();
    void printsJsonThatOthersCanRead_data();
    void printsJsonThatOthersCanRead();
    void neverPrintsTheSignature();
    void tellsRelativeTimes_data();
    void tellsRelativeTimes();

private:
    static void setZone(const char *zone)
    {
        qputenv("TZ", zone);
        ::tzset();
    }
};

void TestTokenText::printsColumns()
{
    const QByteArray text = token(
        R"({"kid":"k1","alg":"RS256","x5t":"t"})",
        R"({"zz":[1,{"a":2}],"exp":1795607820,"iss":"https://t.eu.auth0.com/","scope":"read:a  read:b","nothing":null,)"
        R"("aud":["one","two"],"empty":[],"iat":"soon"})");
    QCOMPARE(
        Cli::tokenText(text, {}, now),
        u"Header\n"
        "  alg  signed by  RS256\n"
        "  kid  key        k1\n"
        "  x5t             t\n"
        "\n"
        "Claims\n"
        "  iss      issuer       https://t.eu.auth0.com/\n"
        "  aud      audience     one\n"
        "                        two\n"
        "  iat      issued       soon\n"
        "  exp      valid until  2026-11-25 11:57:00 UTC (expired 3 min ago)\n"
        "  scope    scopes       read:a\n"
        "                        read:b\n"
        "  empty                 []\n"
        "  nothing               null\n"
        "  zz                    1\n"
        "                        {\"a\":2}\n"
        "\n"
        "Decoded: The signature was not checked.\n"_s);
}

void TestTokenText::printsLocalTimesToo()
{
    setZone("Europe/Berlin");
    const QString text = Cli::tokenText(token("{}", R"({"exp":1795611600})"), {}, now);
    QVERIFY2(
        text.contains(u"2026-11-25 13:00:00 UTC, 2026-11-25 14:00:00 here (expires in 60 min)"),
        qPrintable(text));
}

void TestTokenText::neutralises()
{
    const QByteArray dirty = token(
        "{\"alg\":\"\\u001b[31m\",\"\\u202ekid\":\"\\u0000\"}",
        "{\"iss\":\"a\\nb\\u009b1m\",\"\\u001b]0;x\\u0007\":[\"\\u2066\",\"\\ud800\"]}");
    const QString text = Cli::tokenText(dirty, {}, now);
    for (const char16_t character :
         {u'\x1b', u'\x9b', u'\x07', u'\0', u'\x202e', u'\x2066', u'\xd800'})
        QVERIFY2(!text.contains(QChar(character)), qPrintable(text));
    QVERIFY(text.contains(u"a␊b"));
    const QByteArray json = Cli::tokenJson(dirty, {});
    QVERIFY(!json.contains('\x1b') && !json.contains("\xe2\x80\xae"));
    QVERIFY(json.contains(R"("iss":"a\nb\u009b1m")"));
}

void TestTokenText::printsJsonAsItStands()
{
    const QByteArray text = token(
        "{ \"typ\": \"JWT\",\n \"alg\":\"HS256\"}",
        R"({"n":1.0,"big":18446744073709551616,"exp":1e3})");
    const QByteArray json = Cli::tokenJson(text, Jwt::Verdict{{.reason = Jwt::Reason::Expired}});
    QVERIFY2(
        json.startsWith(
            R"({"header":{"typ":"JWT","alg":"HS256"},"claims":{"n":1.0,"big":18446744073709551616,"exp":1e3},)"
            R"("verdict":"invalid","reason":")"),
        json.constData());
    QVERIFY2(json.endsWith("\",\"code\":\"expired\"}\n"), json.constData());
    QVERIFY(QJsonDocument::fromJson(json).isObject());
    // A payload that is no JSON, and an encrypted token.
    QVERIFY(Cli::tokenJson(token("{}", "text"), {}).startsWith(R"({"header":{},"claims":null,)"));
    QVERIFY(Cli::tokenJson("e30.a.b.c.d", {}).startsWith(R"({"header":{},"claims":null,)"));
}

void TestTokenText::printsJsonThatOthersCanRead_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QByteArray>("printed");
    const auto row = [](const char *name, const QByteArray &claims, const QByteArray &printed) {
        QTest::newRow(name) << claims << printed;
    };
    row("byte order mark", "\xEF\xBB\xBF{\"a\":1}", R"({"a":1})");
    row("nothing behind the point", R"({"a":1.})", R"({"a":1})");
    row("nothing before it", R"({"a":[.5,-.5]})", R"({"a":[0.5,-0.5]})");
    row("nothing but an exponent", R"({"a":1.e2})", R"({"a":100})");
    row("unknown escape", R"({"\x":"\y"})", R"({"x":"y"})");
    row("line end in a string", "{\"a\":\"b\nc\"}", R"({"a":"b\nc"})");
    row("all that is right",
        R"({"a":[true,false,null,-0,0.10,1E+2,"\"\\\/\b\f\n\r\t\u00fc",{},-1.5e-3]})",
        R"({"a":[true,false,null,-0,0.10,1E+2,"\"\\\/\b\f\n\r\t\u00fc",{},-1.5e-3]})");
}

void TestTokenText::printsJsonThatOthersCanRead()
{
    QFETCH(const QByteArray, claims);
    QFETCH(const QByteArray, printed);
    const QByteArray json = Cli::tokenJson(token("{}", claims), {});
    const QByteArray start = R"({"header":{},"claims":)" + printed + ",\"verdict\":";
    QVERIFY2(json.startsWith(start), json.constData());
}

void TestTokenText::neverPrintsTheSignature()
{
    const QByteArray text = token(R"({"alg":"RS256"})", R"({"a":1})");
    QVERIFY(!Cli::tokenText(text, {}, now).contains(u"c2ln"));
    QVERIFY(!Cli::tokenJson(text, {}).contains("c2ln"));
    for (const QByteArray &part : text.split('.'))
        QVERIFY(!Cli::tokenJson(text, {}).contains(part));
}

void TestTokenText::tellsRelativeTimes_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << qint64(0) << u"0 s ago"_s;
    QTest::newRow("seconds") << qint64(119) << u"in 119 s"_s;
    QTest::newRow("minutes") << qint64(-180) << u"3 min ago"_s;
    QTest::newRow("many minutes") << qint64(7199) << u"in 119 min"_s;
    QTest::newRow("hours") << qint64(86400) << u"in 24 h 0 min"_s;
    QTest::newRow("days") << qint64(-86400 * 30) << u"30 d ago"_s;
    QTest::newRow("ages") << qint64(86400LL * 365 * 7000) << u"in 2555000 d"_s;
}

void TestTokenText::tellsRelativeTimes()
{
    QFETCH(const qint64, seconds);
    QFETCH(const QString, text);
    QCOMPARE(Session::relativeText(now.addSecs(seconds), now), text);
}

QTEST_GUILESS_MAIN(TestTokenText)
#include "tst_tokentext.moc"
