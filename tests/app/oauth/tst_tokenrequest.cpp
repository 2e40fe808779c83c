// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/base64url.h"
#include "app/jwt/decode.h"
#include "app/jwt/sign.h"
#include "app/oauth/tokenrequest.h"

#include "tests/support/keypair.h"

#include <QHash>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

using namespace Qt::StringLiterals;
using namespace Tenantscope;

namespace {

Tenant::Credentials credentialsWith(const QString &secret)
{
    return {
        .domain = Tenant::Domain::parse(u"contoso.eu.auth0.com")->domain,
        .clientId = u"k158+Zc7"_s,
        .clientSecret = Base::Secret::fromText(secret),
        .audience = u"https://contoso.eu.auth0.com/api/v2/"_s};
}

QDateTime noon()
{
    return QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
}

Tenant::Credentials signedCredentials(
    Base::SigningAlgorithm algorithm = Base::SigningAlgorithm::Rs256)
{
    Tenant::Credentials credentials = credentialsWith({});
    credentials.privateKey = Tenant::PrivateKey{
        .pem = Base::Secret(QByteArrayView(Test::privateKeyPem)),
        .algorithm = algorithm,
        .file = u"/keys/contoso.pem"_s};
    return credentials;
}

/// The parameters of a form body, decoded.
QHash<QByteArray, QByteArray> parametersOf(const Base::Secret &form)
{
    QHash<QByteArray, QByteArray> parameters;
    for (const QByteArray &part : form.reveal().toByteArray().split('&')) {
        const qsizetype equals = part.indexOf('=');
        parameters.insert(
            part.first(equals), QByteArray::fromPercentEncoding(part.sliced(equals + 1)));
    }
    return parameters;
}

/// What OpenSSL, not our own code, says of a token's signature by Test::privateKeyPem.
bool isSignedBy(const QByteArray &token, Base::SigningAlgorithm algorithm)
{
    const qsizetype dot = token.lastIndexOf('.');
    const auto signature = Jwt::base64UrlDecode(token.sliced(dot + 1));
    BIO *pem = BIO_new_mem_buf(Test::privateKeyPem.data(), int(Test::privateKeyPem.size()));
    EVP_PKEY *key = PEM_read_bio_PrivateKey(pem, nullptr, nullptr, nullptr);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_PKEY_CTX *padding = nullptr;
    const bool isPss = algorithm == Base::SigningAlgorithm::Ps256;
    const EVP_MD *digest = algorithm == Base::SigningAlgorithm::Rs384 ? EVP_sha384() : EVP_sha256();
    const auto bytes = [](const QByteArray &array) {
        return reinterpret_cast<const unsigned char *>(array.data());
    };
    const bool isRight = signature
        && EVP_DigestVerifyInit(context, &padding, digest, nullptr, key) == 1
        && (!isPss
            || (EVP_PKEY_CTX_set_rsa_padding(padding, RSA_PKCS1_PSS_PADDING) == 1
                && EVP_PKEY_CTX_set_rsa_pss_saltlen(padding, RSA_PSS_SALTLEN_DIGEST) == 1))
        && EVP_DigestVerify(
               context, bytes(*signature), size_t(signature->size()), bytes(token), size_t(dot))
            == 1;
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(key);
    BIO_free(pem);
    return isRight;
}

/// The body of one attempt with \a credentials.
QHash<QByteArray, QByteArray> attempt(const Tenant::Credentials &credentials)
{
    const Base::Result<Base::Secret> body = OAuth::tokenRequest(credentials, noon).makeBody();
    return body ? parametersOf(*body) : QHash<QByteArray, QByteArray>();
}

QByteArray bodyOf(const QString &secret)
{
    return OAuth::tokenRequest(credentialsWith(secret), noon).body.reveal().toByteArray();
}

/// What a form's reader takes for the value of client_secret, still encoded.
QByteArray secretIn(const QByteArray &body)
{
    for (const QByteArray &parameter : body.split('&')) {
        if (parameter.startsWith("client_secret="))
            return parameter.sliced(14);
    }
    return {};
}

} // namespace

class TokenRequestTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void isAuth0sForm();
    void escapes_data();
    void escapes();
    void escapesAsQtDoes();
    void namesTheOrganization();
    void signsInsteadOfASecret_data();
    void signsInsteadOfASecret();
    void claimsAreAuth0s();
    void signsAnewForEveryAttempt();
    void staysWithinAuth0sSize();
    void namesTheFileOfAKeyThatIsNone();
};

void TokenRequestTest::isAuth0sForm()
{
    const Http::Policy policy{.attempts = 1};
    const Http::Request request = OAuth::tokenRequest(credentialsWith(u"s3cr3t"_s), noon, policy);
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.url.toString(), u"https://contoso.eu.auth0.com/oauth/token"_s);
    QCOMPARE(
        request.body.reveal().toByteArray(),
        "grant_type=client_credentials&client_id=k158%2BZc7&client_secret=s3cr3t"
        "&audience=https%3A%2F%2Fcontoso.eu.auth0.com%2Fapi%2Fv2%2F");
    QVERIFY(request.bearer.isEmpty());
    QCOMPARE(request.bucket, Http::Bucket::Authentication);
    QCOMPARE(request.policy, policy);
    QCOMPARE(OAuth::tokenRequest(credentialsWith(u"x"_s), noon).policy, Http::Policy::token());
}

void TokenRequestTest::escapes_data()
{
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("unreserved") << u"AZaz09-._~"_s << QByteArray("AZaz09-._~");
    QTest::newRow("what QUrlQuery spoils")
        << u"a+b&c=d %41é"_s << QByteArray("a%2Bb%26c%3Dd%20%2541%C3%A9");
    QTest::newRow("reserved") << u":/?#[]@!$&'()*+,;="_s
                              << QByteArray(
                                     "%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D");
    QTest::newRow("others") << u"\"<>\\^`{|}"_s << QByteArray("%22%3C%3E%5C%5E%60%7B%7C%7D");
    QTest::newRow("controls") << u"\u0001\u007f"_s << QByteArray("%01%7F");
    QTest::newRow("beyond ASCII") << u"€😀"_s << QByteArray("%E2%82%AC%F0%9F%98%80");
}

void TokenRequestTest::escapes()
{
    QFETCH(QString, secret);
    QFETCH(QByteArray, encoded);
    QCOMPARE(secretIn(bodyOf(secret)), encoded);
}

void TokenRequestTest::escapesAsQtDoes()
{
    constexpr quint32 seed = 6749;
    QRandomGenerator random(seed);
    for (int i = 0; i < 500; ++i) {
        QString secret;
        for (int n = random.bounded(1, 80); n > 0; --n)
            secret += QChar(ushort(random.bounded(1, 0xd7ff)));
        for (int n = random.bounded(1, 80); n > 0; --n)
            secret += QChar(ushort(random.bounded(1, 0x80)));
        QCOMPARE(secretIn(bodyOf(secret)), QUrl::toPercentEncoding(secret));
    }
}

void TokenRequestTest::namesTheOrganization()
{
    Tenant::Credentials credentials = credentialsWith(u"s3cr3t"_s);
    credentials.organization = u"org_a&b"_s;
    const Http::Request request = OAuth::tokenRequest(credentials, noon);
    QVERIFY(request.body.reveal().toByteArray().endsWith("&organization=org_a%26b"));
    credentials = signedCredentials();
    QVERIFY(!attempt(credentials).contains("organization"));
    credentials.organization = u"org_x"_s;
    QCOMPARE(attempt(credentials).value("organization"), "org_x");
}

void TokenRequestTest::signsInsteadOfASecret_data()
{
    QTest::addColumn<Base::SigningAlgorithm>("algorithm");
    for (const auto algorithm :
         {Base::SigningAlgorithm::Rs256, Base::SigningAlgorithm::Rs384,
          Base::SigningAlgorithm::Ps256})
        QTest::newRow(Base::nameOf(algorithm).data()) << algorithm;
}

