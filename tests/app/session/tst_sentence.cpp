// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/sign.h"
#include "app/oauth/tokenresponse.h"
#include "app/session/sentence.h"
#include "app/tenant/connectionimport.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Base::Error;
using Base::ErrorKind;
using Session::Doing;
using Session::Remedy;
using Session::Sentence;

namespace {

constexpr Doing allDoings[] = {
    Doing::SigningIn,     Doing::Renewing,      Doing::LoadingApplications, Doing::LoadingDetails,
    Doing::ReadingSecret, Doing::LoadingGrants, Doing::FetchingKeys};

Error errorOf(
    ErrorKind kind, int status = 0, const QString &code = {}, const QString &description = {})
{
    Error error{};
    error.kind = kind;
    error.status = status;
    error.code = code;
    error.description = description;
    return error;
}

/// No sentence may be empty, hold a placeholder nobody filled, or end without a full stop.
bool isWhole(const QString &text)
{
    static const QRegularExpression placeholder(u"%\\d|%n"_s);
    return !text.isEmpty() && !text.contains(placeholder) && text == text.trimmed()
        && (text.endsWith(u'.') || text.endsWith(u'/'));
}

void checkWhole(const Error &error, Doing doing)
{
    const Sentence sentence = Session::describe(error, doing);
    QVERIFY2(isWhole(sentence.what), qPrintable(sentence.line()));
    QVERIFY2(isWhole(sentence.why), qPrintable(sentence.line()));
    QVERIFY2(isWhole(sentence.now), qPrintable(sentence.line()));
    QCOMPARE(sentence.line().count(u'\n'), 0);
}

} // namespace

class TestSentence final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void wordsEveryKind_data();
    void wordsEveryKind();
    void wordsEveryRule_data();
    void wordsEveryRule();
    void diagnoses_data();
    void diagnoses();
    void namesTheHost();
    void namesTheKeyFile();
    void describesACertificate();
    void tenantWordsAreNeutralised();
    void detailsNameTheFacts();
    void detailsHoldNoSecret();
    void wordsHintsAndNotes();
};

void TestSentence::wordsEveryKind_data()
{
    QTest::addColumn<ErrorKind>("kind");
    // The list is closed, and Cancelled its last.
    for (int kind = 0; kind <= int(ErrorKind::Cancelled); ++kind)
        QTest::addRow("kind %d", kind) << ErrorKind(kind);
}

void TestSentence::wordsEveryKind()
{
    QFETCH(ErrorKind, kind);
    Error full = errorOf(kind, 403, u"some_code"_s, u"50%1 of it"_s);
    full.subject = u"contoso.eu.auth0.com"_s;
    full.detail = u"technical words"_s;
    for (const Doing doing : allDoings) {
        checkWhole(errorOf(kind), doing);
        checkWhole(full, doing);
        QVERIFY(Session::describe(errorOf(kind), doing).tenantWords.isEmpty());
        QCOMPARE(Session::describe(full, doing).tenantWords, full.description);
    }
}

