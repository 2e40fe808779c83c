// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/service.h"
#include "app/jwt/decode.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tenantscope::Demo;

namespace Jwt = Tenantscope::Jwt;

namespace {

constexpr int applicationCount = 235;
const QByteArray secret = "s3cr3t+&=%";

/// Three seconds and a half after 2023-11-14T22:13:17Z, and later.
Moment moment(std::chrono::milliseconds later = 0ms)
{
    return {
        .elapsed = std::chrono::steady_clock::time_point(1h + later),
        .wall = std::chrono::system_clock::time_point(1'700'000'000'500ms + later)};
}

Service::Settings usualSettings()
{
    return {
        .origin = "https://localhost:4443",
        .terms =
            {.issuer = u"https://localhost:4443/"_s,
             .audience = u"https://localhost:4443/api/v2/"_s,
             .clientId = u"the-client"_s,
             .scopes = {u"read:clients"_s, u"read:users"_s},
             .life = 60s},
        .clientSecret = secret,
        .applications = applicationCount,
        .bucket = TokenBucket(1, 1'000)};
}

QByteArray encoded(const QByteArray &text)
{
    return text.toPercentEncoding();
}

Request tokenRequest(
    const QByteArray &body, const QByteArray &type = "application/x-www-form-urlencoded")
{
    return {.method = "POST", .path = "/oauth/token", .contentType = type, .body = body};
}

QByteArray form(
    const QByteArray &grant, const QByteArray &id, const QByteArray &clientSecret,
    const QByteArray &audience)
{
    return "grant_type=" + encoded(grant) + "&client_id=" + encoded(id)
        + "&client_secret=" + encoded(clientSecret) + "&audience=" + encoded(audience);
}

const QByteArray goodForm = form(
    "client_credentials", "the-client", secret, "https://localhost:4443/api/v2/");

QJsonObject object(const Answer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

QByteArray token(Service &service, const Moment &at = moment())
{
    return object(service.answer(tokenRequest(goodForm), at))
        .value("access_token"_L1)
        .toString()
        .toLatin1();
}

QByteArray header(const Answer &answer, const QByteArray &name)
{
    for (const auto &[ownName, value] : answer.headers) {
        if (ownName == name)
            return value;
    }
    return {};
}

/// Asks with a good token.
Answer get(
    Service &service, const QByteArray &target, const Moment &at = moment(),
    const QByteArray &method = "GET")
{
    const qsizetype end = target.indexOf('?');
    return service.answer(
        {.method = method,
         .path = end < 0 ? target : target.first(end),
         .query = end < 0 ? QByteArray() : target.sliced(end + 1),
         .authorization = "Bearer " + token(service, at)},
        at);
}

QJsonArray clients(const Answer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    return document.isArray() ? document.array() : document.object().value("clients"_L1).toArray();
}

using Condition = bool (*)(const QJsonObject &);

} // namespace

class TestService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void issuesToken_data();
    void issuesToken();
    void refusesToken_data();
    void refusesToken();
    void tokenHasItsOwnBucket();
    void discoveryAndKeysFit();
    void checksAuthorization_data();
    void checksAuthorization();
    void tokenExpires();
    void foreignKeyIsRefused();
    void listShapes_data();
    void listShapes();
    void walksEveryPage_data();
    void walksEveryPage();
    void refusesQueries_data();
    void refusesQueries();
    void filters_data();
    void filters();
    void projects_data();
    void projects();
    void showsOne_data();
    void showsOne();
    void scopesOpenAndShut_data();
    void scopesOpenAndShut();
    void grantsNeedTheirScope();
    void nothingChanges_data();
    void nothingChanges();
    void unknownPaths_data();
    void unknownPaths();
    void limitsRate();
    void everyAnswerHasAuth0sHeaders();
    void givesFaults_data();
    void givesFaults();
    void repeatsAcrossPages();
    void shrinksWhilePaged();
    void counts();

private:
    std::unique_ptr<Service> m_service; // the usual one; nothing a request does changes the next
};

void TestService::initTestCase()
{
    m_service = std::make_unique<Service>(usualSettings());
}

void TestService::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestService::issuesToken_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const QByteArray formType = "application/x-www-form-urlencoded";
    const QByteArray json =
        R"({"grant_type":"client_credentials","client_id":"the-client","client_secret":"s3cr3t+&=%",)"
        R"("audience":"https://localhost:4443/api/v2/"})";
    QTest::newRow("form") << formType << goodForm;
    QTest::newRow("form with charset") << QByteArray(formType + "; charset=utf-8") << goodForm;
    QTest::newRow("form with more in it")
        << formType << QByteArray(goodForm + "&scope=read%3Aclients&x");
    QTest::newRow("JSON") << QByteArray("application/json") << json;
    QTest::newRow("JSON with charset") << QByteArray("application/json; charset=utf-8") << json;
}

void TestService::issuesToken()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    const Answer answer = m_service->answer(tokenRequest(body, type), moment());
    QCOMPARE(answer.status, 200);
    const QJsonObject response = object(answer);
    QCOMPARE(response.value("token_type"_L1).toString(), u"Bearer"_s);
    QCOMPARE(response.value("expires_in"_L1).toInt(), 60);
    QCOMPARE(response.value("scope"_L1).toString(), u"read:clients read:users"_s);
    QVERIFY(header(answer, "Set-Cookie").startsWith("did="));
    QCOMPARE(header(answer, "Cache-Control"), QByteArray("no-store"));

