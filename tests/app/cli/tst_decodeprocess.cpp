// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/sign.h"

#include "cliprocess.h"
#include "tests/support/faultserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Test::Answer;
using Test::CliProcess;
using Test::CliResult;
using Test::FaultServer;

namespace {

const QString jwksPath = u"/.well-known/jwks.json"_s;

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

/// `decode` as its users run it: offline, with a file's keys and with a tenant's.
class TestDecodeProcess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void decodesWithoutANetwork();
    void takesTokensAsPeoplePasteThem();
    void refusesWhatIsNoJwt_data();
    void refusesWhatIsNoJwt();
    void checksWithAFile_data();
    void checksWithAFile();
    void refusesFilesThatAreNoJwks();
    void checksWithTheTenantsKeys();
    void checksByTheTenantsClock();
    void checksWithTheDemoTenant();
    void sendsNothingThatNoKeyCanSave();
    void tellsWhyThereAreNoKeys();
    void needsADomain();
    void usesAProfileWithoutItsSecret();
    void refusesASecretOnStandardInput();

private:
    [[nodiscard]] QByteArray token(const QJsonObject &claims, const QJsonObject &header = {}) const
    {
        return *m_key->sign(header, claims);
    }
    /// Of a tenant whose domain is as the user types it.
    [[nodiscard]] QByteArray usualToken(const QString &issuer, const QString &audience) const
    {
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        return token(
            {{u"iss"_s, issuer}, {u"aud"_s, audience}, {u"iat"_s, now}, {u"exp"_s, now + 600}},
            {{u"kid"_s, m_key->keyId()}});
    }
    [[nodiscard]] QByteArray jwks() const
    {
        return QJsonDocument(QJsonObject{{u"keys"_s, QJsonArray{m_key->publicJwk()}}}).toJson();
    }
    static CliResult decode(const QByteArray &input, const QStringList &options = {})
    {
        return CliProcess(QStringList{u"decode"_s} + options).input(input).run();
    }

    std::optional<Jwt::SigningKey> m_key;
    QTemporaryDir m_folder;
    QString m_jwksFile;
};

void TestDecodeProcess::initTestCase()
{
    m_key = std::move(*Jwt::SigningKey::generateRsa2048());
    m_jwksFile = m_folder.filePath(u"jwks.json"_s);
    QFile file(m_jwksFile);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(jwks());
}

void TestDecodeProcess::decodesWithoutANetwork()
{
    const QByteArray text = token({{u"sub"_s, u"me"_s}, {u"exp"_s, 1}});
    // A domain in the environment is no wish to ask it.
    const CliResult result = CliProcess({u"decode"_s, u"--format"_s, u"json"_s})
                                 .with(u"AUTH0_DOMAIN"_s, u"contoso.invalid"_s)
                                 .input(text)
                                 .run();
    QCOMPARE(result.code, 0);
    QCOMPARE(result.err, QByteArray());
    const QJsonObject json = object(result.out);
    QCOMPARE(json.value(u"verdict"), u"decoded"_s);
    QCOMPARE(json.value(u"claims"), (QJsonObject{{u"sub"_s, u"me"_s}, {u"exp"_s, 1}}));
    QCOMPARE(json.value(u"header"), (QJsonObject{{u"alg"_s, u"RS256"_s}}));
    QVERIFY(!json.value(u"reason").toString().isEmpty());
    QVERIFY(!result.out.contains(text.mid(text.lastIndexOf('.') + 1)));
    QVERIFY(decode(text).out.startsWith("Header\n"));
}

void TestDecodeProcess::takesTokensAsPeoplePasteThem()
{
    const QByteArray text = token({{u"sub"_s, u"me"_s}});
    for (const QByteArray &pasted :
         {QByteArray(text + '\n'), QByteArray("Authorization: Bearer " + text),
          QByteArray("curl -H 'authorization: bearer " + text + "' https://x/"),
          QByteArray("{\"access_token\":\"" + text + "\"}")}) {
        const CliResult result = decode(pasted, {u"--format"_s, u"json"_s});
        QCOMPARE(result.code, 0);
        QCOMPARE(object(result.out).value(u"claims").toObject().value(u"sub"), u"me"_s);
    }
}

void TestDecodeProcess::refusesWhatIsNoJwt_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("nothing") << QByteArray() << QByteArray("no token");
    QTest::newRow("a word") << QByteArray("hello") << QByteArray("no token");
    QTest::newRow("opaque") << QByteArray("gho_16C7e42F292c6912E7710c838347Ae178B4a")
                            << QByteArray("opaque");
    QTest::newRow("text payload") << QByteArray("eyJhbGciOiJSUzI1NiJ9.dGV4dA.c2ln")
                                  << QByteArray("no JWT");
    QTest::newRow("too long") << QByteArray(70'000, 'a') << QByteArray("too long");
}