void TestSentence::wordsEveryRule_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("rule");
    namespace Rule = Tenant::DomainRule;
    for (const QLatin1StringView rule :
         {Rule::empty, Rule::scheme, Rule::plainHttp, Rule::userinfo, Rule::path, Rule::percent,
          Rule::character, Rule::label, Rule::oneLabel, Rule::tooLong, Rule::port, Rule::portNumber,
          Rule::address, Rule::dashboardUrl})
        QTest::addRow("domain %s", rule.data()) << ErrorKind::InvalidDomain << QString(rule);
    namespace Credential = Tenant::CredentialRule;
    for (const QLatin1StringView rule :
         {Credential::empty, Credential::blank, Credential::character, Credential::tooLong}) {
        QTest::addRow("client ID %s", rule.data()) << ErrorKind::InvalidClientId << QString(rule);
        QTest::addRow("secret %s", rule.data()) << ErrorKind::InvalidClientSecret << QString(rule);
        QTest::addRow("audience %s", rule.data()) << ErrorKind::InvalidAudience << QString(rule);
        QTest::addRow("organization %s", rule.data())
            << ErrorKind::InvalidOrganization << QString(rule);
    }
    namespace Key = Jwt::KeyRule;
    for (const QLatin1StringView rule :
         {Key::notPem, Key::encrypted, Key::notRsa, Key::tooShort, Key::tooLong})
        QTest::addRow("private key %s", rule.data())
            << ErrorKind::InvalidPrivateKey << QString(rule);
    QTest::newRow("client ID swapped")
        << ErrorKind::InvalidClientId << QString(Credential::swapped);
    namespace Import = Tenant::ImportRule;
    for (const QLatin1StringView rule :
         {Import::empty, Import::tooLarge, Import::binary, Import::json, Import::quote,
          Import::noTokenRequest, Import::noTenant, Import::nothing})
        QTest::addRow("import %s", rule.data()) << ErrorKind::InvalidImport << QString(rule);
    namespace Problem = OAuth::TokenProblem;
    for (const QLatin1StringView problem :
         {Problem::expiredOnArrival, Problem::lifeTooShort, Problem::noCredentials,
          Problem::expired})
        QTest::addRow("no token: %s", problem.data()) << ErrorKind::NoToken << QString(problem);
    for (const QLatin1StringView problem :
         {Problem::character, Problem::type, Problem::expiredOnArrival})
        QTest::addRow("unusable: %s", problem.data())
            << ErrorKind::TokenUnusable << QString(problem);
    for (const QLatin1StringView problem : {Problem::missing, Problem::tooLong})
        QTest::addRow("malformed: %s", problem.data()) << ErrorKind::Malformed << QString(problem);
}

void TestSentence::wordsEveryRule()
{
    QFETCH(ErrorKind, kind);
    QFETCH(QString, rule);
    Error error = errorOf(kind);
    error.detail = rule;
    checkWhole(error, Doing::SigningIn);
    const Sentence sentence = Session::describe(error, Doing::SigningIn);
    QVERIFY2(
        !sentence.line().contains(u"cannot be used: "_s),
        qPrintable(sentence.line()));             // has words of its own
    if (rule != OAuth::TokenProblem::character) { // whose words are the fallback
        Error unknown = error;
        unknown.detail = u"a rule nobody knows"_s;
        QVERIFY(Session::describe(unknown, Doing::SigningIn) != sentence);
    }
}

