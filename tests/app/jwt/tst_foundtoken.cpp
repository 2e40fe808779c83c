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
QByteArray broken(QByteArray token, const QByteArray &at, qsizetype width = 64)
{
    for (qsizetype i = width; i < token.size(); i += width + at.size())
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
    void joinsSignaturesOfAllLengths_data();
    void joinsSignaturesOfAllLengths();
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
    row("a word behind", jws + "\nok");
    row("words behind", jws + " expires tomorrow");
    row("a status behind", "Authorization: Bearer " + jws + "\nHTTP/2 200");
    row("broken, words behind", broken(jws, "\n") + "\nok then");
    row("unsecured, a word behind", Test::rfc7515None + "\nok", Test::rfc7515None);
    row("broken at each character", broken(jws, "\n", 1));
    row("address with a fragment", "https://app.example/cb#access_token=" + jws + "&state=x");
    row("in brackets", "token (" + jws + "), see there");
    row("an opaque one, then a JWS", "Bearer " + opaque + "\nX: " + jws);

    const QByteArray tagged = jwe().chopped(1) + QByteArray(22, 'A');
    row("JWE, a word behind", tagged + " ok", tagged, TokenForm::Jwe);
    row("JWE, broken", broken(tagged, "\n"), tagged, TokenForm::Jwe);
    row("JWE", jwe(), jwe(), TokenForm::Jwe);
    row("JWE in JSON", R"({"access_token":")" + jwe() + "\"}", jwe(), TokenForm::Jwe);

    row("opaque", opaque, opaque, TokenForm::Opaque);
    row("opaque, Bearer", "Bearer " + opaque, opaque, TokenForm::Opaque);
    row("opaque, short, Bearer", "Authorization: Bearer abc=", "abc=", TokenForm::Opaque);
    row("opaque, padded", "Bearer abcd==", "abcd==", TokenForm::Opaque);
    row("opaque in JSON", R"({"token_type":"Bearer","access_token":")" + opaque + "\"}", opaque,
        TokenForm::Opaque);
    row("opaque, export", "export MGMT_TOKEN='" + opaque + '\'', opaque, TokenForm::Opaque);
    row("opaque, assignment", "myJwt=" + opaque, opaque, TokenForm::Opaque);
    row("opaque, PowerShell", "$env:BEARER = \"" + opaque + '"', opaque, TokenForm::Opaque);
    row("opaque, JSON member", R"({"authorization": ")" + opaque + "\"}", opaque,
        TokenForm::Opaque);
    row("opaque, address with a fragment",
        "https://app.example/cb#access_token=" + opaque + "&state=x", opaque, TokenForm::Opaque);
    row("opaque, .env", "AUTH0_DOMAIN=contoso.eu.auth0.com\nAUTH0_TOKEN=" + opaque, opaque,
        TokenForm::Opaque);
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

void TestFoundToken::joinsSignaturesOfAllLengths_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<int>("bytes");
    const auto row = [](const char *algorithm, int bytes) {
        QTest::addRow("%s, %d", algorithm, bytes) << QByteArray(algorithm) << bytes;
    };
    for (const int bytes : {256, 384, 512, 1024}) {
        row("RS256", bytes);
        row("PS512", bytes);
    }
    row("HS256", 32);
    row("HS384", 48);
    row("HS512", 64);
    row("ES256", 64);
    row("ES384", 96);
    row("ES512", 132);
    row("EdDSA", 64);
}

/// Wherever the lines end, and whatever words follow: 342 characters of a longer signature may be a line's.
void TestFoundToken::joinsSignaturesOfAllLengths()
{
    QFETCH(const QByteArray, algorithm);
    QFETCH(const int, bytes);
    const QByteArray token = Test::base64Url(R"({"alg":")" + algorithm + "\"}") + ".e30."
        + Test::base64Url(QByteArray(bytes, '\0'));
    for (int width = 1; width <= 100; ++width) {
        const auto found = findToken(broken(token, "\n", width) + "\nok go on");
        QVERIFY(found);
        QCOMPARE(found->token.reveal().toByteArray(), token);
    }
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
    const QByteArray secret(64, 's');
    QTest::newRow(".env without one") << QByteArray(
        "AUTH0_DOMAIN=contoso-production.eu.auth0.com\nAUTH0_CLIENT_SECRET=" + secret);
    QTest::newRow("one assignment") << QByteArray("AUTH0_DOMAIN=contoso-production.eu.auth0.com");
    QTest::newRow("token request") << QByteArray(
        "curl https://contoso.eu.auth0.com/oauth/token -d "
        "grant_type=client_credentials -d 'client_secret="
        + secret + "'");
    QTest::newRow("token request, JSON") << QByteArray(
        "curl --url https://contoso.eu.auth0.com/oauth/token --data '{\"client_secret\":\"" + secret
        + "\",\"grant_type\":\"client_credentials\"}'");
    QTest::newRow("Basic") << QByteArray("Authorization: Basic dXNlcjpwYXNzd29yZC1hbmQtbW9yZQ==");
    QTest::newRow("settings of an application") << QByteArray(
        R"({"token_endpoint_auth_method":"client_secret_post","token_type":"Bearer"})");
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
    for (const char *piece :
         {"a ", "= ", "' ", "e.", "e30.e30. ", ".", "\" ", "a=", "eyJ.", "=", " ", "Bearer "})
        static_cast<void>(
            findToken(QByteArray(piece).repeated(4 * 1024 * 1024 / qsizetype(qstrlen(piece)))));
    QVERIFY(findToken(QByteArray(1024 * 1024 - 1000, ' ') + jws));
    QVERIFY(!findToken(QByteArray(1024 * 1024, ',') + jws)); // beyond what is looked at
}

QTEST_APPLESS_MAIN(TestFoundToken)
#include "tst_foundtoken.moc"