void TestDecodeProcess::refusesWhatIsNoJwt()
{
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, word);
    const CliResult result = decode(input, {u"--format"_s, u"json"_s});
    QCOMPARE(result.code, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.err.contains(word), result.err.constData());
}

void TestDecodeProcess::checksWithAFile_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("code");
    const QString domain = u"contoso.eu.auth0.com"_s;
    const QString issuer = u"https://contoso.eu.auth0.com/"_s;
    const QString audience = u"https://contoso.eu.auth0.com/api/v2/"_s;
    const QByteArray good = usualToken(issuer, audience);
    const QJsonObject named{{u"kid"_s, m_key->keyId()}};
    const QStringList none;
    const QStringList with{u"--domain"_s, domain};
    const QStringList other{u"--domain"_s, domain, u"--audience"_s, u"https://api.example/"_s};
    const auto row = [](const char *name, const QByteArray &text, const QStringList &options,
                        const char *verdict, const char *code) {
        QTest::newRow(name) << text << options << QString::fromLatin1(verdict)
                            << QString::fromLatin1(code);
    };
    row("right", good, with, "verified", "all-checked");
    row("right, as far as is known", good, none, "verified", "all-checked");
    row("audience alone", good, {u"--audience"_s, audience}, "verified", "all-checked");
    row("of another API", good, other, "invalid", "wrong-audience");
    row("of another tenant", usualToken(u"https://fabrikam.eu.auth0.com/"_s, audience), with,
        "invalid", "wrong-issuer");
    row("for the domain's default audience only", usualToken(issuer, u"https://api.example/"_s),
        with, "invalid", "wrong-audience");
    row("expired", token({{u"exp"_s, 1}}, named), none, "invalid", "expired");
    row("not yet valid", token({{u"nbf"_s, qint64(99'999'999'999)}}, named), none, "invalid",
        "not-yet-valid");
    row("nameless", token({{u"sub"_s, u"me"_s}}), none, "verified", "all-checked");
    row("another key's name", token({}, {{u"kid"_s, u"x"_s}}), none, "unverifiable", "no-such-key");
    row("altered signature", good.chopped(8) + "AAAAAAAA", with, "invalid", "wrong-signature");
    row("signature that is no base64url", good.chopped(1) + 'B', with, "invalid", "malformed");
    row("cut signature", good.chopped(6), with, "invalid", "wrong-signature");
    row("unsecured", "eyJhbGciOiJub25lIn0.e30.", with, "unverifiable", "unsecured");
    row("HMAC", "eyJhbGciOiJIUzI1NiJ9.e30.c2ln", with, "unverifiable", "symmetric-algorithm");
    row("text payload", "eyJhbGciOiJSUzI1NiJ9.dGV4dA.c2ln", with, "invalid", "wrong-signature");
    row("encrypted", "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a.b.c.d", with, "unverifiable",
        "encrypted");
}

void TestDecodeProcess::checksWithAFile()
{
    QFETCH(const QByteArray, token);
    QFETCH(QStringList, options);
    QFETCH(const QString, verdict);
    QFETCH(const QString, code);
    options += {u"--jwks"_s, m_jwksFile, u"--format"_s, u"json"_s};
    const CliResult result = decode(token, options);
    const QJsonObject json = object(result.out);
    QCOMPARE(json.value(u"verdict"), verdict);
    QCOMPARE(json.value(u"code"), code);
    QCOMPARE(result.code, verdict == u"verified" ? 0 : 3);
    QCOMPARE(result.err, QByteArray());
    const QString reason = json.value(u"reason").toString();
    if (verdict == u"verified")
        QCOMPARE(reason.contains(u"not checked"), !options.contains(u"--domain"_s));
}

void TestDecodeProcess::refusesFilesThatAreNoJwks()
{
    const QByteArray text = token({});
    QFile file(m_folder.filePath(u"other"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("{}");
    file.close();
    for (const QString &name : {file.fileName(), m_folder.filePath(u"none"_s), m_folder.path()}) {
        const CliResult result = decode(text, {u"--jwks"_s, name});
        QCOMPARE(result.code, 2);
        QCOMPARE(result.out, QByteArray());
        QVERIFY(!result.err.isEmpty());
    }
    QCOMPARE(decode(text, {u"--jwks"_s, QString()}).code, 2);
}

void TestDecodeProcess::checksWithTheTenantsKeys()
{
    FaultServer server;
    server.answer(jwksPath, Answer::json(jwks()));
    const QString audience = u"https://contoso.eu.auth0.com/api/v2/"_s;
    const QByteArray good = usualToken(server.domain() + u'/', audience);
    const QStringList options{u"--verify"_s, u"--domain"_s, server.domain(), u"--audience"_s,
                              audience,      u"--format"_s, u"json"_s};
    const CliResult result = decode(good, options);
    QCOMPARE(result.code, 0);
    QCOMPARE(object(result.out).value(u"verdict"), u"verified"_s);
    QCOMPARE(server.hits(), 1);
    QVERIFY(!server.received().contains(good));
    QVERIFY(!server.requests().constFirst().hasHeader("authorization"));
    QCOMPARE(decode(usualToken(u"https://fabrikam.eu.auth0.com/"_s, audience), options).code, 3);
}

/// Two hours before ours, by which the token expired long ago.
void TestDecodeProcess::checksByTheTenantsClock()
{
    const QDateTime theirs = QDateTime::currentDateTimeUtc().addSecs(-7200);
    const QString date = QLocale::c().toString(theirs, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    FaultServer server;
    server.answer(jwksPath, Answer::json(jwks()).header("Date", date.toLatin1()));
    const qint64 end = theirs.toSecsSinceEpoch() + 3500;
    const CliResult result = decode(
        token({{u"iss"_s, QString(server.domain() + u'/')}, {u"aud"_s, u"a"_s}, {u"exp"_s, end}}),
        {u"--verify"_s, u"--domain"_s, server.domain(), u"--audience"_s, u"a"_s});
    QVERIFY2(result.code == 0, result.err.constData());
    QVERIFY2(result.out.contains("(expires in 58 min)"), result.out.constData());
    QVERIFY2(result.err.contains("2 h 0 min ahead of the tenant's"), result.err.constData());
    QCOMPARE(result.err.count('\n'), 1);
}

void TestDecodeProcess::checksWithTheDemoTenant()
{
    auto demo = Demo::DemoTenant::start({});
    QVERIFY(demo);
    const CliResult got = CliProcess({u"token"_s}).signedInto(**demo).run();
    QCOMPARE(got.code, 0);
    const CliResult result =
        CliProcess({u"decode"_s, u"--verify"_s}).signedInto(**demo).input(got.out).run();
    QCOMPARE(result.code, 0);
    QVERIFY2(result.out.contains("\nVerified: "), result.out.constData());
}

void TestDecodeProcess::sendsNothingThatNoKeyCanSave()
{
    FaultServer server;
    const CliResult result = decode(
        "eyJhbGciOiJub25lIn0.e30.", {u"--verify"_s, u"--domain"_s, server.domain()});
    QCOMPARE(result.code, 3);
    QCOMPARE(server.connections(), 0);
}

void TestDecodeProcess::tellsWhyThereAreNoKeys()
{
    FaultServer server;
    server.answer(jwksPath, Answer::json("{\"keys\":1}"));
    const CliResult result = decode(token({}), {u"--verify"_s, u"--domain"_s, server.domain()});
    QCOMPARE(result.code, 4);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.err.contains("keys could not be fetched"), result.err.constData());
}

void TestDecodeProcess::needsADomain()
{
    const CliResult result = decode(token({}), {u"--verify"_s});
    QCOMPARE(result.code, 2);
    QVERIFY(result.err.contains("--domain") && result.err.contains("--jwks"));
    QCOMPARE(decode(token({}), {u"--verify"_s, u"--domain"_s, u"http://x.example"_s}).code, 2);
}

/// There is no keychain in a test, and none is missed.
void TestDecodeProcess::usesAProfileWithoutItsSecret()
{
    QTemporaryDir home;
    const QString domain = u"contoso.eu.auth0.com"_s;
    CliProcess add(
        {u"profiles"_s, u"add"_s, u"prod"_s, u"--domain"_s, domain, u"--client-id"_s, u"c"_s});
    add.with(u"XDG_CONFIG_HOME"_s, home.path()).with(u"XDG_DATA_HOME"_s, home.path());
    QCOMPARE(add.run().code, 0);
    const QByteArray good = usualToken(
        u"https://contoso.eu.auth0.com/"_s, u"https://contoso.eu.auth0.com/api/v2/"_s);
    CliProcess check({u"decode"_s, u"--profile"_s, u"prod"_s, u"--jwks"_s, m_jwksFile});
    check.with(u"XDG_CONFIG_HOME"_s, home.path()).with(u"XDG_DATA_HOME"_s, home.path()).input(good);
    const CliResult result = check.run();
    QVERIFY2(result.code == 0, result.err.constData());
    QVERIFY2(!result.out.contains("not checked"), result.out.constData());
}

void TestDecodeProcess::refusesASecretOnStandardInput()
{
    const CliResult result = decode(token({}), {u"--secret-stdin"_s});
    QCOMPARE(result.code, 2);
    QVERIFY(result.err.contains("--secret-stdin"));
}

QTEST_GUILESS_MAIN(TestDecodeProcess)
#include "tst_decodeprocess.moc"