    const auto decoded = Jwt::decode(response.value("access_token"_L1).toString().toLatin1());
    QVERIFY(decoded);
    QCOMPARE(decoded->algorithm(), u"RS256"_s);
    QCOMPARE(decoded->issuer(), u"https://localhost:4443/"_s);
    QCOMPARE(decoded->subject(), u"the-client@clients"_s);
    QCOMPARE(decoded->audiences(), QStringList{u"https://localhost:4443/api/v2/"_s});
    QCOMPARE(decoded->authorizedParty(), u"the-client"_s);
    QCOMPARE(decoded->scope(), u"read:clients read:users"_s);
    QCOMPARE(decoded->issuedAt()->toSecsSinceEpoch(), 1'700'000'000);
    QCOMPARE(decoded->expiresAt()->toSecsSinceEpoch(), 1'700'000'060);
    QCOMPARE(decoded->claims.value("gty"_L1).toString(), u"client-credentials"_s);
}

void TestService::refusesToken_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("description");
    const QByteArray audience = "https://localhost:4443/api/v2/";
    const auto row = [](const char *name, const Request &request, int status, const QString &error,
                        const QString &description) {
        QTest::newRow(name) << request << status << error << description;
    };
    row("wrong secret", tokenRequest(form("client_credentials", "the-client", "x", audience)), 401,
        u"access_denied"_s, u"Unauthorized"_s);
    row("wrong id", tokenRequest(form("client_credentials", "x", secret, audience)), 401,
        u"access_denied"_s, u"Unauthorized"_s);
    row("secret not encoded",
        tokenRequest(
            "grant_type=client_credentials&client_id=the-client&client_secret=" + secret
            + "&audience=" + encoded(audience)),
        401, u"access_denied"_s, u"Unauthorized"_s);
    row("wrong secret and audience",
        tokenRequest(form("client_credentials", "the-client", "x", "y")), 401, u"access_denied"_s,
        u"Unauthorized"_s);
    row("audience without its slash",
        tokenRequest(form("client_credentials", "the-client", secret, audience.chopped(1))), 403,
        u"access_denied"_s, u"Service not enabled within domain: https://localhost:4443/api/v2"_s);
    row("audience with a quote",
        tokenRequest(form("client_credentials", "the-client", secret, "\"ü")), 403,
        u"access_denied"_s, u"Service not enabled within domain: \"ü"_s);
    row("a plus sign is a blank",
        tokenRequest(
            form("client_credentials", "the-client", secret, "X").replace("=X", "=a+b%2B")),
        403, u"access_denied"_s, u"Service not enabled within domain: a b+"_s);
    row("password grant", tokenRequest(form("password", "the-client", secret, audience)), 403,
        u"unauthorized_client"_s, u"Grant type 'password' not allowed for the client."_s);
    row("no grant of Auth0's", tokenRequest(form("magic", "the-client", secret, audience)), 400,
        u"unsupported_grant_type"_s, u"Grant type not supported"_s);
    row("nothing", tokenRequest(""), 400, u"invalid_request"_s,
        u"Missing required parameter: grant_type"_s);
    row("no client_id", tokenRequest("grant_type=client_credentials&client_secret=x"), 400,
        u"invalid_request"_s, u"Missing required parameter: client_id"_s);
    row("no client_secret", tokenRequest("grant_type=client_credentials&client_id=x"), 400,
        u"invalid_request"_s, u"Missing required parameter: client_secret"_s);
    row("empty audience", tokenRequest(form("client_credentials", "the-client", secret, "")), 400,
        u"invalid_request"_s, u"Missing required parameter: audience"_s);
    row("broken JSON", tokenRequest("{\"grant_type\":", "application/json"), 400,
        u"invalid_request"_s, u"The body is neither a form nor a JSON object"_s);
    row("JSON said to be a form", tokenRequest("{}"), 400, u"invalid_request"_s,
        u"Missing required parameter: grant_type"_s);
    row("another type", tokenRequest(goodForm, "text/plain"), 400, u"invalid_request"_s,
        u"The body is neither a form nor a JSON object"_s);
    Request inQuery = tokenRequest("");
    inQuery.query = goodForm;
    row("credentials in the query", inQuery, 400, u"invalid_request"_s,
        u"Missing required parameter: grant_type"_s);
}

void TestService::refusesToken()
{
    QFETCH(Request, request);
    QFETCH(int, status);
    QFETCH(QString, error);
    QFETCH(QString, description);
    const Answer answer = m_service->answer(request, moment());
    QCOMPARE(answer.status, status);
    QCOMPARE(object(answer).value("error"_L1).toString(), error);
    QCOMPARE(object(answer).value("error_description"_L1).toString(), description);
    QCOMPARE(object(answer).contains("error_uri"_L1), error == "unauthorized_client"_L1);
    QVERIFY(!header(answer, "x-ratelimit-remaining").isEmpty());
}

void TestService::tokenHasItsOwnBucket()
{
    Service service(usualSettings());
    for (int i = 0; i < 100; ++i)
        QCOMPARE(service.answer(tokenRequest("x"), moment()).status, 400);
    const Answer refused = service.answer(tokenRequest(goodForm), moment());
    QCOMPARE(refused.status, 429);
    QCOMPARE(object(refused).value("error"_L1).toString(), u"too_many_requests"_s);
    QCOMPARE(header(refused, "x-ratelimit-limit"), QByteArray("100"));
    QCOMPARE(header(refused, "x-ratelimit-remaining"), QByteArray("0"));
    QCOMPARE(
        header(refused, "x-ratelimit-reset"), QByteArray("1700000002")); // full in 1 s, rounded up
    QCOMPARE(service.answer(tokenRequest(goodForm), moment(10ms)).status, 200);
    QCOMPARE(service.counters().rateLimited, 0); // counts the Management API's
}

void TestService::discoveryAndKeysFit()
{
    const Answer discovery = m_service->answer(
        {.path = "/.well-known/openid-configuration"}, moment());
    QCOMPARE(discovery.status, 200);
    QCOMPARE(object(discovery).value("issuer"_L1).toString(), u"https://localhost:4443/"_s);
    QCOMPARE(
        object(discovery).value("token_endpoint"_L1).toString(),
        u"https://localhost:4443/oauth/token"_s);
    QCOMPARE(
        object(discovery).value("jwks_uri"_L1).toString(),
        u"https://localhost:4443/.well-known/jwks.json"_s);

    const Answer keys = m_service->answer({.path = "/.well-known/jwks.json"}, moment());
    const QJsonObject key = object(keys).value("keys"_L1).toArray().first().toObject();
    QCOMPARE(key.value("kid"_L1).toString(), Jwt::decode(token(*m_service))->keyId());
    QVERIFY(!key.contains("d"_L1));
}

void TestService::checksAuthorization_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const QByteArray good = token(*m_service);
    const qsizetype signature = good.lastIndexOf('.');
    QByteArray otherSignature = good;
    otherSignature[signature + 1] = good[signature + 1] == 'A' ? 'B' : 'A';
    const QString badSignature = u"Invalid signature received for JSON Web Token validation"_s;
    const QString badFormat = u"Bad HTTP authentication header format"_s;
    QTest::newRow("good") << QByteArray("Bearer " + good) << 200 << QString();
    QTest::newRow("small letters") << QByteArray("bearer " + good) << 200 << QString();
    QTest::newRow("missing") << QByteArray() << 401 << u"Missing authentication"_s;
    QTest::newRow("no scheme") << good << 400 << badFormat;
    QTest::newRow("Basic") << QByteArray("Basic " + good) << 400 << badFormat;
    QTest::newRow("opaque") << QByteArray("Bearer abc") << 400 << badFormat;
    QTest::newRow("garbage in three parts")
        << QByteArray("Bearer a.b.c") << 401 << u"Invalid token"_s;
    QTest::newRow("other signature")
        << QByteArray("Bearer " + otherSignature) << 401 << badSignature;
    QTest::newRow("signature cut by two")
        << QByteArray("Bearer " + good.chopped(2)) << 401 << badSignature;
    QTest::newRow("no signature") << QByteArray("Bearer " + good.left(signature + 1)) << 401
                                  << badSignature;
    QTest::newRow("signature cut by four")
        << QByteArray("Bearer " + good.chopped(4)) << 401 << badSignature;
    QTest::newRow("unsecured") << QByteArray(
        "Bearer eyJhbGciOiJub25lIn0."
        + good.sliced(good.indexOf('.') + 1, signature - good.indexOf('.') - 1) + '.')
                               << 401 << badSignature;
}