void TestSentence::diagnoses_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<Doing>("doing");
    QTest::addColumn<QStringList>("says");
    QTest::addColumn<Remedy>("remedy");

    using enum ErrorKind;
    using enum Doing;
    const auto refused = [](int status, const QString &code, const QString &description) {
        return errorOf(TokenRefused, status, code, description);
    };
    QTest::newRow("wrong secret or client ID")
        << refused(401, u"access_denied"_s, u"Unauthorized"_s) << SigningIn
        << QStringList{u"client ID or client secret is wrong (401 access_denied)"_s, u"reported the same way"_s}
        << Remedy::EditClient;
    QTest::newRow("the documented form of it")
        << refused(401, u"invalid_client"_s, u"Client authentication failed"_s) << Renewing
        << QStringList{u"The token could not be renewed."_s, u"is wrong (401 invalid_client)"_s}
        << Remedy::EditClient;
    Error byKey = refused(401, u"invalid_client"_s, u"Client authentication failed"_s);
    byKey.detail = OAuth::TokenProblem::assertionRefused;
    QTest::newRow("what a private key signed")
        << byKey << SigningIn
        << QStringList{u"what the private key signed (401 invalid_client)"_s, u"registered"_s, u"algorithm"_s, u"client ID"_s, u"clock"_s}
        << Remedy::EditClient;
    QTest::newRow("audience of a custom domain")
        << refused(
               403, u"access_denied"_s,
               u"Service not enabled within domain: https://login.example.com/api/v2/"_s)
        << SigningIn
        << QStringList{u"knows no API with the audience https://login.example.com/api/v2/"_s, u"https://contoso.eu.auth0.com/api/v2/"_s}
        << Remedy::EditAudience;
    QTest::newRow("audience without its slash")
        << refused(403, u"access_denied"_s, u"Service not found: https://x.eu.auth0.com/api/v2"_s)
        << SigningIn << QStringList{u"slash at its end: https://x.eu.auth0.com/api/v2/"_s}
        << Remedy::EditAudience;
    QTest::newRow("no client grant")
        << refused(
               403, u"access_denied"_s,
               u"Client is not authorized to access \"https://T/api/v2/\". You need to create a \"client-grant\" "
               "associated to this API. See: https://auth0.com/docs/api/v2#!/Client_Grants/post_client_grants"_s)
        << SigningIn << QStringList{u"no client grant for the Management API"_s, u"authorize"_s}
        << Remedy::Retry;
    QTest::newRow("no client grant, newest words")
        << refused(
               403, u"access_denied"_s,
               u"Client \"x\" is not authorized to access resource server \"https://api\"."_s)
        << SigningIn << QStringList{u"no client grant for the API https://api"_s} << Remedy::Retry;
    QTest::newRow("grant type not allowed")
        << refused(
               403, u"unauthorized_client"_s,
               u"Grant type 'client_credentials' not allowed for the client."_s)
        << SigningIn << QStringList{u"may not use the client credentials grant"_s}
        << Remedy::EditClient;
    QTest::newRow("grant type not allowed, by its code")
        << refused(403, u"unauthorized_client"_s, {}) << SigningIn
        << QStringList{u"may not use the client credentials grant (403 unauthorized_client)"_s}
        << Remedy::EditClient;
    QTest::newRow("DPoP") << refused(400, u"use_dpop_nonce"_s, {}) << SigningIn
                          << QStringList{u"DPoP"_s} << Remedy::EditClient;
    QTest::newRow("no such grant") << refused(400, u"unsupported_grant_type"_s, {}) << SigningIn
                                   << QStringList{u"does not offer"_s} << Remedy::EditDomain;
    QTest::newRow("quota") << errorOf(
        RateLimited, 429, u"too_many_requests"_s, u"Client quota exceeded"_s)
                           << SigningIn << QStringList{u"quota"_s} << Remedy::None;
    Error quota = errorOf(RateLimited, 429, u"too_many_requests"_s, u"Client quota exceeded"_s);
    quota.detail = u"Auth0-Client-Quota-Limit: b=per_hour;q=10;r=0;t=3540"_s;
    QTest::newRow("quota of the application")
        << quota << SigningIn << QStringList{u"for this application is used up (429"_s}
        << Remedy::None;
    quota.description.clear();
    quota.detail = u"Auth0-Organization-Quota-Limit: b=per_hour;q=10;r=0;t=3540"_s;
    QTest::newRow("quota of the organization")
        << quota << SigningIn << QStringList{u"for this organization is used up (429"_s}
        << Remedy::None;
    quota.description =
        u"Too many requests. Check the X-RateLimit-Limit, X-RateLimit-Remaining and X-RateLimit-Reset headers."_s;
    QTest::newRow("another limit beside a quota that is not enforced")
        << quota << SigningIn << QStringList{u"limit of token requests is used up"_s}
        << Remedy::Retry;
    QTest::newRow("rate limit while loading")
        << errorOf(RateLimited, 429, u"too_many_requests"_s, u"Global limit has been reached"_s)
        << LoadingApplications << QStringList{u"wait"_s, u"429"_s, u"what has arrived stays"_s}
        << Remedy::Retry;
    QTest::newRow("plan") << errorOf(
        Forbidden, 403, u"insufficient_entitlement"_s, u"Please upgrade your subscription"_s)
                          << LoadingDetails << QStringList{u"subscription does not include"_s}
                          << Remedy::None;
    QTest::newRow("payment required")
        << errorOf(UnexpectedStatus, 402) << LoadingDetails
        << QStringList{u"subscription does not include"_s} << Remedy::None;
    QTest::newRow("another tenant's token")
        << errorOf(
               Unauthorized, 401, u"Unauthorized"_s,
               u"Invalid signature received for JSON Web Token validation"_s)
        << LoadingApplications << QStringList{u"another tenant"_s} << Remedy::EditAudience;
    QTest::newRow("another API's token")
        << errorOf(Unauthorized, 401, u"Unauthorized"_s, u"Bad audience: https://a"_s)
        << LoadingApplications << QStringList{u"another API"_s} << Remedy::EditAudience;
    QTest::newRow("not a tenant") << errorOf(NotFound, 404) << SigningIn
                                  << QStringList{u"may not be an Auth0 tenant"_s}
                                  << Remedy::EditDomain;
    QTest::newRow("application gone")
        << errorOf(NotFound, 404, u"inexistent_client"_s) << LoadingDetails
        << QStringList{u"no longer exists"_s} << Remedy::Reload;
    QTest::newRow("changed") << errorOf(ListChanged) << LoadingApplications
                             << QStringList{u"changed while"_s} << Remedy::Reload;
    Error scope = errorOf(MissingScope, 403, u"insufficient_scope"_s);
    scope.scopes = {u"read:clients"_s, u"read:client_summary"_s};
    QTest::newRow("missing scope")
        << scope << LoadingApplications
        << QStringList{u"Applications could not be loaded."_s, u"lacks read:clients or read:client_summary (403 insufficient_scope)"_s, u"Add the scope to the client grant, then get a new token."_s}
        << Remedy::CopyScope;
    Error redirected = errorOf(Redirected, 302);
    redirected.subject = u"login.example.com"_s;
    QTest::newRow("redirected") << redirected << SigningIn
                                << QStringList{u"Redirected to login.example.com, not followed."_s}
                                << Remedy::EditDomain;
    Error html = errorOf(NotJson, 200);
    html.subject = u"text/html"_s;
    QTest::newRow("captive portal")
        << html << LoadingApplications
        << QStringList{u"not an Auth0 answer (text/html)"_s, u"captive portal"_s} << Remedy::Retry;
}