void TokenRequestTest::signsInsteadOfASecret()
{
    QFETCH(const Base::SigningAlgorithm, algorithm);
    const Http::Request request = OAuth::tokenRequest(signedCredentials(algorithm), noon);
    QVERIFY(request.body.isEmpty());
    QVERIFY(request.makeBody);
    const Base::Result<Base::Secret> body = request.makeBody();
    QVERIFY(body);
    const QHash<QByteArray, QByteArray> form = parametersOf(*body);
    QList<QByteArray> names = form.keys();
    std::sort(names.begin(), names.end());
    QCOMPARE(
        names,
        (QList<QByteArray>{
            "audience", "client_assertion", "client_assertion_type", "client_id", "grant_type"}));
    QCOMPARE(
        form.value("client_assertion_type"),
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    const auto assertion = Jwt::decode(form.value("client_assertion"));
    QVERIFY(assertion);
    QCOMPARE(
        assertion->header,
        (QJsonObject{{u"alg"_s, Base::nameOf(algorithm)}, {u"typ"_s, u"JWT"_s}}));
    QVERIFY(isSignedBy(form.value("client_assertion"), algorithm));
    QVERIFY(!isSignedBy(form.value("client_assertion") + 'A', algorithm));
}

void TokenRequestTest::claimsAreAuth0s()
{
    const auto assertion = Jwt::decode(attempt(signedCredentials()).value("client_assertion"));
    QVERIFY(assertion);
    QJsonObject claims = assertion->claims;
    const QString id = claims.take(u"jti"_s).toString();
    QVERIFY(id.size() >= 20 && id.size() <= 64);
    const qint64 now = noon().toSecsSinceEpoch();
    QCOMPARE(
        claims,
        (QJsonObject{
            {u"iss"_s, u"k158+Zc7"_s},
            {u"sub"_s, u"k158+Zc7"_s},
            {u"aud"_s, u"https://contoso.eu.auth0.com/"_s},
            {u"iat"_s, now},
            {u"exp"_s, now + 60}}));
}

void TokenRequestTest::signsAnewForEveryAttempt()
{
    qint64 now = 1'800'000'000;
    const Http::Request request = OAuth::tokenRequest(
        signedCredentials(), [&now] { return QDateTime::fromSecsSinceEpoch(now, Qt::UTC); });
    QSet<QString> ids;
    for (int i = 0; i < 3; ++i, now += 90) {
        const auto assertion = Jwt::decode(
            parametersOf(*request.makeBody()).value("client_assertion"));
        ids.insert(assertion->claims.value("jti"_L1).toString());
        QCOMPARE(assertion->issuedAt()->toSecsSinceEpoch(), now);
    }
    QCOMPARE(ids.size(), 3);
}

void TokenRequestTest::staysWithinAuth0sSize()
{
    Tenant::Credentials credentials = signedCredentials();
    credentials.clientId = QString(64, u'x');
    QVERIFY(attempt(credentials).value("client_assertion").size() < 1'024);
    credentials.clientId = QString(1'000, u'x'); // more than any is: it stands there twice
    const auto body = OAuth::tokenRequest(credentials, noon).makeBody();
    QVERIFY(!body);
    QCOMPARE(body.error().kind, Base::ErrorKind::InvalidPrivateKey);
    QCOMPARE(body.error().detail, Jwt::KeyRule::tooLong);
}

void TokenRequestTest::namesTheFileOfAKeyThatIsNone()
{
    Tenant::Credentials credentials = signedCredentials();
    credentials.privateKey->pem = Base::Secret("no key");
    const auto body = OAuth::tokenRequest(credentials, noon).makeBody();
    QVERIFY(!body);
    QCOMPARE(
        body.error(),
        (Base::Error{
            .kind = Base::ErrorKind::InvalidPrivateKey,
            .subject = u"/keys/contoso.pem"_s,
            .detail = Jwt::KeyRule::notPem}));
}

QTEST_GUILESS_MAIN(TokenRequestTest)
#include "tst_tokenrequest.moc"