void TestService::checksAuthorization()
{
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    QFETCH(QString, message);
    const Answer answer = m_service->answer(
        {.path = "/api/v2/clients", .authorization = authorization}, moment());
    QCOMPARE(answer.status, status);
    QCOMPARE(object(answer).value("message"_L1).toString(), message);
    if (status != 200)
        QCOMPARE(object(answer).value("statusCode"_L1).toInt(), status);
}

void TestService::tokenExpires()
{
    const QByteArray authorization = "Bearer " + token(*m_service);
    const Request request{.path = "/api/v2/clients", .authorization = authorization};
    QCOMPARE(m_service->answer(request, moment(59'499ms)).status, 200);
    for (int i = 0; i < 2; ++i) { // known from the first time on, and as expired
        const Answer late = m_service->answer(request, moment(59'500ms));
        QCOMPARE(late.status, 401);
        const QString text = u"Expired token received for JSON Web Token validation"_s;
        QCOMPARE(object(late).value("message"_L1).toString(), text);
        QCOMPARE(object(late).value("attributes"_L1)["error"_L1].toString(), text);
        QVERIFY(!object(late).contains("errorCode"_L1));
    }
}

void TestService::foreignKeyIsRefused()
{
    Service other(usualSettings());
    const QByteArray authorization = "Bearer " + token(other);
    QCOMPARE(
        other.answer({.path = "/api/v2/clients", .authorization = authorization}, moment()).status,
        200);
    const Answer answer = m_service->answer(
        {.path = "/api/v2/clients", .authorization = authorization}, moment());
    QCOMPARE(answer.status, 401);
    QCOMPARE(
        object(answer).value("message"_L1).toString(),
        u"Invalid signature received for JSON Web Token validation"_s);
}

void TestService::listShapes_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("members"); // empty: an array
    QTest::addColumn<int>("count");
    const QStringList totals{u"clients"_s, u"limit"_s, u"start"_s, u"total"_s};
    QTest::newRow("nothing asked: 50, silently") << QByteArray() << QStringList() << 50;
    QTest::newRow("page only") << QByteArray("?page=4") << QStringList() << 36;
    QTest::newRow("per_page only") << QByteArray("?per_page=100") << QStringList() << 100;
    QTest::newRow("totals") << QByteArray("?include_totals=true") << totals << 50;
    QTest::newRow("no totals") << QByteArray("?include_totals=false&per_page=7") << QStringList()
                               << 7;
    QTest::newRow("last page") << QByteArray("?include_totals=true&per_page=100&page=2") << totals
                               << 36;
    QTest::newRow("beyond the end")
        << QByteArray("?include_totals=true&per_page=100&page=3") << totals << 0;
    QTest::newRow("far beyond") << QByteArray("?include_totals=true&per_page=100&page=21474836")
                                << totals << 0;
    QTest::newRow("none a page") << QByteArray("?include_totals=true&per_page=0") << totals << 0;
    QTest::newRow("checkpoint") << QByteArray("?take=10") << QStringList{u"clients"_s, u"next"_s}
                                << 10;
    QTest::newRow("checkpoint before totals")
        << QByteArray("?take=10&include_totals=true") << QStringList{u"clients"_s, u"next"_s} << 10;
}

void TestService::listShapes()
{
    QFETCH(QByteArray, query);
    QFETCH(QStringList, members);
    QFETCH(int, count);
    const Answer answer = get(*m_service, "/api/v2/clients" + query);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType, QByteArray("application/json; charset=utf-8"));
    QCOMPARE(object(answer).keys(), members);
    QCOMPARE(clients(answer).size(), count);
    if (members.contains(u"total"_s)) {
        const Parameters asked = Parameters::fromForm(query.mid(1));
        const int limit = asked.value("per_page").value_or("50").toInt();
        QCOMPARE(object(answer).value("total"_L1).toInt(), applicationCount + 1);
        QCOMPARE(object(answer).value("limit"_L1).toInt(), limit);
        QCOMPARE(
            object(answer).value("start"_L1).toInt(),
            asked.value("page").value_or("0").toInt() * limit);
    }
}

void TestService::walksEveryPage_data()
{
    QTest::addColumn<bool>("byCheckpoint");
    QTest::newRow("by offset") << false;
    QTest::newRow("by checkpoint") << true;
}

void TestService::walksEveryPage()
{
    QFETCH(bool, byCheckpoint);
    QSet<QString> seen;
    QByteArray next;
    for (int page = 0; page < 10; ++page) {
        const QByteArray target = byCheckpoint
            ? QByteArray(
                "/api/v2/clients?is_global=false&take=100"
                + (next.isEmpty() ? QByteArray() : QByteArray("&from=" + next)))
            : QByteArray(
                "/api/v2/clients?is_global=false&per_page=100&page=" + QByteArray::number(page));
        const Answer answer = get(*m_service, target);
        const QJsonArray list = clients(answer);
        for (const QJsonValue &client : list)
            seen.insert(client["client_id"_L1].toString());
        next = object(answer).value("next"_L1).toString().toLatin1();
        if (byCheckpoint ? next.isEmpty() : list.isEmpty())
            break;
    }
    QCOMPARE(seen.size(), applicationCount);
}

void TestService::refusesQueries_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("what");
    QTest::newRow("per_page 101") << QByteArray(
        "per_page=101") << u"'Value 101 is greater than maximum 100' on property per_page"_s;
    QTest::newRow("per_page -1") << QByteArray("per_page=-1")
                                 << u"'Value -1 is less than minimum 0' on property per_page"_s;
    QTest::newRow("page x") << QByteArray("page=x")
                            << u"'Expected type integer but found type string' on property page"_s;
    QTest::newRow("page empty") << QByteArray(
        "page=") << u"'Expected type integer but found type string' on property page"_s;
    QTest::newRow("page 10^12")
        << QByteArray("page=1000000000000")
        << u"'Value 1000000000000 is greater than maximum 21474836' on property page"_s;
    QTest::newRow("take 0") << QByteArray("take=0")
                            << u"'Value 0 is less than minimum 1' on property take"_s;
    QTest::newRow("take 101") << QByteArray("take=101")
                              << u"'Value 101 is greater than maximum 100' on property take"_s;
    QTest::newRow("from") << QByteArray("from=abc")
                          << u"'The checkpoint is invalid or has expired' on property from"_s;
    QTest::newRow("is_global")
        << QByteArray("is_global=maybe")
        << u"'Expected type boolean but found type string' on property is_global"_s;
    QTest::newRow("include_fields")
        << QByteArray("fields=name&include_fields=1")
        << u"'Expected type boolean but found type string' on property include_fields"_s;
    QTest::newRow("unknown") << QByteArray("sort=name")
                             << u"'Additional properties not allowed: sort'"_s;
}

void TestService::refusesQueries()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, what);
    const Answer answer = get(*m_service, "/api/v2/clients?" + query);
    QCOMPARE(answer.status, 400);
    QCOMPARE(object(answer).value("errorCode"_L1).toString(), u"invalid_query_string"_s);
    QCOMPARE(
        object(answer).value("message"_L1).toString(),
        QString(u"Query validation error: "_s + what));
}

