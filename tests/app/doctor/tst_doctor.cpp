// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/doctor/doctor.h"

#include "tests/support/keypair.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedtenant.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Doctor::Step;
using Test::ScriptedAnswer;
using Test::ScriptedTenant;
using Test::SeenRequest;
using Outcome = Step::Outcome;

namespace {

const QString discoveryPath = u"/.well-known/openid-configuration"_s;

ScriptedAnswer oauthError(int status, const QString &code, const QString &description)
{
    return ScriptedTenant::json(
        QJsonObject{{u"error"_s, code}, {u"error_description"_s, description}}, status);
}

/// A tenant that is well, and a doctor to look at it.
class Surgery final
{
public:
    Surgery()
    {
        patient.checked.credentials = tenant.credentials();
        tenant.script = [this](const SeenRequest &request) { return answer(request); };
    }

    void useKey()
    {
        patient.checked.credentials.clientSecret.clear();
        patient.checked.credentials.privateKey = Tenant::PrivateKey{
            .pem = Base::Secret(QByteArrayView(Test::privateKeyPem)),
            .file = u"/keys/contoso.pem"_s};
    }

    /// What one path answers instead.
    void spoil(const QString &path, const ScriptedAnswer &answer) { m_spoilt.insert(path, answer); }

    [[nodiscard]] bool examine()
    {
        m_doctor = std::make_unique<Doctor::Doctor>(clock, random, patient);
        QSignalSpy finished(m_doctor.get(), &Doctor::Doctor::finished);
        m_doctor->start();
        return QTest::qWaitFor([&finished] { return finished.count() == 1; });
    }
    [[nodiscard]] QString outcomes() const
    {
        QStringList words;
        for (const Step &step : m_doctor->steps())
            words.append(step.name + u' ' + nameOf(step.outcome));
        return words.join(u", "_s);
    }
    [[nodiscard]] Step last() const { return m_doctor->steps().constLast(); }
    [[nodiscard]] Step step(const QString &name) const
    {
        for (const Step &step : m_doctor->steps()) {
            if (step.name == name)
                return step;
        }
        return {};
    }

    Test::ManualClock clock;
    Test::FixedRandom random;
    ScriptedTenant tenant;
    Doctor::Patient patient;
    QString issuer = tenant.domain().text() + u'/';

private:
    std::optional<ScriptedAnswer> answer(const SeenRequest &request)
    {
        if (m_spoilt.contains(request.path))
            return m_spoilt.value(request.path);
        if (request.path == discoveryPath)
            return ScriptedTenant::json(QJsonObject{{u"issuer"_s, issuer}});
        return std::nullopt;
    }

    QHash<QString, ScriptedAnswer> m_spoilt;
    std::unique_ptr<Doctor::Doctor> m_doctor;
};

} // namespace

class TestDoctor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void findsNothing();
    void tellsHints();
    void namesWhatTheTokenEndpointSays_data();
    void namesWhatTheTokenEndpointSays();
    void signsWithAKey();
    void saysWhyAKeyMayBeRefused();
    void doubtsTheHost_data();
    void doubtsTheHost();
    void stopsWhereNobodyAnswers();
    void stopsWhereTheNameIsUnknown();
    void seesTheClockIsWrong();
    void missesAScope();
    void asksForNoListOfAnotherApi();
    void tellsWhyTheListIsRefused();
    void sendsNoSecretButToTheTokenEndpoint();
    void maySeeNoEnd();
};

void TestDoctor::findsNothing()
{
    Surgery surgery;
    QVERIFY(surgery.examine());
    // A scripted tenant sends no Date.
    QCOMPARE(
        surgery.outcomes(),
        u"input ok, dns ok, discovery ok, clock warn, token ok, scopes ok, applications ok"_s);
    QCOMPARE(surgery.step(u"clock"_s).code, u"no-date"_s);
    for (const QString &name : {u"input"_s, u"dns"_s, u"token"_s, u"applications"_s}) {
        QCOMPARE(surgery.step(name).code, u"ok"_s);
        QVERIFY(!surgery.step(name).what.isEmpty());
    }
}

void TestDoctor::tellsHints()
{
    Surgery surgery;
    surgery.patient.checked.hints = {
        Tenant::Hint::AudienceWithoutSlash, Tenant::Hint::SecretQuoted};
    QVERIFY(surgery.examine());
    QVERIFY2(
        surgery.outcomes().startsWith(u"input warn, input warn, dns ok"_s),
        qPrintable(surgery.outcomes()));
    QCOMPARE(surgery.step(u"input"_s).code, u"audience-without-slash"_s);
}

