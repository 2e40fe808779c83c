// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/applicationstore.h"
#include "app/applications/finding.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Applications;
using Tenant::Environment;

namespace {

struct Row
{
    const char *rule;
    const char *json;      ///< with ' in the place of "
    QStringList offenders; ///< empty: the rule does not apply
};

/// Of each rule at least one application that it is about, and two that it is not.
QList<Row> rows()
{
    return {
        // clang-format off
    {"callback-script", "{'callbacks':['https://a.example/cb','javascript:x']}", {u"javascript:x"_s}},
    {"callback-script", "{'callbacks':['https://a.example/javascript:x']}", {}},
    {"callback-script", "{'callbacks':'javascript:x'}", {}},
    {"callback-shared-wildcard", "{'callbacks':['https://*.vercel.app/cb']}", {u"https://*.vercel.app/cb"_s}},
    {"callback-shared-wildcard", "{'callbacks':['https://*.shop.vercel.app/cb']}", {}},
    {"callback-shared-wildcard", "{'callbacks':['https://shop.vercel.app/cb']}", {}},
    {"callback-http", "{'callbacks':['http://a.example/cb','https://a.example/cb','http://b.example/']}", {u"http://a.example/cb"_s, u"http://b.example/"_s}},
    {"callback-http", "{'callbacks':['http://a.example/cb','http://a.example/cb']}", {u"http://a.example/cb"_s}},
    {"callback-http", "{'callbacks':['http://localhost:3000/cb']}", {}},
    {"callback-http", "{'callbacks':[null,12,{'u':'http://a.example'},['http://a.example']]}", {}},
    {"callback-http", "{'callbacks':null}", {}},
    {"callback-http", "{'allowed_logout_urls':['http://a.example/']}", {}},
    {"callback-wildcard", "{'callbacks':['https://*.a.example/cb']}", {u"https://*.a.example/cb"_s}},
    {"callback-wildcard", "{'callbacks':['https://*.vercel.app/cb']}", {}},
    {"callback-wildcard", "{'callbacks':['https://{organization_name}.a.example/cb']}", {}},
    {"callback-localhost", "{'callbacks':['http://localhost:3000/cb']}", {u"http://localhost:3000/cb"_s}},
    {"callback-localhost", "{'app_type':'spa','callbacks':['http://127.0.0.1/']}", {u"http://127.0.0.1/"_s}},
    {"callback-localhost", "{'app_type':'native','callbacks':['http://127.0.0.1:8765/cb']}", {}},
    {"callback-localhost", "{'callbacks':['https://localhost.a.example/cb']}", {}},
    {"callback-prompt-skipped", "{'skip_non_verifiable_callback_uri_confirmation_prompt':true,'callbacks':['com.a://cb','https://a.example/']}", {u"com.a://cb"_s}},
    {"callback-prompt-skipped", "{'skip_non_verifiable_callback_uri_confirmation_prompt':true,'callbacks':['https://a.example/']}", {}},
    {"callback-prompt-skipped", "{'skip_non_verifiable_callback_uri_confirmation_prompt':'true','callbacks':['com.a://cb']}", {}},
    {"callback-prompt-skipped", "{'callbacks':['com.a://cb']}", {}},
    {"callback-malformed", "{'callbacks':['localhost:3030/logout','https://https://a.example/']}", {u"localhost:3030/logout"_s, u"https://https://a.example/"_s}},
    {"callback-malformed", "{'callbacks':['com.example.app://cb','https://a.example']}", {}},
    {"callback-malformed", "{'callbacks':[]}", {}},
    {"callback-fragment", "{'callbacks':['https://a.example/#/cb']}", {u"https://a.example/#/cb"_s}},
    {"callback-fragment", "{'callbacks':['https://a.example/%23/cb']}", {}},
    {"callback-fragment", "{'web_origins':['https://a.example/#/cb']}", {}},
    {"callback-custom-scheme", "{'app_type':'regular_web','callbacks':['com.a://cb']}", {u"com.a://cb"_s}},
    {"callback-custom-scheme", "{'app_type':'native','callbacks':['com.a://cb']}", {}},
    {"callback-custom-scheme", "{'callbacks':['com.a://cb']}", {}},
    {"callback-short-scheme", "{'app_type':'native','callbacks':['shop://cb','com.a://cb']}", {u"shop://cb"_s}},
    {"callback-short-scheme", "{'app_type':'native','callbacks':['com.a://cb']}", {}},
    {"callback-short-scheme", "{'app_type':['native'],'callbacks':['shop://cb']}", {}},

    {"logout-script", "{'allowed_logout_urls':['data:text/html,x']}", {u"data:text/html,x"_s}},
    {"logout-script", "{'allowed_logout_urls':['https://a.example/data:text']}", {}},
    {"logout-script", "{'callbacks':['data:text/html,x']}", {}},
    {"logout-http", "{'allowed_logout_urls':['http://a.example/']}", {u"http://a.example/"_s}},
    {"logout-http", "{'allowed_logout_urls':['http://localhost/']}", {}},
    {"logout-http", "{'allowed_logout_urls':['https://a.example/']}", {}},
    {"logout-wildcard", "{'allowed_logout_urls':['https://*.a.example/','https://*.vercel.app']}", {u"https://*.a.example/"_s, u"https://*.vercel.app"_s}},
    {"logout-wildcard", "{'allowed_logout_urls':['https://a.example/']}", {}},
    {"logout-wildcard", "{'allowed_logout_urls':{'a':'*'}}", {}},
    {"logout-localhost", "{'allowed_logout_urls':['http://localhost:4200']}", {u"http://localhost:4200"_s}},
    {"logout-localhost", "{'app_type':'native','allowed_logout_urls':['http://localhost:4200']}", {}},
    {"logout-localhost", "{'callbacks':['http://localhost:4200']}", {}},
    {"logout-malformed", "{'allowed_logout_urls':['a.example']}", {u"a.example"_s}},
    {"logout-malformed", "{'allowed_logout_urls':['https://a.example']}", {}},
    {"logout-malformed", "{'allowed_logout_urls':null}", {}},

    {"origin-shared-wildcard", "{'web_origins':['https://*.netlify.app']}", {u"https://*.netlify.app"_s}},
    {"origin-shared-wildcard", "{'allowed_origins':['*']}", {u"*"_s}},
    {"origin-shared-wildcard", "{'allowed_origins':['https://*.a.example']}", {}},
    {"origin-shared-wildcard", "{'callbacks':['https://*.netlify.app']}", {}},
    {"origin-http", "{'web_origins':['http://a.example'],'allowed_origins':['http://b.example','http://a.example']}", {u"http://a.example"_s, u"http://b.example"_s}},
    {"origin-http", "{'web_origins':['https://a.example']}", {}},
    {"origin-http", "{'web_origins':['http://localhost:3000']}", {}},
    {"origin-wildcard", "{'web_origins':['https://*.a.example']}", {u"https://*.a.example"_s}},
    {"origin-wildcard", "{'web_origins':['https://a.example']}", {}},
    {"origin-wildcard", "{'web_origins':[42]}", {}},
    {"origin-localhost", "{'web_origins':['http://localhost:3000']}", {u"http://localhost:3000"_s}},
    {"origin-localhost", "{'app_type':'native','web_origins':['http://localhost:3000']}", {}},
    {"origin-localhost", "{'app_type':'spa','allowed_origins':['capacitor://localhost']}", {}},
    {"origin-malformed", "{'allowed_origins':['a.example']}", {u"a.example"_s}},
    {"origin-malformed", "{'allowed_origins':['https://a.example/']}", {}},
    {"origin-malformed", "{'allowed_origins':['ionic://localhost']}", {}},
    {"origin-malformed", "{'web_origins':['file:///etc/passwd']}", {u"file:///etc/passwd"_s}},
    {"logout-malformed", "{'allowed_logout_urls':['file:///etc/passwd']}", {u"file:///etc/passwd"_s}},
    {"callback-malformed", "{'callbacks':['file:///etc/passwd']}", {u"file:///etc/passwd"_s}},
    {"origin-custom-scheme", "{'app_type':'spa','web_origins':['myapp://cb'],'allowed_origins':['https://a.example','capacitor://localhost']}", {u"myapp://cb"_s, u"capacitor://localhost"_s}},
    {"origin-custom-scheme", "{'app_type':'native','web_origins':['capacitor://localhost']}", {}},
    {"origin-custom-scheme", "{'allowed_origins':['file://*']}", {}},
    {"origin-path", "{'allowed_origins':['https://a.example/app']}", {u"https://a.example/app"_s}},
    {"origin-path", "{'allowed_origins':['https://a.example/']}", {}},
    {"origin-path", "{'callbacks':['https://a.example/app']}", {}},

    {"grant-password", "{'grant_types':['password','authorization_code','http://auth0.com/oauth/grant-type/password-realm']}", {u"password"_s, u"http://auth0.com/oauth/grant-type/password-realm"_s}},
    {"grant-password", "{'grant_types':['http://auth0.com/oauth/grant-type/passwordless/otp']}", {}},
    {"grant-password", "{'grant_types':'password'}", {}},
    {"grant-implicit", "{'app_type':'regular_web','grant_types':['implicit']}", {u"implicit"_s}},
    {"grant-implicit", "{'app_type':'non_interactive','grant_types':['implicit']}", {u"implicit"_s}},
    {"grant-implicit", "{'app_type':'non_interactive','grant_types':['client_credentials']}", {}},
    {"grant-implicit", "{'grant_types':['Implicit',null]}", {}},
    {"grant-legacy", "{'grant_types':['http://auth0.com/oauth/legacy/grant-type/ro']}", {u"http://auth0.com/oauth/legacy/grant-type/ro"_s}},
    {"grant-legacy", "{'grant_types':['http://auth0.com/oauth/grant-type/mfa-otp']}", {}},
    {"grant-legacy", "{'grant_types':[]}", {}},
    {"grant-public-credentials", "{'app_type':'spa','grant_types':['client_credentials']}", {u"client_credentials"_s}},
    {"grant-public-credentials", "{'token_endpoint_auth_method':'none','grant_types':['client_credentials']}", {u"client_credentials"_s}},
    {"grant-public-credentials", "{'app_type':'regular_web','grant_types':['client_credentials']}", {}},
    {"grant-public-credentials", "{'app_type':'native','grant_types':['authorization_code']}", {}},
    {"grant-device", "{'app_type':'spa','grant_types':['urn:ietf:params:oauth:grant-type:device_code']}", {u"urn:ietf:params:oauth:grant-type:device_code"_s}},
    {"grant-device", "{'app_type':'native','grant_types':['urn:ietf:params:oauth:grant-type:device_code']}", {}},
    {"grant-device", "{'grant_types':['urn:ietf:params:oauth:grant-type:device_code']}", {}},
    {"grant-machine-users", "{'app_type':'non_interactive','grant_types':['client_credentials','authorization_code','refresh_token']}", {u"authorization_code"_s, u"refresh_token"_s}},
    {"grant-machine-users", "{'app_type':'non_interactive','grant_types':['client_credentials']}", {}},
    {"grant-machine-users", "{'app_type':'regular_web','grant_types':['authorization_code']}", {}},

    {"token-hs256", "{'jwt_configuration':{'alg':'HS256'}}", {u"jwt_configuration.alg: HS256"_s}},
    {"token-hs256", "{'jwt_configuration':{'lifetime_in_seconds':36000}}", {u"jwt_configuration.alg: not set"_s}},
    {"token-hs256", "{'jwt_configuration':{'alg':'RS256'}}", {}},
    {"token-hs256", "{'jwt_configuration':{'alg':256}}", {}},
    {"token-hs256", "{'jwt_configuration':null}", {}},
    {"token-hs256", "{'jwt_configuration':{}}", {}},
    {"token-hs256", "{}", {}},
    {"refresh-endless", "{'grant_types':['refresh_token'],'refresh_token':{'rotation_type':'non-rotating','expiration_type':'non-expiring'}}", {u"refresh_token.rotation_type: non-rotating"_s, u"refresh_token.expiration_type: non-expiring"_s}},
    {"refresh-endless", "{'grant_types':['refresh_token'],'refresh_token':{'rotation_type':'non-rotating','expiration_type':'expiring','infinite_token_lifetime':true,'infinite_idle_token_lifetime':true}}", {u"refresh_token.rotation_type: non-rotating"_s, u"refresh_token.infinite_token_lifetime: true"_s, u"refresh_token.infinite_idle_token_lifetime: true"_s}},
    {"refresh-endless", "{'grant_types':['refresh_token'],'refresh_token':{'rotation_type':'non-rotating','expiration_type':'expiring','infinite_token_lifetime':false,'infinite_idle_token_lifetime':true}}", {}},
    {"refresh-endless", "{'grant_types':['refresh_token'],'refresh_token':{'rotation_type':'rotating','expiration_type':'expiring'}}", {}},
    {"refresh-endless", "{'grant_types':['authorization_code'],'refresh_token':{'rotation_type':'non-rotating','expiration_type':'non-expiring'}}", {}},
    {"refresh-endless", "{'refresh_token':{'rotation_type':'non-rotating','expiration_type':'non-expiring'}}", {}},
    {"refresh-endless", "{'grant_types':['refresh_token'],'refresh_token':null}", {}},
    {"refresh-unbound", "{'app_type':'spa','grant_types':['refresh_token'],'refresh_token':{'rotation_type':'non-rotating','expiration_type':'expiring'}}", {u"refresh_token.rotation_type: non-rotating"_s}},
    {"refresh-unbound", "{'app_type':'spa','require_proof_of_possession':true,'grant_types':['refresh_token'],'refresh_token':{'rotation_type':'non-rotating'}}", {}},
    {"refresh-unbound", "{'app_type':'regular_web','grant_types':['refresh_token'],'refresh_token':{'rotation_type':'non-rotating'}}", {}},
    {"refresh-unbound", "{'app_type':'spa','grant_types':['refresh_token'],'refresh_token':{'rotation_type':['non-rotating']}}", {}},
    {"token-long-life", "{'jwt_configuration':{'alg':'RS256','lifetime_in_seconds':86401}}", {u"jwt_configuration.lifetime_in_seconds: 86401"_s}},
    {"token-long-life", "{'jwt_configuration':{'alg':'RS256','lifetime_in_seconds':86400}}", {}},
    {"token-long-life", "{'jwt_configuration':{'alg':'RS256','lifetime_in_seconds':'999999'}}", {}},

    {"client-cross-origin", "{'cross_origin_authentication':true}", {u"cross_origin_authentication: true"_s}},
    {"client-cross-origin", "{'cross_origin_auth':true}", {u"cross_origin_auth: true"_s}},
    {"client-cross-origin", "{'cross_origin_authentication':false,'cross_origin_auth':true}", {}},
    {"client-cross-origin", "{'cross_origin_authentication':1}", {}},
    {"client-no-authentication", "{'app_type':'regular_web','token_endpoint_auth_method':'none'}", {u"token_endpoint_auth_method: none"_s}},
    {"client-no-authentication", "{'app_type':'spa','token_endpoint_auth_method':'none'}", {}},
    {"client-no-authentication", "{'app_type':'regular_web','token_endpoint_auth_method':null}", {}},
    {"client-secret-public", "{'app_type':'spa','token_endpoint_auth_method':'client_secret_post'}", {u"token_endpoint_auth_method: client_secret_post"_s}},
    {"client-secret-public", "{'app_type':'spa','token_endpoint_auth_method':'none'}", {}},
    {"client-secret-public", "{'app_type':'regular_web','token_endpoint_auth_method':'client_secret_basic'}", {}},
    {"client-secret-unneeded", "{'app_type':'native','client_secret':'hidden-marker'}", {u"client_secret"_s}},
    {"client-secret-unneeded", "{'app_type':'native'}", {}},
    {"client-secret-unneeded", "{'app_type':'regular_web','client_secret':'hidden-marker'}", {}},
    {"client-secret-unneeded", "{'app_type':'native','client_secret':''}", {}},
    {"client-ip-header", "{'is_token_endpoint_ip_header_trusted':true}", {u"is_token_endpoint_ip_header_trusted: true"_s}},
    {"client-ip-header", "{'is_token_endpoint_ip_header_trusted':false}", {}},
    {"client-ip-header", "{'is_token_endpoint_ip_header_trusted':'yes'}", {}},
    {"client-permissive", "{'is_first_party':false,'third_party_security_mode':'permissive'}", {u"third_party_security_mode: permissive"_s}},
    {"client-permissive", "{'is_first_party':false,'third_party_security_mode':'strict'}", {}},
    {"client-permissive", "{'is_first_party':true,'third_party_security_mode':'permissive'}", {}},
    {"client-permissive", "{'third_party_security_mode':'permissive'}", {}},
    {"client-fapi-par", "{'compliance_level':'fapi1_adv_pkj_par','require_pushed_authorization_requests':false}", {u"require_pushed_authorization_requests: false"_s}},
    {"client-fapi-par", "{'compliance_level':'fapi1_adv_pkj_par'}", {}},
    {"client-fapi-par", "{'compliance_level':'none','require_pushed_authorization_requests':false}", {}},
    {"client-fapi-binding", "{'compliance_level':'fapi2_sp_pkj_mtls','require_proof_of_possession':false}", {u"require_proof_of_possession: false"_s}},
    {"client-fapi-binding", "{'compliance_level':'fapi1_adv_pkj_par','require_proof_of_possession':false}", {}},
    {"client-fapi-binding", "{'compliance_level':'fapi2_sp_pkj_mtls'}", {}},
    {"client-third-party-par", "{'is_first_party':false,'grant_types':['authorization_code'],'require_pushed_authorization_requests':false}", {u"require_pushed_authorization_requests: false"_s}},
    {"client-third-party-par", "{'is_first_party':true,'grant_types':['authorization_code'],'require_pushed_authorization_requests':false}", {}},
    {"client-third-party-par", "{'is_first_party':false,'app_type':'spa','grant_types':['authorization_code'],'require_pushed_authorization_requests':false}", {}},
    {"client-third-party-par", "{'is_first_party':false,'grant_types':['authorization_code']}", {}},

    {"legacy-oidc", "{'oidc_conformant':false}", {u"oidc_conformant: false"_s}},
    {"legacy-oidc", "{'oidc_conformant':true}", {}},
    {"legacy-oidc", "{'oidc_conformant':0}", {}},
    {"legacy-addons", "{'addons':{'aws':{'principal':'hidden-marker'},'samlp':{},'firebase':{}}}", {u"addons.aws"_s, u"addons.firebase"_s}},
    {"legacy-addons", "{'addons':{'samlp':{},'wsfed':{}}}", {}},
    {"legacy-addons", "{'addons':{'aws':null}}", {}},
    {"legacy-addons", "{'addons':{}}", {}},
    {"legacy-delegation", "{'allowed_clients':['otherclient']}", {u"otherclient"_s}},
    {"legacy-delegation", "{'allowed_clients':[]}", {}},
    {"legacy-delegation", "{'allowed_clients':null}", {}},
    {"legacy-sso", "{'sso':true}", {u"sso: true"_s}},
    {"legacy-sso", "{'sso':false}", {}},
    {"legacy-sso", "{'sso':'true'}", {}},
        // clang-format on
    };
}

/// \a json has ' in the place of ".
Management::Application applicationOf(QByteArray json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.replace('\'', '"'));
    if (!document.isObject())
        qWarning("no object: %s", json.constData());
    return Management::Application(document.object());
}