void TestService::filters_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<Condition>("fits");
    const auto row = [](const char *query, Condition fits) {
        QTest::newRow(query) << QByteArray(query) << fits;
    };
    row("is_global=false", [](const QJsonObject &o) { return !o.value("global"_L1).toBool(); });
    row("is_global=true", [](const QJsonObject &o) { return o.value("global"_L1).toBool(); });
    row("is_first_party=false",
        [](const QJsonObject &o) { return !o.value("is_first_party"_L1).toBool(); });
    row("is_first_party=true&is_global=false", [](const QJsonObject &o) {
        return o.value("is_first_party"_L1).toBool() && !o.value("global"_L1).toBool();
    });
    row("app_type=spa",
        [](const QJsonObject &o) { return o.value("app_type"_L1).toString() == "spa"_L1; });
    row("app_type=spa,native", [](const QJsonObject &o) {
        return QStringList{u"spa"_s, u"native"_s}.contains(o.value("app_type"_L1).toString());
    });
    row("app_type=spa&app_type=native", [](const QJsonObject &o) {
        return QStringList{u"spa"_s, u"native"_s}.contains(o.value("app_type"_L1).toString());
    });
    row("app_type=none-such", [](const QJsonObject &) { return false; });
}

void TestService::filters()
{
    QFETCH(QByteArray, query);
    QFETCH(Condition, fits);
    const SeededApplications applications(1, applicationCount);
    QStringList expected;
    for (int index = 0; index < applications.size(); ++index) {
        QByteArray json;
        applications.append(json, index, Projection::all());
        const QJsonObject application = QJsonDocument::fromJson(json).object();
        if (fits(application))
            expected.append(application.value("client_id"_L1).toString());
    }
    QStringList seen;
    for (int page = 0; page < 3; ++page) {
        const Answer answer = get(
            *m_service,
            "/api/v2/clients?include_totals=true&per_page=100&page=" + QByteArray::number(page)
                + '&' + query);
        QCOMPARE(object(answer).value("total"_L1).toInt(), expected.size());
        const QJsonArray list = clients(answer);
        for (const QJsonValue &client : list)
            seen.append(client["client_id"_L1].toString());
    }
    QCOMPARE(seen, expected);
}