void TestSentence::diagnoses()
{
    QFETCH(Error, error);
    QFETCH(Doing, doing);
    QFETCH(QStringList, says);
    const Sentence sentence = Session::describe(error, doing);
    for (const QString &words : says)
        QVERIFY2(sentence.line().contains(words), qPrintable(sentence.line()));
    QTEST(sentence.remedy, "remedy");
    checkWhole(error, doing);
}

void TestSentence::namesTheHost()
{
    Error error = errorOf(ErrorKind::HostNotFound);
    error.subject = u"contoso.eu.auth0.com"_s;
    const Sentence sentence = Session::describe(error, Doing::SigningIn);
    QCOMPARE(
        sentence.line(),
        u"contoso.eu.auth0.com was not found. The name does not resolve. Check the domain."_s);
    QCOMPARE(sentence.remedy, Remedy::EditDomain);
    QCOMPARE(
        Session::describe(error, Doing::Renewing).remedy,
        Remedy::Retry); // the domain was right once
}

void TestSentence::namesTheKeyFile()
{
    Error error = errorOf(ErrorKind::InvalidPrivateKey);
    error.subject = u"/keys/contoso.pem"_s;
    error.detail = u"No such file or directory"_s;
    const QString unreadable = Session::describe(error, Doing::SigningIn).line();
    QVERIFY2(
        unreadable.startsWith(
            u"The key file /keys/contoso.pem cannot be used. The reason: No such file or directory."_s),
        qPrintable(unreadable));
    error.detail = Jwt::KeyRule::encrypted;
    const QString encrypted = Session::describe(error, Doing::SigningIn).line();
    QVERIFY2(encrypted.contains(u"openssl pkey -in"_s), qPrintable(encrypted));
    QVERIFY(!Session::details(error).join(u' ').contains(u"Technical"_s));
}