size_t numberOf(QStringView id)
{
    return size_t(findRule(id) - rules().data());
}

/// Of each member that a rule looks at, and of those around it, a value that no rule expects.
const QByteArray hostile =
    "{'app_type':{'a':1},'callbacks':{'0':'http://a'},'allowed_logout_urls':true,"
    "'web_origins':'*','allowed_origins':[[['*']],{},null,1e308,false],'grant_types':[['password'],{'implicit':1}],"
    "'jwt_configuration':['HS256'],'refresh_token':'non-rotating','cross_origin_authentication':'true',"
    "'cross_origin_auth':[],'oidc_conformant':'false','sso':1,'addons':['aws'],'allowed_clients':{'a':'b'},"
    "'token_endpoint_auth_method':['none'],'client_secret':{'a':'b'},'is_token_endpoint_ip_header_trusted':{},"
    "'is_first_party':'false','third_party_security_mode':['permissive'],'compliance_level':7,"
    "'require_pushed_authorization_requests':'false','require_proof_of_possession':null}";

} // namespace

class TestFindings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void findsOffenders_data();
    void findsOffenders();
    void everyRuleIsTried();
    void everyRuleIsTold();
    void findsNothingOnTheSound_data();
    void findsNothingOnTheSound();
    void weighsByEnvironment_data();
    void weighsByEnvironment();
    void tellsTheWorstFirst();
    void tallies();
    void keepsFindingsWithRows();
    void knowsSummaries();
    void namesSeverities();
};