void TestService::projects_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("present"); // of every object
    QTest::addColumn<QStringList>("absent");  // from every object
    QTest::newRow("all") << QByteArray() << QStringList{u"client_id"_s, u"name"_s, u"tenant"_s}
                         << QStringList{u"client_secret"_s, u"signing_keys"_s};
    QTest::newRow("two") << QByteArray("?fields=name,client_id")
                         << QStringList{u"client_id"_s, u"name"_s}
                         << QStringList{u"tenant"_s, u"global"_s, u"grant_types"_s};
    QTest::newRow("without two") << QByteArray("?fields=name,tenant&include_fields=false")
                                 << QStringList{u"client_id"_s, u"global"_s}
                                 << QStringList{u"tenant"_s, u"name"_s, u"client_secret"_s};
    QTest::newRow("excluding a secret is allowed")
        << QByteArray("?fields=client_secret,name&include_fields=false")
        << QStringList{u"client_id"_s} << QStringList{u"name"_s};
    QTest::newRow("empty list") << QByteArray("?fields=") << QStringList{u"tenant"_s}
                                << QStringList();
}

void TestService::projects()
{
    QFETCH(QByteArray, query);
    QFETCH(QStringList, present);
    QFETCH(QStringList, absent);
    const QJsonArray list = clients(get(*m_service, "/api/v2/clients" + query));
    QCOMPARE(list.size(), 50);
    for (const QJsonValue &client : list) {
        for (const QString &name : std::as_const(present))
            QVERIFY2(client.toObject().contains(name), qPrintable(name));
        for (const QString &name : std::as_const(absent))
            QVERIFY2(!client.toObject().contains(name), qPrintable(name));
    }
}

