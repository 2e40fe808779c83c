// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/foundtoken.h"

#include "rfcvectors.h"
#include "signer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Jwt::TokenForm;

namespace {

const QByteArray jws = Test::rfc7515Es256;
const QByteArray other = Test::rfc7515Rs256;
const QByteArray opaque = "gho_16C7e42F292c6912E7710c838347Ae178B4a";

/// Takes concatenations, which a view does not.
std::optional<Jwt::FoundToken> findToken(const QByteArray &pasted)
{
    return Jwt::findToken(pasted);
}

QByteArray jwe()
{
    return Test::base64Url(R"({"alg":"RSA-OAEP","enc":"A256GCM"})") + ".a.b.c.d";
}

/// \a token as a terminal or a mail breaks it.
QByteArray broken(QByteArray token, const QByteArray &at)
{
    for (qsizetype i = 64; i < token.size(); i += 64 + at.size())
        token.insert(i, at);
    return token;
}

} // namespace

class TestFoundToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void finds_data();
    void finds();
    void findsNothing_data();
    void findsNothing();
    void staysQuickWithLongTexts();
};

void TestFoundToken::finds_data()
{
    QTest::addColumn<QByteArray>("pasted");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<TokenForm>("form");
    const auto row = [](const char *name, const QByteArray &pasted, const QByteArray &token = jws,
                        TokenForm form = TokenForm::Jws) {
        QTest::newRow(name) << pasted << token << form;
    };
    row("bare", jws);
    row("blanks around", " \t\r\n" + jws + "\r\n\n ");
    row("broken by line ends", broken(jws, "\n"));
    row("broken and indented", broken(jws, "\r\n    "));
    row("unsecured", Test::rfc7515None, Test::rfc7515None);
    row("Bearer", "Bearer " + jws);
    row("bearer, tab", "bearer\t" + jws);
    row("header field", "Authorization: Bearer " + jws + "\r\n");
    row("header field, HTTP/2", "authorization: bearer " + jws);
    row("header field, broken", "Authorization: Bearer " + broken(jws, "\n "));
    row("among header fields",
        "GET / HTTP/1.1\nHost: a.b.c\nAuthorization: Bearer " + jws + "\nAccept: */*\n");
    row("curl -H",
        "curl -s -H 'Authorization: Bearer " + jws + "' https://t.eu.auth0.com/api/v2/clients");
    row("curl --header",
        "curl \\\n  --url 'https://t.eu.auth0.com/api/v2/a.b.c' \\\n  --header \"authorization: Bearer "
            + jws + "\"");
    row("curl --oauth2-bearer", "curl --oauth2-bearer " + jws + " https://t.eu.auth0.com/");
    row("export", "export AUTH0_TOKEN='" + jws + "'");
    row("assignment", "TOKEN=" + jws);
    row(".env", "# ours\nAUTH0_DOMAIN=t.eu.auth0.com\nAUTH0_TOKEN=\"" + jws + "\"\nX=1\n");
    row("PowerShell", "$env:TOKEN = \"" + jws + '"');
    row("JSON", R"({"access_token":")" + jws + R"(","expires_in":86400,"token_type":"Bearer"})");
    row("JSON, id_token", R"({"id_token" : ")" + jws + "\"\n}");
    row("JSON, two: the first", R"({"access_token":")" + jws + R"(","id_token":")" + other + "\"}");
    row("two lines: the first", jws + '\n' + other);
    row("address with a fragment", "https://app.example/cb#access_token=" + jws + "&state=x");
    row("in brackets", "token (" + jws + "), see there");
    row("an opaque one, then a JWS", "Bearer " + opaque + "\nX: " + jws);

    row("JWE", jwe(), jwe(), TokenForm::Jwe);
    row("JWE in JSON", R"({"access_token":")" + jwe() + "\"}", jwe(), TokenForm::Jwe);

    row("opaque", opaque, opaque, TokenForm::Opaque);
    row("opaque, Bearer", "Bearer " + opaque, opaque, TokenForm::Opaque);
    row("opaque, short, Bearer", "Authorization: Bearer abc=", "abc=", TokenForm::Opaque);
    row("opaque, padded", "Bearer abcd==", "abcd==", TokenForm::Opaque);
    row("opaque in JSON", R"({"token_type":"Bearer","access_token":")" + opaque + "\"}", opaque,
        TokenForm::Opaque);
    row("opaque, export", "export X='" + opaque + '\'', opaque, TokenForm::Opaque);
    row("opaque, curl", "curl -H 'Authorization: Bearer " + opaque + "' https://x/", opaque,
        TokenForm::Opaque);
    const QByteArray headless = "e30." + jws.split('.').at(1) + ".c2ln";
    row("without alg: no JWS", headless, headless, TokenForm::Opaque);
    row("two parts", jws.left(jws.lastIndexOf('.')), jws.left(jws.lastIndexOf('.')),
        TokenForm::Opaque);

    // What stands in the place of the signature is for others to judge: it is taken along, not tidied up.
    row("padded", jws + "==", jws + "==");
    row("damaged signature", jws.chopped(3) + "/+~", jws.chopped(3) + "/+~");
}

void TestFoundToken::finds()
{
    QFETCH(const QByteArray, pasted);
    QFETCH(const QByteArray, token);
    QFETCH(const TokenForm, form);
    const auto found = findToken(pasted);
    QVERIFY(found);
    QCOMPARE(found->token.reveal().toByteArray(), token);
    QCOMPARE(found->form, form);
}

void TestFoundToken::findsNothing_data()
{
    QTest::addColumn<QByteArray>("pasted");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blanks") << QByteArray(" \n\t ");
    QTest::newRow("a word") << QByteArray("hello");
    QTest::newRow("a sentence") << QByteArray(
        "There is a token somewhere, see a.b.c or the README.");
    QTest::newRow("Bearer alone") << QByteArray("Authorization: Bearer ");
    QTest::newRow("JSON without one") << QByteArray(R"({"error":"access_denied"})");
    QTest::newRow("empty member") << QByteArray(R"({"access_token":""})");
    QTest::newRow("zeros") << QByteArray(20, '\0');
    QTest::newRow("longer than any token") << QByteArray(64 * 1024 + 1, 'a');
}

void TestFoundToken::findsNothing()
{
    QFETCH(const QByteArray, pasted);
    QVERIFY(!findToken(pasted));
}

void TestFoundToken::staysQuickWithLongTexts()
{
    for (const char *piece : {"a ", ".", "\" ", "a=", "eyJ.", "=", " ", "Bearer "})
        static_cast<void>(
            findToken(QByteArray(piece).repeated(4 * 1024 * 1024 / qsizetype(qstrlen(piece)))));
    QVERIFY(findToken(QByteArray(1024 * 1024 - 1000, ' ') + jws));
    QVERIFY(!findToken(QByteArray(1024 * 1024, ',') + jws)); // beyond what is looked at
}

QTEST_APPLESS_MAIN(TestFoundToken)
#include "tst_foundtoken.moc"