void TestFindings::findsOffenders_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("offenders");
    for (const Row &row : rows())
        QTest::addRow("%s %s", row.rule, row.json)
            << QString::fromLatin1(row.rule) << QByteArray(row.json) << row.offenders;
}

void TestFindings::findsOffenders()
{
    QFETCH(QString, rule);
    QFETCH(QByteArray, json);
    QFETCH(QStringList, offenders);
    const Management::Application application = applicationOf(json);
    QVERIFY2(findRule(rule), qPrintable(rule));

    QStringList found;
    for (const Finding &finding : findingsOf(application, Environment::Production)) {
        QVERIFY(!finding.offenders.join(u' ').contains(u"hidden-marker"));
        if (finding.rule->id == rule)
            found = finding.offenders;
    }
    QCOMPARE(found, offenders);
    QCOMPARE(findingsOf(application).contains(numberOf(rule)), !offenders.isEmpty());
}

void TestFindings::everyRuleIsTried()
{
    for (const Rule &rule : rules()) {
        int applies = 0;
        int passes = 0;
        for (const Row &row : rows()) {
            if (rule.id == QLatin1StringView(row.rule))
                ++(row.offenders.isEmpty() ? passes : applies);
        }
        QVERIFY2(applies >= 1 && passes >= 2, rule.id.data());
    }
}

