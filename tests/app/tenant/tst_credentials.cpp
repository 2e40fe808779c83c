// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/audience.h"
#include "app/tenant/clientshape.h"
#include "app/tenant/credentials.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope::Tenant;
using Tenantscope::Base::Error;
using Tenantscope::Base::ErrorKind;
using Tenantscope::Base::Secret;

namespace {

struct Complaint
{
    ErrorKind kind;
    QString rule;
    bool operator==(const Complaint &) const = default;
};

CredentialsInput goodInput()
{
    return {
        .domain = u"contoso.eu.auth0.com"_s,
        .clientId = u"k158Zc7abcdEFGH"_s,
        .clientSecret = Secret::fromText(u"s3cr3t-_~+/="),
        .audience = {}};
}

QList<Complaint> complaintsOf(const CredentialsCheck &check)
{
    QList<Complaint> complaints;
    for (const Error &error : check.errors)
        complaints << Complaint{error.kind, error.detail};
    return complaints;
}

} // namespace

class CredentialsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void takesGoodOnes();
    void cleans_data();
    void cleans();
    void hintsOnAudience_data();
    void hintsOnAudience();
    void refuses_data();
    void refuses();
    void privateKeyStandsForTheSecret();
    void checksTheOrganization_data();
    void checksTheOrganization();
    void knowsShapes_data();
    void knowsShapes();
    void swaps();
    void tidiesAudiences();
    void tellsAllErrors();
    void showsDomainNotes();
    void knowsManagementAudience_data();
    void knowsManagementAudience();
};

void CredentialsTest::takesGoodOnes()
{
    const CredentialsCheck check = checkCredentials(goodInput());
    QVERIFY(check.credentials);
    QVERIFY(check.errors.isEmpty());
    QVERIFY(check.credentials->hints.isEmpty());
    const Credentials &credentials = check.credentials->credentials;
    QCOMPARE(credentials.domain.text(), u"contoso.eu.auth0.com"_s);
    QCOMPARE(credentials.clientId, u"k158Zc7abcdEFGH"_s);
    QCOMPARE(credentials.clientSecret.reveal(), QByteArrayView("s3cr3t-_~+/="));
    QCOMPARE(credentials.audience, u"https://contoso.eu.auth0.com/api/v2/"_s);
}

void CredentialsTest::cleans_data()
{
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QByteArray>("cleanSecret");
    QTest::addColumn<QList<Hint>>("hints");
    const QString id = u"abc"_s;
    const QByteArray bare("s3cr3t");
    QTest::newRow("newline") << u"s3cr3t\r\n"_s << id << bare << QList{Hint::BlanksDropped};
    QTest::newRow("blanks") << u" \ts3cr3t "_s << id << bare << QList{Hint::BlanksDropped};
    QTest::newRow("quotes") << u"\"s3cr3t\""_s << id << bare << QList{Hint::SecretQuoted};
    QTest::newRow("single quotes") << u"'s3cr3t'"_s << id << bare << QList{Hint::SecretQuoted};
    QTest::newRow("typographic quotes") << u"“s3cr3t”"_s << id << bare << QList{Hint::SecretQuoted};
    QTest::newRow("quotes and blanks")
        << u" \"s3cr3t \"\n"_s << id << bare << QList{Hint::BlanksDropped, Hint::SecretQuoted};
    QTest::newRow("one quote is its own")
        << u"\"s3cr3t"_s << id << QByteArray("\"s3cr3t") << QList{Hint::SecretHasQuote};
    QTest::newRow("unlike quotes")
        << u"\"s3cr3t'"_s << id << QByteArray("\"s3cr3t'") << QList{Hint::SecretHasQuote};
    QTest::newRow("lone quote") << u"\""_s << id << QByteArray("\"") << QList{Hint::SecretHasQuote};
    QTest::newRow("blank inside") << u"s3 cr3t"_s << id << QByteArray("s3 cr3t")
                                  << QList{Hint::SecretHasBlank};
    QTest::newRow("not ASCII") << u"sécret"_s << id << u"sécret"_s.toUtf8() << QList<Hint>();
    QTest::newRow("client ID") << u"s3cr3t"_s << u" 'abc' "_s << bare
                               << QList{Hint::BlanksDropped, Hint::QuotesDropped};
}