void TestService::showsOne_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QByteArray id = clientIdOf(1, 20, traitsOf(1, 20));
    QTest::newRow("there") << id << 200 << QString();
    QTest::newRow("two fields") << QByteArray(id + "?fields=name,client_id") << 200 << QString();
    QTest::newRow("secret") << QByteArray(id + "?fields=client_secret") << 403
                            << u"insufficient_scope"_s;
    QTest::newRow("not there") << QByteArray("nobody") << 404 << u"inexistent_client"_s;
    QTest::newRow("a path below") << QByteArray(id + "/credentials") << 404 << QString();
    QTest::newRow("nothing") << QByteArray() << 404 << u"inexistent_client"_s;
}

void TestService::showsOne()
{
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    QFETCH(QString, code);
    const Answer answer = get(*m_service, "/api/v2/clients/" + query);
    QCOMPARE(answer.status, status);
    QCOMPARE(object(answer).value("errorCode"_L1).toString(), code);
    if (status == 200) {
        QVERIFY(query.startsWith(object(answer).value("client_id"_L1).toString().toLatin1()));
        QCOMPARE(object(answer).size() == 2, query.contains('?'));
    }
}

void TestService::scopesOpenAndShut_data()
{
    QTest::addColumn<QStringList>("scopes");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("hasSecret");
    QTest::addColumn<bool>("hasGrants");
    const QStringList summary{u"read:client_summary"_s};
    const QStringList keys{u"read:client_keys"_s};
    QTest::newRow("none") << QStringList() << QByteArray() << 403 << false << false;
    QTest::newRow("another's") << QStringList{u"read:users"_s} << QByteArray() << 403 << false
                               << false;
    QTest::newRow("summary") << summary << QByteArray() << 200 << false << false;
    QTest::newRow("summary, asked for more")
        << summary << QByteArray("?fields=callbacks") << 403 << false << false;
    QTest::newRow("keys") << keys << QByteArray() << 200 << true << true;
    QTest::newRow("keys, by name")
        << keys << QByteArray("?fields=client_secret") << 200 << true << false;
    QTest::newRow("keys, left out")
        << keys << QByteArray("?fields=client_secret&include_fields=false") << 200 << false << true;
    QTest::newRow("credentials") << QStringList{u"read:client_credentials"_s} << QByteArray() << 200
                                 << true << false;
}

void TestService::scopesOpenAndShut()
{
    QFETCH(QStringList, scopes);
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    QFETCH(bool, hasSecret);
    QFETCH(bool, hasGrants);
    Service::Settings settings = usualSettings();
    settings.terms.scopes = scopes;
    Service service(settings);
    const Answer answer = get(service, "/api/v2/clients" + query);
    QCOMPARE(answer.status, status);
    if (status == 403) {
        QCOMPARE(object(answer).value("errorCode"_L1).toString(), u"insufficient_scope"_s);
        return;
    }
    const QJsonObject first = clients(answer).first().toObject();
    QCOMPARE(first.contains("client_secret"_L1), hasSecret);
    QCOMPARE(first.contains("grant_types"_L1), hasGrants);
}