void TestFindings::everyRuleIsTold()
{
    QVERIFY(rules().size() <= 64);
    QSet<QLatin1StringView> ids;
    for (const Rule &rule : rules()) {
        static const QRegularExpression shape(u"^[a-z0-9]+(-[a-z0-9]+)+$"_s);
        QVERIFY2(shape.match(rule.id).hasMatch(), rule.id.data());
        QVERIFY2(!ids.contains(rule.id), rule.id.data());
        ids.insert(rule.id);
        const RuleWords words = wordsOf(rule);
        QVERIFY2(!words.title.isEmpty() && !words.title.endsWith(u'.'), rule.id.data());
        QVERIFY2(words.why.endsWith(u'.') && words.fix.endsWith(u'.'), rule.id.data());
        // Nothing is milder in production than nearer its developers.
        const Grades &grades = rule.grades;
        QVERIFY2(grades.development <= grades.staging, rule.id.data());
        QVERIFY2(grades.staging <= grades.production, rule.id.data());
        QVERIFY2(grades.production, rule.id.data());
        QCOMPARE(findRule(QString(rule.id)), &rule);
    }
    QCOMPARE(findRule(u"no-such-rule"), nullptr);
    QCOMPARE(findRule(u""), nullptr);
}

void TestFindings::findsNothingOnTheSound_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing is known of it") << QByteArray("{}");
    QTest::newRow("a summary") << QByteArray(
        "{'client_id':'a','name':'http://a','app_type':'spa','description':'implicit'}");
    QTest::newRow("nulls") << QByteArray(
        "{'callbacks':null,'grant_types':null,'jwt_configuration':null,'refresh_token':null,'addons':null,"
        "'oidc_conformant':null,'cross_origin_authentication':null}");
    QTest::newRow("wrong types") << QByteArray(hostile);
    QTest::newRow("a native one") << QByteArray(
        "{'app_type':'native','oidc_conformant':true,'token_endpoint_auth_method':'none',"
        "'callbacks':['com.example.app://a.eu.auth0.com/ios/cb','http://127.0.0.1:8765/cb'],"
        "'grant_types':['authorization_code','refresh_token','urn:ietf:params:oauth:grant-type:device_code'],"
        "'jwt_configuration':{'alg':'RS256','lifetime_in_seconds':36000},"
        "'refresh_token':{'rotation_type':'rotating','expiration_type':'expiring'}}");
    QTest::newRow("a machine") << QByteArray(
        "{'app_type':'non_interactive','is_first_party':true,'grant_types':['client_credentials'],"
        "'token_endpoint_auth_method':'client_secret_post','jwt_configuration':{'alg':'RS256'},"
        "'refresh_token':{'rotation_type':'non-rotating','expiration_type':'non-expiring'}}");
}