void CredentialsTest::cleans()
{
    QFETCH(QString, secret);
    QFETCH(QString, clientId);
    QFETCH(QByteArray, cleanSecret);
    CredentialsInput input = goodInput();
    input.clientSecret = Secret::fromText(secret);
    input.clientId = clientId;
    const CredentialsCheck check = checkCredentials(input);
    QVERIFY(check.credentials);
    QCOMPARE(check.credentials->credentials.clientSecret.reveal().toByteArray(), cleanSecret);
    QCOMPARE(check.credentials->credentials.clientId, u"abc"_s);
    QTEST(check.credentials->hints, "hints");
}

void CredentialsTest::hintsOnAudience_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("audience");
    QTest::addColumn<QString>("clean");
    QTest::addColumn<QList<Hint>>("hints");
    const auto row = [](const char *name, const QString &domain, const QString &audience,
                        const QList<Hint> &hints, const QString &clean = {}) {
        QTest::newRow(name) << domain << audience << (clean.isNull() ? audience : clean) << hints;
    };
    const QString tenant = u"contoso.eu.auth0.com"_s;
    const QString custom = u"login.example.com"_s;
    row("own", tenant, u"https://contoso.eu.auth0.com/api/v2/"_s, {});
    row("no slash", tenant, u"https://contoso.eu.auth0.com/api/v2"_s, {Hint::AudienceWithoutSlash});
    row("other host", tenant, u"https://fabrikam.eu.auth0.com/api/v2/"_s,
        {Hint::AudienceOfAnotherTenant});
    row("own, by http", tenant, u"http://contoso.eu.auth0.com/api/v2/"_s,
        {Hint::AudienceOfAnotherTenant});
    row("two slashes at the end", tenant, u"https://contoso.eu.auth0.com/api/v2//"_s,
        {Hint::AudienceDoubledSlash});
    row("two slashes after the host", tenant, u"https://contoso.eu.auth0.com//api/v2/"_s,
        {Hint::AudienceDoubledSlash});
    row("two slashes and none at the end", tenant, u"https://contoso.eu.auth0.com//api/v2"_s,
        {Hint::AudienceDoubledSlash});
    row("own host, custom audience", tenant, u"https://login.example.com/api/v2/"_s,
        {Hint::AudienceOfAnotherHost});
    row("longer host", tenant, u"https://contoso.eu.auth0.com.evil.com/api/v2/"_s,
        {Hint::AudienceOfAnotherHost});
    row("other host, no slash", tenant, u"https://fabrikam.eu.auth0.com/api/v2"_s,
        {Hint::AudienceWithoutSlash, Hint::AudienceOfAnotherTenant});
    row("custom, default", custom, {}, {Hint::CustomDomainDefaultAudience},
        u"https://login.example.com/api/v2/"_s);
    row("custom, typed default", custom, u"https://login.example.com/api/v2/"_s,
        {Hint::CustomDomainDefaultAudience});
    row("custom, tenant's own", custom, u"https://contoso.eu.auth0.com/api/v2/"_s,
        {Hint::AudienceOfAnotherHost});
    row("suffix look-alike", u"xauth0.com"_s, {}, {Hint::CustomDomainDefaultAudience},
        u"https://xauth0.com/api/v2/"_s);
    row("loopback", u"127.0.0.1:8443"_s, {}, {}, u"https://127.0.0.1:8443/api/v2/"_s);
    const QString plainTenant = u"http://localhost:7101"_s;
    row("loopback, by http", plainTenant, u"http://localhost:7101/api/v2/"_s, {});
    row("loopback by http, by https", plainTenant, u"https://localhost:7101/api/v2/"_s, {});
    row("loopback, another port", plainTenant, u"http://localhost:7102/api/v2/"_s,
        {Hint::AudienceOfAnotherHost});
    row("loopback by https, by http", u"localhost:7101"_s, u"http://localhost:7101/api/v2/"_s,
        {Hint::AudienceOfAnotherHost});
    row("other API", tenant, u"https://api.example.com/orders"_s, {Hint::AudienceOfAnotherApi});
    row("other API, root", tenant, u"https://contoso.eu.auth0.com/"_s,
        {Hint::AudienceOfAnotherApi});
    row("userinfo API", tenant, u"https://contoso.eu.auth0.com/userinfo"_s,
        {Hint::AudienceOfAnotherApi});
    row("urn", tenant, u"urn:orders"_s, {Hint::AudienceOfAnotherApi});
    row("any word", tenant, u"Bestellungen-ü"_s, {Hint::AudienceOfAnotherApi});
    row("quoted", tenant, u"\"https://contoso.eu.auth0.com/api/v2/\""_s, {Hint::QuotesDropped},
        u"https://contoso.eu.auth0.com/api/v2/"_s);
    row("blanks", tenant, u"https://contoso.eu.auth0.com/api/v2/\n"_s, {Hint::BlanksDropped},
        u"https://contoso.eu.auth0.com/api/v2/"_s);
    row("only blanks", tenant, u"  "_s, {Hint::BlanksDropped},
        u"https://contoso.eu.auth0.com/api/v2/"_s);
    row("IDN", u"münchen.example"_s, {}, {Hint::PunycodeDomain, Hint::CustomDomainDefaultAudience},
        u"https://xn--mnchen-3ya.example/api/v2/"_s);
}