void TestDoctor::namesWhatTheTokenEndpointSays_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("description");
    QTest::addColumn<QString>("words"); // of the diagnosis
    const auto row = [](const char *name, int status, const char *code, const QString &description,
                        const QString &words) {
        QTest::newRow(name) << status << QString::fromLatin1(code) << description << words;
    };
    row("wrong secret", 401, "access_denied", u"Unauthorized"_s, u"client ID or client secret"_s);
    row("wrong secret, documented", 401, "invalid_client", u"Client authentication failed"_s,
        u"client ID or client secret"_s);
    row("unknown audience", 403, "access_denied",
        u"Service not enabled within domain: https://login.example.com/api/v2/"_s, u"audience"_s);
    row("unknown audience, older", 403, "access_denied",
        u"Service not found: https://x.eu.auth0.com/api/v2"_s, u"audience"_s);
    row("no client grant", 403, "access_denied",
        u"Client is not authorized to access \"https://x.auth0.com/api/v2/\". You need to create a "
        u"\"client-grant\" associated to this API."_s,
        u"no client grant"_s);
    row("grant type", 403, "unauthorized_client",
        u"Grant type 'client_credentials' not allowed for the client."_s, u"Client Credentials"_s);
}

void TestDoctor::namesWhatTheTokenEndpointSays()
{
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QFETCH(const QString, description);
    QFETCH(const QString, words);
    Surgery surgery;
    surgery.spoil(ScriptedTenant::tokenPath(), oauthError(status, code, description));
    QVERIFY(surgery.examine());
    const Step step = surgery.last();
    QCOMPARE(step.name, u"token"_s);
    QCOMPARE(step.outcome, Outcome::Fail);
    QCOMPARE(step.code, code);
    QCOMPARE(step.cause, std::optional(Base::ErrorKind::TokenRefused));
    const QString all = step.what + step.why + step.fix;
    QVERIFY2(all.contains(words, Qt::CaseInsensitive), qPrintable(all));
    QVERIFY2(step.why.contains(u"The tenant says: "_s), qPrintable(step.why));
    QCOMPARE(surgery.tenant.pagesAsked(), 0);
}

void TestDoctor::signsWithAKey()
{
    Surgery surgery;
    surgery.useKey();
    QVERIFY(surgery.examine());
    QCOMPARE(
        surgery.outcomes(),
        u"input ok, key ok, dns ok, discovery ok, clock warn, token ok, scopes ok, applications ok"_s);
    QVERIFY(surgery.step(u"key"_s).what.contains(u"/keys/contoso.pem, by RS256"_s));
}

void TestDoctor::saysWhyAKeyMayBeRefused()
{
    Surgery surgery;
    surgery.useKey();
    surgery.spoil(
        u"/oauth/token"_s, oauthError(401, u"invalid_client"_s, u"Client authentication failed"_s));
    QVERIFY(surgery.examine());
    QCOMPARE(surgery.last().outcome, Outcome::Fail);
    QCOMPARE(surgery.last().code, u"invalid_client"_s);
    QVERIFY2(
        surgery.last().why.contains(u"private key"_s) && surgery.last().why.contains(u"clock"_s),
        qPrintable(surgery.last().why));
}

void TestDoctor::doubtsTheHost_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<QString>("code");
    QTest::newRow("not found") << ScriptedTenant::apiError(404, {}, u"Not Found"_s)
                               << u"not-found"_s;
    QTest::newRow("a page") << ScriptedAnswer{
        .status = 200,
        .body = "<html>",
        .headers = {},
        .contentType =
            "text/html"} << u"not-json"_s;
    QTest::newRow("no issuer") << ScriptedTenant::json(QJsonObject{}) << u"no-issuer"_s;
    QTest::newRow("another issuer")
        << ScriptedTenant::json(QJsonObject{{u"issuer"_s, u"https://contoso.eu.auth0.com/"_s}})
        << u"another-issuer"_s;
    QTest::newRow("issuer is no URL")
        << ScriptedTenant::json(QJsonObject{{u"issuer"_s, u"http://[::"_s}}) << u"no-issuer"_s;
}

void TestDoctor::doubtsTheHost()
{
    QFETCH(const ScriptedAnswer, answer);
    QFETCH(const QString, code);
    Surgery surgery;
    surgery.spoil(discoveryPath, answer);
    surgery.patient.policy.management.attempts = 1;
    QVERIFY(surgery.examine());
    QCOMPARE(surgery.step(u"discovery"_s).outcome, Outcome::Warn);
    QCOMPARE(surgery.step(u"discovery"_s).code, code);
    QCOMPARE(surgery.last().name, u"applications"_s); // a token may be had all the same
}