void TestFindings::findsNothingOnTheSound()
{
    QFETCH(QByteArray, json);
    const Management::Application application = applicationOf(json);
    const auto found = findingsOf(application, Environment::Production);
    QVERIFY2(found.empty(), found.empty() ? "" : found.front().rule->id.data());
    QVERIFY(findingsOf(application).isEmpty());
}

void TestFindings::weighsByEnvironment_data()
{
    using Weight = std::optional<Severity>;
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QList<Weight>>("weights"); // development, staging, production
    const auto row = [](const char *rule, const QList<Weight> &weights) {
        QTest::newRow(rule) << QString::fromLatin1(rule) << weights;
    };
    using enum Severity;
    row("callback-localhost", {{}, Low, Medium});
    row("origin-localhost", {{}, Low, Medium});
    row("logout-localhost", {{}, Low, Low});
    row("callback-http", {Low, Medium, High});
    row("callback-wildcard", {Low, Medium, Medium});
    row("callback-shared-wildcard", {Medium, High, High});
    row("grant-password", {High, High, High});
    row("grant-implicit", {Medium, Medium, Medium});
}

void TestFindings::weighsByEnvironment()
{
    using Weight = std::optional<Severity>;
    QFETCH(QString, rule);
    QFETCH(QList<Weight>, weights);
    const Rule *found = findRule(rule);
    QVERIFY(found);
    QCOMPARE(severityOf(*found, Environment::Development), weights.at(0));
    QCOMPARE(severityOf(*found, Environment::Staging), weights.at(1));
    QCOMPARE(severityOf(*found, Environment::Production), weights.at(2));
}