void TestSentence::describesACertificate()
{
    Error error = errorOf(ErrorKind::CertificateRejected);
    error.subject = u"contoso.eu.auth0.com"_s;
    error.certificate = Base::CertificateFacts{};
    error.certificate->issuer = u"Corp Inspection"_s;
    error.certificate->problems = {u"The certificate is self-signed, and untrusted"_s};
    error.certificate->sha256 = u"ab12"_s;
    const QString line = Session::describe(error, Doing::SigningIn).line();
    QVERIFY2(
        line.contains(u"self-signed, and untrusted; issuer Corp Inspection"_s), qPrintable(line));
    QVERIFY(line.contains(u"Nothing was sent."_s));
    QVERIFY(line.contains(u"--ca-file"_s));
    QVERIFY(Session::details(error).contains(u"SHA-256: ab12"_s));
}

void TestSentence::tenantWordsAreNeutralised()
{
    Error error = errorOf(
        ErrorKind::TokenRefused, 403, u"a\nb"_s,
        QString(u"line\n\u202etxt\x1b[2J " + QString(5'000, u'x')));
    error.subject = u"host\u202e.example\r\n"_s;
    const Sentence sentence = Session::describe(error, Doing::SigningIn);
    for (const QString &text :
         {sentence.line(), sentence.tenantWords, Session::details(error).join(u' ')}) {
        for (const char16_t evil : {u'\n', u'\r', u'\x1b', u'\u202e'})
            QVERIFY(!text.contains(QChar(evil)));
    }
    QVERIFY(sentence.tenantWords.size() < 600);
}

void TestSentence::detailsNameTheFacts()
{
    Error error = errorOf(ErrorKind::TokenRefused, 403, u"unauthorized_client"_s, u"Not allowed"_s);
    error.uri = u"https://auth0.com/docs/clients/client-grant-types"_s;
    error.requestId = u"abc123"_s;
    error.attempts = 3;
    const QString lines = Session::details(error).join(u'\n');
    for (const QString &fact :
         {u"Status: 403"_s, u"error: unauthorized_client"_s, u"error_description: Not allowed"_s,
          u"error_uri: https://auth0.com/docs/clients/client-grant-types"_s,
          u"Request ID: abc123"_s, u"Attempts: 3"_s})
        QVERIFY2(lines.contains(fact), qPrintable(lines));
    QVERIFY(Session::details(errorOf(ErrorKind::ListChanged)).isEmpty());
}

void TestSentence::detailsHoldNoSecret()
{
    const QString token =
        u"eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2V4YW1wbGUifQ.MARKERMARKERMARKERMARKER"_s;
    Error error = errorOf(
        ErrorKind::Unauthorized, 401, u"Unauthorized"_s, QString(u"Token " + token + u" is bad"));
    error.detail = token;
    error.subject = token;
    for (const Doing doing : allDoings) {
        const Sentence sentence = Session::describe(error, doing);
        QVERIFY(!QString(sentence.line() + sentence.tenantWords).contains(u"MARKER"_s));
    }
    QVERIFY(!Session::details(error).join(u' ').contains(u"MARKER"_s));
}

void TestSentence::wordsHintsAndNotes()
{
    QStringList all;
    for (int hint = 0; hint <= int(Tenant::Hint::PunycodeDomain); ++hint)
        all.append(Session::describe(Tenant::Hint(hint)));
    for (int note = 0; note <= int(Tenant::Domain::Note::Punycode); ++note)
        all.append(Session::describe(Tenant::Domain::Note(note)));
    for (const QString &text : std::as_const(all))
        QVERIFY2(isWhole(text), qPrintable(text));
    QCOMPARE(all.removeDuplicates(), 0);
}

QTEST_GUILESS_MAIN(TestSentence)
#include "tst_sentence.moc"
