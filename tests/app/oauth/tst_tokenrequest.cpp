// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/tokenrequest.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

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

QByteArray bodyOf(const QString &secret)
{
    return OAuth::tokenRequest(credentialsWith(secret)).body.reveal().toByteArray();
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
};

void TokenRequestTest::isAuth0sForm()
{
    const Http::Policy policy{.attempts = 1};
    const Http::Request request = OAuth::tokenRequest(credentialsWith(u"s3cr3t"_s), policy);
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.url.toString(), u"https://contoso.eu.auth0.com/oauth/token"_s);
    QCOMPARE(
        request.body.reveal().toByteArray(),
        "grant_type=client_credentials&client_id=k158%2BZc7&client_secret=s3cr3t"
        "&audience=https%3A%2F%2Fcontoso.eu.auth0.com%2Fapi%2Fv2%2F");
    QVERIFY(request.bearer.isEmpty());
    QCOMPARE(request.bucket, Http::Bucket::Authentication);
    QCOMPARE(request.policy, policy);
    QCOMPARE(OAuth::tokenRequest(credentialsWith(u"x"_s)).policy, Http::Policy::token());
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

QTEST_GUILESS_MAIN(TokenRequestTest)
#include "tst_tokenrequest.moc"