void TestFindings::tellsTheWorstFirst()
{
    const Management::Application application = applicationOf(
        "{'callbacks':['localhost:3030','http://localhost/','https://*.a.example'],"
        "'grant_types':['implicit','password'],'sso':true}");
    QStringList found;
    for (const Finding &finding : findingsOf(application, Environment::Production))
        found.append(nameOf(finding.severity) + u' ' + finding.rule->id);
    QCOMPARE(
        found,
        QStringList(
            {u"high grant-password"_s, u"medium callback-wildcard"_s,
             u"medium callback-localhost"_s, u"medium grant-implicit"_s,
             u"low callback-malformed"_s, u"low legacy-sso"_s}));
    const auto onDevelopment = findingsOf(application, Environment::Development);
    QCOMPARE(onDevelopment.size(), size_t(5));
    QCOMPARE(onDevelopment.at(2).rule->id, "callback-wildcard"_L1); // low there
}

void TestFindings::tallies()
{
    const FindingSet found = findingsOf(
        applicationOf("{'callbacks':['http://localhost/','http://a.example/']}"));
    QCOMPARE(tallyOf(found, Environment::Production), (Tally{Severity::High, 2}));
    QCOMPARE(tallyOf(found, Environment::Staging), (Tally{Severity::Medium, 2}));
    QCOMPARE(tallyOf(found, Environment::Development), (Tally{Severity::Low, 1}));
    QCOMPARE(tallyOf({}, Environment::Production), Tally{});
}