void TestDoctor::stopsWhereNobodyAnswers()
{
    Surgery surgery;
    surgery.patient.checked.credentials.domain = Tenant::Domain::parse(u"http://127.0.0.1:9"_s)
                                                     ->domain;
    surgery.patient.policy.management.attempts = 1;
    QVERIFY(surgery.examine());
    QCOMPARE(surgery.last().name, u"discovery"_s);
    QCOMPARE(surgery.last().outcome, Outcome::Fail);
    QCOMPARE(surgery.last().code, u"connection-failed"_s);
}

void TestDoctor::stopsWhereTheNameIsUnknown()
{
    Surgery surgery;
    surgery.patient.checked.credentials.domain = Tenant::Domain::parse(u"nobody.invalid"_s)->domain;
    QVERIFY(surgery.examine());
    QCOMPARE(surgery.outcomes(), u"input ok, dns fail"_s);
    QCOMPARE(surgery.last().code, u"host-not-found"_s);
}

void TestDoctor::seesTheClockIsWrong()
{
    Surgery surgery;
    const QDateTime theirs = surgery.clock.wallNow().addSecs(-3'600);
    ScriptedAnswer answer = ScriptedTenant::json(QJsonObject{{u"issuer"_s, surgery.issuer}});
    answer.headers = {
        {"Date", QLocale::c().toString(theirs, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1()}};
    surgery.spoil(discoveryPath, answer);
    QVERIFY(surgery.examine());
    QCOMPARE(surgery.step(u"clock"_s).code, u"clock-skew"_s);
    QVERIFY2(
        surgery.step(u"clock"_s).what.contains(u"3600"_s),
        qPrintable(surgery.step(u"clock"_s).what));
}

void TestDoctor::missesAScope()
{
    Surgery surgery;
    surgery.tenant.tokenScope = "read:users";
    surgery.spoil(
        ScriptedTenant::clientsPath(),
        ScriptedTenant::apiError(
            403, u"insufficient_scope"_s, u"Insufficient scope, expected any of: read:clients"_s));
    QVERIFY(surgery.examine());
    QCOMPARE(surgery.step(u"scopes"_s).code, u"missing-scope"_s);
    QVERIFY(surgery.step(u"scopes"_s).fix.contains(u"Dashboard"_s));
    // The connection is as good as its grant lets it be.
    QCOMPARE(surgery.last().outcome, Outcome::Warn);
    QCOMPARE(surgery.last().cause, std::nullopt);
}

void TestDoctor::asksForNoListOfAnotherApi()
{
    Surgery surgery;
    surgery.patient.checked.credentials.audience = u"https://api.example.com"_s;
    QVERIFY(surgery.examine());
    QCOMPARE(surgery.last().code, u"not-management-audience"_s);
    QCOMPARE(surgery.tenant.pagesAsked(), 0);
}

void TestDoctor::tellsWhyTheListIsRefused()
{
    Surgery surgery;
    surgery.spoil(
        ScriptedTenant::clientsPath(),
        ScriptedTenant::apiError(
            403, u"insufficient_entitlement"_s, u"Please upgrade your subscription"_s));
    QVERIFY(surgery.examine());
    QCOMPARE(surgery.last().name, u"applications"_s);
    QCOMPARE(surgery.last().outcome, Outcome::Fail);
    QCOMPARE(surgery.last().code, u"insufficient_entitlement"_s);
    QCOMPARE(surgery.last().cause, std::optional(Base::ErrorKind::Forbidden));
}

void TestDoctor::sendsNoSecretButToTheTokenEndpoint()
{
    Surgery surgery;
    QVERIFY(surgery.examine());
    for (const SeenRequest &request : surgery.tenant.requests()) {
        const bool isToken = request.path == ScriptedTenant::tokenPath();
        QCOMPARE(request.body.contains("client_secret"), isToken);
        QCOMPARE(request.bearer.isEmpty(), request.path != ScriptedTenant::clientsPath());
    }
}

void TestDoctor::maySeeNoEnd()
{
    Surgery surgery;
    surgery.tenant.holds = [](const SeenRequest &) { return true; };
    auto doctor = std::make_unique<Doctor::Doctor>(surgery.clock, surgery.random, surgery.patient);
    doctor->start();
    QTRY_COMPARE(surgery.tenant.held(), 1);
    doctor.reset(); // in the middle of a request
    QTRY_COMPARE(surgery.tenant.held(), 0);
}

Q_DECLARE_METATYPE(ScriptedAnswer)

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