void TestService::grantsNeedTheirScope()
{
    const Answer refused = get(*m_service, "/api/v2/client-grants");
    QCOMPARE(refused.status, 403);
    QCOMPARE(
        object(refused).value("message"_L1).toString(),
        u"Insufficient scope, expected any of: read:client_grants"_s);
    Service::Settings settings = usualSettings();
    settings.terms.scopes = {u"read:client_grants"_s};
    Service service(settings);
    const Answer answer = get(service, "/api/v2/client-grants?include_totals=true");
    QCOMPARE(answer.status, 200);
    QVERIFY(object(answer).value("total"_L1).toInt() > 10);
    QCOMPARE(service.counters().requests.value(u"GET /api/v2/client-grants"_s), 1);
    QCOMPARE(get(service, "/api/v2/clients").status, 403);
}

void TestService::nothingChanges_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("scope");
    QTest::newRow("create") << QByteArray("POST") << QByteArray("/api/v2/clients")
                            << u"create:clients"_s;
    QTest::newRow("update") << QByteArray("PATCH") << QByteArray("/api/v2/clients/x")
                            << u"update:clients"_s;
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray("/api/v2/clients/x")
                            << u"delete:clients"_s;
    QTest::newRow("put") << QByteArray("PUT") << QByteArray("/api/v2/clients/x")
                         << u"update:clients"_s;
    QTest::newRow("another resource")
        << QByteArray("POST") << QByteArray("/api/v2/client-grants") << u"create:client_grants"_s;
}

void TestService::nothingChanges()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QString, scope);
    const Answer answer = get(*m_service, path, moment(), method);
    QCOMPARE(answer.status, 403);
    QCOMPARE(object(answer).value("errorCode"_L1).toString(), u"insufficient_scope"_s);
    QCOMPARE(
        object(answer).value("message"_L1).toString(),
        QString(u"Insufficient scope, expected any of: "_s + scope));
}

void TestService::unknownPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("root") << QByteArray("/") << QByteArray("GET");
    QTest::newRow("another endpoint") << QByteArray("/api/v2/connections") << QByteArray("GET");
    QTest::newRow("another prefix") << QByteArray("/api/v2/clientsx") << QByteArray("GET");
    QTest::newRow("old API") << QByteArray("/api/clients") << QByteArray("GET");
    QTest::newRow("reading the token endpoint") << QByteArray("/oauth/token") << QByteArray("GET");
    QTest::newRow("posting to the keys")
        << QByteArray("/.well-known/jwks.json") << QByteArray("POST");
}

void TestService::unknownPaths()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, method);
    const Answer answer = get(*m_service, path, moment(), method);
    QCOMPARE(answer.status, 404);
    const QJsonObject expected{
        {u"statusCode"_s, 404}, {u"error"_s, u"Not Found"_s}, {u"message"_s, u"Not Found"_s}};
    QCOMPARE(object(answer), expected);
}