void TestFindings::keepsFindingsWithRows()
{
    const auto page = [](const QByteArray &json) {
        Management::Page made;
        made.body = json;
        made.spans.append({0, json.size()});
        made.applications.append(applicationOf(json));
        return made;
    };
    ApplicationStore store;
    store.add(page("{'client_id':'a','grant_types':['implicit']}"));
    store.add(page("{'client_id':'b','sso':false}"));
    QVERIFY(store.findings(0).contains(numberOf(u"grant-implicit")));
    QVERIFY(store.findings(1).isEmpty());
    store.add(page("{'client_id':'a','grant_types':['authorization_code']}")); // mended meanwhile
    QVERIFY(store.findings(0).isEmpty());
}

void TestFindings::knowsSummaries()
{
    QVERIFY(isSummary(applicationOf("{}")));
    QVERIFY(isSummary(applicationOf("{'client_id':'a','name':'A'}")));
    QVERIFY(!isSummary(applicationOf("{'client_id':'a','name':'A','oidc_conformant':true}")));
}

void TestFindings::namesSeverities()
{
    for (const Severity severity : {Severity::Low, Severity::Medium, Severity::High})
        QCOMPARE(severityFrom(QString(nameOf(severity))), std::optional(severity));
    QCOMPARE(nameOf(Severity::Medium), "medium"_L1);
    QCOMPARE(severityFrom(u"critical"), std::nullopt);
    QCOMPARE(severityFrom(u"High"), std::nullopt);
}

QTEST_APPLESS_MAIN(TestFindings)
#include "tst_findings.moc"