void CredentialsTest::hintsOnAudience()
{
    QFETCH(QString, domain);
    QFETCH(QString, audience);
    CredentialsInput input = goodInput();
    input.domain = domain;
    input.audience = audience;
    const CredentialsCheck check = checkCredentials(input);
    QVERIFY(check.credentials);
    QTEST(check.credentials->credentials.audience, "clean");
    QTEST(check.credentials->hints, "hints");
}

void CredentialsTest::refuses_data()
{
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("audience");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QLatin1StringView>("rule");
    const auto id = [](const char *name, const QString &text, QLatin1StringView rule) {
        QTest::newRow(name) << text << u"s3cr3t"_s << QString() << ErrorKind::InvalidClientId
                            << rule;
    };
    id("no client ID", {}, CredentialRule::empty);
    id("quotes with nothing", u"\"\""_s, CredentialRule::empty);
    id("blank in client ID", u"abc def"_s, CredentialRule::blank);
    id("line end in client ID", u"abc\ndef"_s, CredentialRule::blank);
    id("control in client ID", u"abc\u0001"_s, CredentialRule::character);
    id("letter in client ID", u"äbc"_s, CredentialRule::character);
    id("invisible in client ID", u"abc\u200b"_s, CredentialRule::character);
    id("long client ID", QString(129, u'a'), CredentialRule::tooLong);
    const auto secret = [](const char *name, const QString &text, QLatin1StringView rule) {
        QTest::newRow(name) << u"abc"_s << text << QString() << ErrorKind::InvalidClientSecret
                            << rule;
    };
    secret("no secret", {}, CredentialRule::empty);
    secret("blank secret", u" \n"_s, CredentialRule::empty);
    secret("line end in secret", u"abc\ndef"_s, CredentialRule::blank);
    secret("tab in secret", u"abc\tdef"_s, CredentialRule::blank);
    secret("NUL in secret", u"abc\0def"_s, CredentialRule::character);
    secret("DEL in secret", u"abc\u007f"_s, CredentialRule::character);
    secret("long secret", QString(4'097, u'a'), CredentialRule::tooLong);
    const auto audience = [](const char *name, const QString &text, QLatin1StringView rule) {
        QTest::newRow(name) << u"abc"_s << u"s3cr3t"_s << text << ErrorKind::InvalidAudience
                            << rule;
    };
    audience("blank in audience", u"https://a.example/api v2/"_s, CredentialRule::blank);
    audience("tab in audience", u"https://a.example/\tapi/v2/"_s, CredentialRule::blank);
    audience("control in audience", u"https://a.example/\u0007"_s, CredentialRule::character);
    audience("invisible in audience", u"https://a.example/\u200b"_s, CredentialRule::character);
    audience(
        "lone surrogate in audience", u"https://"_s + QChar(0xdc00), CredentialRule::character);
    audience("long audience", QString(2'049, u'a'), CredentialRule::tooLong);
}

void CredentialsTest::refuses()
{
    QFETCH(QString, clientId);
    QFETCH(QString, secret);
    QFETCH(QString, audience);
    QFETCH(ErrorKind, kind);
    QFETCH(QLatin1StringView, rule);
    const CredentialsCheck check = checkCredentials(
        {.domain = u"contoso.eu.auth0.com"_s,
         .clientId = clientId,
         .clientSecret = Secret::fromText(secret),
         .audience = audience});
    QVERIFY(!check.credentials);
    QCOMPARE(complaintsOf(check), (QList{Complaint{kind, rule}}));
}

void CredentialsTest::privateKeyStandsForTheSecret()
{
    CredentialsInput input = goodInput();
    input.privateKey = PrivateKey{.pem = Secret("pem"), .file = u"/keys/contoso.pem"_s};
    const CredentialsCheck both = checkCredentials(input);
    QVERIFY(both.credentials);
    QVERIFY(both.credentials->credentials.clientSecret.isEmpty());
    QCOMPARE(both.credentials->credentials.privateKey, input.privateKey);
    input.clientSecret.clear();
    QVERIFY(checkCredentials(input).credentials);
    input.privateKey.reset();
    QVERIFY(!checkCredentials(input).credentials);
}

void CredentialsTest::checksTheOrganization_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("organization");
    QTest::addColumn<QLatin1StringView>("rule"); // empty: it is taken
    const auto good = [](const char *name, const QString &typed, const QString &organization) {
        QTest::newRow(name) << typed << organization << QLatin1StringView();
    };
    good("none", {}, {});
    good("ID", u"org_Zk8WvNkTb2uwXYpB"_s, u"org_Zk8WvNkTb2uwXYpB"_s);
    good("name, pasted", u" \"contoso-eu\"\n"_s, u"contoso-eu"_s);
    good("longest", QString(128, u'a'), QString(128, u'a'));
    const auto bad = [](const char *name, const QString &typed, QLatin1StringView rule) {
        QTest::newRow(name) << typed << QString() << rule;
    };
    bad("two words", u"contoso eu"_s, CredentialRule::blank);
    bad("control", u"contoso\u0007"_s, CredentialRule::character);
    bad("invisible", u"con\u200btoso"_s, CredentialRule::character);
    bad("too long", QString(129, u'a'), CredentialRule::tooLong);
}

void CredentialsTest::checksTheOrganization()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, organization);
    QFETCH(const QLatin1StringView, rule);
    CredentialsInput input = goodInput();
    input.organization = typed;
    const CredentialsCheck check = checkCredentials(input);
    QCOMPARE(check.credentials.has_value(), rule.isEmpty());
    if (check.credentials)
        QCOMPARE(check.credentials->credentials.organization, organization);
    else
        QCOMPARE(complaintsOf(check), (QList<Complaint>{{ErrorKind::InvalidOrganization, rule}}));
}

void CredentialsTest::knowsShapes_data()
{
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QList<Hint>>("hints");
    QTest::addColumn<bool>("isSwapped");
    const QString id(32, u'i');
    const QString thirdParty = u"tpc_"_s + QString(22, u't');
    const QString secret = QString(62, u's') + u"-_"_s;
    QTest::newRow("as it should be") << id << secret << QList<Hint>() << false;
    QTest::newRow("swapped") << secret << id << QList<Hint>() << true;
    QTest::newRow("swapped, third party") << secret << thirdParty << QList<Hint>() << true;
    QTest::newRow("swapped, pasted")
        << QString(secret + u'\n') << QString(u'"' + id + u'"') << QList<Hint>() << true;
    QTest::newRow("secret twice") << secret << secret << QList{Hint::ClientIdLooksLikeSecret}
                                  << false;
    QTest::newRow("client ID twice") << id << id << QList{Hint::SecretLooksLikeClientId} << false;
    QTest::newRow("third party twice")
        << thirdParty << thirdParty << QList{Hint::SecretLooksLikeClientId} << false;
    QTest::newRow("of other lengths")
        << QString(63, u's') << QString(31, u'i') << QList<Hint>() << false;
    QTest::newRow("of other characters")
        << QString(63, u's') + u'.' << QString(31, u'i') + u'-' << QList<Hint>() << false;
}

void CredentialsTest::knowsShapes()
{
    QFETCH(const QString, clientId);
    QFETCH(const QString, secret);
    QFETCH(const bool, isSwapped);
    CredentialsInput input = goodInput();
    input.clientId = clientId;
    input.clientSecret = Secret::fromText(secret);
    const CredentialsCheck check = checkCredentials(input);
    const QList<Complaint> swapped{{ErrorKind::InvalidClientId, CredentialRule::swapped}};
    QCOMPARE(complaintsOf(check), isSwapped ? swapped : QList<Complaint>());
    if (!isSwapped)
        QTEST(check.credentials->hints, "hints");
}

void CredentialsTest::swaps()
{
    CredentialsInput input = goodInput();
    input.clientId = QString(64, u's') + u'\n';
    input.clientSecret = Secret::fromText(QString(u' ' + QString(32, u'i')));
    const auto swapped = withClientSwapped(input);
    QVERIFY(swapped);
    QCOMPARE(swapped->clientId, QString(32, u'i'));
    QCOMPARE(swapped->clientSecret, Secret::fromText(QString(64, u's')));
    QCOMPARE(swapped->domain, input.domain);
    input.clientSecret.clear(); // it may only have been put into the wrong field
    QVERIFY(withClientSwapped(input)->clientId.isEmpty());
    input.clientSecret = Secret::fromText(u"may be a secret");
    QVERIFY(!withClientSwapped(input));
}

void CredentialsTest::tidiesAudiences()
{
    const QString right = u"https://contoso.eu.auth0.com/api/v2/"_s;
    for (const char *const path : {"/api/v2/", "/api/v2", "/api/v2//", "//api//v2", "/api/v2///"})
        QCOMPARE(
            tidiedAudience(u"https://contoso.eu.auth0.com"_s + QString::fromLatin1(path)), right);
    for (const QString &other : {u"urn:a//b"_s, u"https://a.example//b"_s, QString()})
        QCOMPARE(tidiedAudience(other), other);
}

void CredentialsTest::tellsAllErrors()
{
    const CredentialsCheck check = checkCredentials(
        {.domain = u"x@evil.com"_s,
         .clientId = u"a b"_s,
         .clientSecret = {},
         .audience = u"a\tb"_s});
    QVERIFY(!check.credentials);
    QCOMPARE(
        complaintsOf(check),
        (QList<Complaint>{
            {ErrorKind::InvalidDomain, DomainRule::userinfo},
            {ErrorKind::InvalidClientId, CredentialRule::blank},
            {ErrorKind::InvalidClientSecret, CredentialRule::empty},
            {ErrorKind::InvalidAudience, CredentialRule::blank}}));

    const CredentialsCheck empty = checkCredentials({});
    QCOMPARE(
        complaintsOf(empty).size(),
        3); // without a domain, its default audience is no second complaint
}

void CredentialsTest::showsDomainNotes()
{
    CredentialsInput input = goodInput();
    input.domain = u" 'https://Contoso.eu.auth0.com/' "_s;
    const CredentialsCheck check = checkCredentials(input);
    QVERIFY(check.credentials);
    QCOMPARE(
        check.credentials->domainNotes,
        (QList{Domain::Note::SchemeDropped, Domain::Note::SlashDropped, Domain::Note::LowerCased}));
    QCOMPARE(check.credentials->hints, QList{Hint::QuotesDropped});

    input.domain = u"contoso.eu.auth0.com\n"_s;
    QCOMPARE(checkCredentials(input).credentials->domainNotes, QList{Domain::Note::BlanksDropped});
}

void CredentialsTest::knowsManagementAudience_data()
{
    QTest::addColumn<QString>("audience");
    QTest::addColumn<bool>("isManagement");
    QTest::newRow("plain") << u"https://contoso.eu.auth0.com/api/v2/"_s << true;
    QTest::newRow("port") << u"https://localhost:8443/api/v2/"_s << true;
    QTest::newRow("no slash") << u"https://contoso.eu.auth0.com/api/v2"_s << false;
    QTest::newRow("deeper") << u"https://contoso.eu.auth0.com/api/v2/clients"_s << false;
    QTest::newRow("under a path") << u"https://contoso.eu.auth0.com/x/api/v2/"_s << false;
    QTest::newRow("query") << u"https://contoso.eu.auth0.com/api/v2/?x"_s << false;
    QTest::newRow("no host") << u"https:///api/v2/"_s << false;
    QTest::newRow("no URL") << u"/api/v2/"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void CredentialsTest::knowsManagementAudience()
{
    QFETCH(QString, audience);
    QTEST(isManagementAudience(audience), "isManagement");
}

QTEST_GUILESS_MAIN(CredentialsTest)
#include "tst_credentials.moc"