void TestService::limitsRate()
{
    Service::Settings settings = usualSettings();
    settings.bucket = TokenBucket(2, 3);
    Service service(settings);
    for (const char *remaining : {"2", "1", "0"}) {
        const Answer answer = get(service, "/api/v2/clients?per_page=1");
        QCOMPARE(answer.status, 200);
        QCOMPARE(header(answer, "x-ratelimit-limit"), QByteArray("3"));
        QCOMPARE(header(answer, "x-ratelimit-remaining"), QByteArray(remaining));
    }
    const Answer refused = get(service, "/api/v2/clients?per_page=1");
    QCOMPARE(refused.status, 429);
    QCOMPARE(object(refused).value("message"_L1).toString(), u"Global limit has been reached"_s);
    QCOMPARE(object(refused).value("errorCode"_L1).toString(), u"too_many_requests"_s);
    QCOMPARE(header(refused, "x-ratelimit-remaining"), QByteArray("0"));
    QCOMPARE(header(refused, "x-ratelimit-reset"), QByteArray("1700000002")); // full in 1.5 s
    QVERIFY(header(refused, "Retry-After").isEmpty());
    QCOMPARE(get(service, "/api/v2/clients?per_page=1", moment(499ms)).status, 429);
    QCOMPARE(get(service, "/api/v2/clients?per_page=1", moment(500ms)).status, 200);
    QCOMPARE(service.counters().rateLimited, 2);

    // Who has no token takes nothing from those who have one.
    for (int i = 0; i < 20; ++i)
        QCOMPARE(service.answer({.path = "/api/v2/clients"}, moment(1'000ms)).status, 401);
    QCOMPARE(get(service, "/api/v2/clients?per_page=1", moment(1'000ms)).status, 200);
}

void TestService::everyAnswerHasAuth0sHeaders()
{
    for (const char *path : {"/", "/oauth/token", "/api/v2/clients", "/.well-known/jwks.json"}) {
        const Answer answer = m_service->answer({.path = path}, moment());
        QCOMPARE(header(answer, "Date"), QByteArray("Tue, 14 Nov 2023 22:13:20 GMT"));
        QCOMPARE(header(answer, "x-auth0-requestid").size(), 20);
        QVERIFY(!header(answer, "cf-ray").isEmpty());
    }
}

void TestService::givesFaults_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<bool>("isJson");
    const QByteArray json = "application/json; charset=utf-8";
    QTest::newRow("401") << u"401"_s << 401 << json << QByteArray() << true;
    QTest::newRow("403") << u"403"_s << 403 << json << QByteArray() << true;
    QTest::newRow("429") << u"429"_s << 429 << json << QByteArray("1") << true;
    QTest::newRow("500") << u"500"_s << 500 << json << QByteArray() << true;
    QTest::newRow("html") << u"html"_s << 200 << QByteArray("text/html; charset=utf-8")
                          << QByteArray() << false;
    QTest::newRow("empty") << u"empty"_s << 200 << json << QByteArray() << false;
    QTest::newRow("cut-json") << u"cut-json"_s << 200 << json << QByteArray() << false;
}

void TestService::givesFaults()
{
    QFETCH(QString, name);
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, retryAfter);
    QFETCH(bool, isJson);
    Service::Settings settings = usualSettings();
    settings.faults = {*parseFault(QString(name + u":every=2"_s))};
    Service service(settings);
    for (int i = 0; i < 3; ++i) {
        const Answer healthy = get(service, "/api/v2/clients");
        QCOMPARE(healthy.status, 200);
        QCOMPARE(clients(healthy).size(), 50);
        const Answer faulty = get(service, "/api/v2/clients");
        QCOMPARE(faulty.status, status);
        QCOMPARE(faulty.contentType, type);
        QCOMPARE(header(faulty, "Retry-After"), retryAfter);
        QCOMPARE(faulty.body.isEmpty(), name == "empty"_L1);
        QCOMPARE(!QJsonDocument::fromJson(faulty.body).isNull(), isJson);
        QVERIFY(!header(faulty, "x-ratelimit-limit").isEmpty());
    }
    QCOMPARE(service.counters().faultsGiven, 3);
    QCOMPARE(service.counters().rateLimited, status == 429 ? 3 : 0);
}

void TestService::repeatsAcrossPages()
{
    Service::Settings settings = usualSettings();
    settings.faults = {{FaultKind::Duplicate, 1}};
    Service service(settings);
    const QJsonArray first = clients(get(service, "/api/v2/clients?per_page=100"));
    const QJsonArray second = clients(get(service, "/api/v2/clients?per_page=100&page=1"));
    QCOMPARE(first.size(), 100);
    QCOMPARE(second.size(), 101); // nothing is lost by it
    QCOMPARE(second.first(), first.last());
}

void TestService::shrinksWhilePaged()
{
    Service::Settings settings = usualSettings();
    settings.faults = {{FaultKind::Shrink, 1}};
    Service service(settings);
    const QByteArray target = "/api/v2/clients?include_totals=true&per_page=100&page=";
    for (int run = 0; run < 2; ++run) {
        const Answer first = get(service, target + '0');
        const Answer second = get(service, target + '1');
        const Answer third = get(service, target + '2');
        QCOMPARE(object(first).value("total"_L1).toInt(), applicationCount + 1);
        QCOMPARE(object(second).value("total"_L1).toInt(), applicationCount);
        QCOMPARE(object(third).value("total"_L1).toInt(), applicationCount - 1);
        QCOMPARE(clients(third).size(), applicationCount - 1 - 200);
        const QByteArray skipped = clientIdOf(
            1, 100, traitsOf(1, 100)); // slid into the page before
        QVERIFY(!first.body.contains(skipped) && !second.body.contains(skipped));
    }
}

void TestService::counts()
{
    Service service(usualSettings());
    {
        const Service::Presence one(service);
        const Service::Presence two(service);
    }
    const Service::Presence three(service);
    QVERIFY(!get(service, "/api/v2/clients").body.isEmpty());
    QVERIFY(!get(service, "/api/v2/clients/a").body.isEmpty());
    QVERIFY(!get(service, "/api/v2/clients/b").body.isEmpty());
    QVERIFY(!get(service, "/nonsense").body.isEmpty());
    QCOMPARE(service.answer(tokenRequest("x"), moment()).status, 400);
    const DemoCounters counters = service.counters();
    const QMap<QString, int> expected{
        {u"GET /api/v2/clients"_s, 1},
        {u"GET /api/v2/clients/{id}"_s, 2},
        {u"GET other"_s, 1},
        {u"POST /oauth/token"_s, 5}};
    QCOMPARE(counters.requests, expected);
    QCOMPARE(counters.tokensIssued, 4);
    QCOMPARE(counters.concurrentPeak, 2);
}

QTEST_APPLESS_MAIN(TestService)
#include "tst_service.moc"
