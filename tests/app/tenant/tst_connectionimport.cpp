// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/connectionimport.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Tenant;
using Base::Secret;

namespace {

/// The dashboard's own: Applications > APIs > Test.
constexpr auto dashboardCurl = R"(curl --request POST \
  --url https://contoso.eu.auth0.com/oauth/token \
  --header 'content-type: application/json' \
  --data '{"client_id":"id1","client_secret":"s-1_x","audience":"https://contoso.eu.auth0.com/api/v2/","grant_type":"client_credentials"}')";

constexpr auto cliFile = R"({
    "install_id": "3998b053-dd7f-4bfe-bb10-c4f3a96a0180",
    "default_tenant": "contoso.eu.auth0.com",
    "tenants": {
        "fabrikam.auth0.com": {"name": "fabrikam", "domain": "fabrikam.auth0.com", "client_id": "other"},
        "contoso.eu.auth0.com": {"name": "contoso", "domain": "contoso.eu.auth0.com",
            "access_token": "eyJ0.MARKER.x", "scopes": ["read:clients"], "client_id": "id1"}
    }
})";

QByteArray nested(qsizetype depth)
{
    return QByteArray(R"({"a":)").repeated(depth) + "1" + QByteArray("}").repeated(depth);
}

} // namespace

class TestConnectionImport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void reads_data();
    void reads();
    void leavesOut_data();
    void leavesOut();
    void refuses_data();
    void refuses();
    void neverMixesTwoTenants();
    void takesWhateverComes();
};

void TestConnectionImport::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ImportFormat>("format");
    QTest::addColumn<QStringList>("values"); // domain, client ID, secret, audience, organization
    const auto row = [](const char *name, ImportFormat format, const QByteArray &text,
                        const QStringList &values) {
        QTest::newRow(name) << text << format << values;
    };
    using enum ImportFormat;
    const QString domain = u"contoso.eu.auth0.com"_s;
    const QString audience = u"https://contoso.eu.auth0.com/api/v2/"_s;
    const QStringList three{domain, u"id1"_s, u"s-1_x"_s, {}, {}};
    const QStringList four{domain, u"id1"_s, u"s-1_x"_s, audience, {}};

    row("env", DotEnv,
        "AUTH0_DOMAIN=contoso.eu.auth0.com\nAUTH0_CLIENT_ID=id1\nAUTH0_CLIENT_SECRET=s-1_x\n",
        three);
    row("env, CRLF, blank lines, comments", DotEnv,
        "# of contoso\r\n\r\nAUTH0_DOMAIN = contoso.eu.auth0.com # the EU\r\n  AUTH0_CLIENT_ID=id1"
        "\r\n\r\nAUTH0_CLIENT_SECRET=s-1_x",
        three);
    row("env, quotes", DotEnv,
        "AUTH0_DOMAIN=\"contoso.eu.auth0.com\"\nAUTH0_CLIENT_ID='id1'\nAUTH0_CLIENT_SECRET=`s-1_x`",
        three);
    row("env, escapes in double quotes", DotEnv, R"(AUTH0_CLIENT_SECRET="a\"b\\c")",
        {{}, {}, u"a\"b\\c"_s, {}, {}});
    row("env, no escapes in single quotes", DotEnv, R"(AUTH0_CLIENT_SECRET='a\b#c')",
        {{}, {}, u"a\\b#c"_s, {}, {}});
    row("env, hash inside", DotEnv, "AUTH0_CLIENT_SECRET=a#b", {{}, {}, u"a#b"_s, {}, {}});
    row("env, equals inside", DotEnv, "AUTH0_CLIENT_SECRET=a=b==", {{}, {}, u"a=b=="_s, {}, {}});
    row("env, export", DotEnv,
        "export AUTH0_DOMAIN=contoso.eu.auth0.com\nexport AUTH0_CLIENT_ID=id1\nexport "
        "AUTH0_CLIENT_SECRET='s-1_x'",
        three);
    row("env, Windows", DotEnv,
        "set AUTH0_DOMAIN=contoso.eu.auth0.com\nset AUTH0_CLIENT_ID=id1\nSET "
        "AUTH0_CLIENT_SECRET=s-1_x",
        three);
    row("env, PowerShell", DotEnv,
        "$env:AUTH0_DOMAIN = \"contoso.eu.auth0.com\"\n$Env:AUTH0_CLIENT_ID='id1'\n$env:AUTH0_"
        "CLIENT_SECRET = 's-1_x'",
        three);
    row("env, all five", DotEnv,
        "AUTH0_DOMAIN=contoso.eu.auth0.com\nAUTH0_CLIENT_ID=id1\nAUTH0_CLIENT_SECRET=s-1_x\n"
        "AUTH0_AUDIENCE=https://contoso.eu.auth0.com/api/v2/\nAUTH0_ORGANIZATION=org_1",
        {domain, u"id1"_s, u"s-1_x"_s, audience, u"org_1"_s});
    row("curl, client by -u, the rest as JSON", Curl,
        R"(curl -u id1:s-1_x https://contoso.eu.auth0.com/oauth/token )"
        R"(-d '{"audience":"https://contoso.eu.auth0.com/api/v2/"}')",
        four);
    row("env, prefixes of frameworks", DotEnv,
        "VITE_AUTH0_DOMAIN=contoso.eu.auth0.com\nREACT_APP_AUTH0_CLIENT_ID=id1",
        {domain, u"id1"_s, {}, {}, {}});
    row("env, the plain name counts more", DotEnv, "AUTH0_CLIENT_ID=id1\nVITE_AUTH0_CLIENT_ID=spa",
        {{}, u"id1"_s, {}, {}, {}});
    row("env, the last one counts", DotEnv, "AUTH0_CLIENT_ID=old\nAUTH0_CLIENT_ID=id1",
        {{}, u"id1"_s, {}, {}, {}});
    row("env, issuer", DotEnv, "AUTH0_ISSUER_BASE_URL=https://contoso.eu.auth0.com",
        {u"https://contoso.eu.auth0.com"_s, {}, {}, {}, {}});
    row("env, another's open quote", DotEnv,
        "KEY=\"-----BEGIN\nabc\n-----END\"\nAUTH0_CLIENT_ID=id1", {{}, u"id1"_s, {}, {}, {}});
    row("env, byte order mark", DotEnv,
        "\xEF\xBB\xBF"
        "AUTH0_CLIENT_ID=id1",
        {{}, u"id1"_s, {}, {}, {}});

    row("JSON, snake case", Json,
        R"({"domain":"contoso.eu.auth0.com","client_id":"id1","client_secret":"s-1_x"})", three);
    row("JSON, camel case", Json,
        R"( {"domain":"contoso.eu.auth0.com", "clientId":"id1",
             "clientSecret":"s-1_x","audience":"https://contoso.eu.auth0.com/api/v2/"} )",
        four);
    row("JSON, auth0-deploy-cli", Json,
        R"({"AUTH0_DOMAIN":"contoso.eu.auth0.com","AUTH0_CLIENT_ID":"id1",
            "AUTH0_CLIENT_SECRET":"s-1_x","AUTH0_ALLOW_DELETE":false})",
        three);
    row("JSON, nested", Json,
        R"({"name":"x","auth0":{"domain":"contoso.eu.auth0.com","clientId":"id1",
            "clientSecret":"s-1_x"},"port":1})",
        three);
    row("JSON, audience nested", Json,
        R"({"domain":"contoso.eu.auth0.com","clientId":"id1","clientSecret":"s-1_x",
            "authorizationParams":{"audience":"https://contoso.eu.auth0.com/api/v2/"}})",
        four);
    row("JSON, escapes", Json, R"({"client_secret":"a\u00e9\ud83d\ude00\/\"\n\\"})",
        {{}, {}, u"aé😀/\"\n\\"_s, {}, {}});
    row("JSON, lone surrogates", Json, R"({"client_secret":"a\ud83dx\ude00"})",
        {{}, {}, u"a\ufffdx\ufffd"_s, {}, {}});
    row("JSON, the last one counts", Json, R"({"client_id":"old","client_id":"id1"})",
        {{}, u"id1"_s, {}, {}, {}});

    row("curl of the dashboard", Curl, dashboardCurl, four);
    row("curl, after a prompt", Curl, QByteArray("$ ") + dashboardCurl, four);
    row("curl, after a comment", Curl, QByteArray("# get a token\n\n") + dashboardCurl, four);
    row("curl, CRLF", Curl, QByteArray(dashboardCurl).replace('\n', "\r\n"), four);
    row("curl, form", Curl,
        "curl -X POST https://contoso.eu.auth0.com/oauth/token -H 'content-type: "
        "application/x-www-form-urlencoded' -d 'grant_type=client_credentials&client_id=id1&"
        "client_secret=s-1_x&audience=https%3A%2F%2Fcontoso.eu.auth0.com%2Fapi%2Fv2%2F'",
        four);
    row("curl, one option a value", Curl,
        "curl https://contoso.eu.auth0.com/oauth/token --data grant_type=client_credentials "
        "--data \"client_id=id1\" --data client_secret=s-1_x --data "
        "'audience=https://contoso.eu.auth0.com/api/v2/'",
        four);
    row("curl, url-encoded by curl", Curl,
        "curl https://contoso.eu.auth0.com/oauth/token --data-urlencode 'client_secret=a+b%41&c=d'",
        {domain, {}, u"a+b%41&c=d"_s, {}, {}});
    row("curl, url-encoded before", Curl,
        "curl https://contoso.eu.auth0.com/oauth/token -d 'client_secret=a%2Bb+c%26%zz%'",
        {domain, {}, u"a+b c&%zz%"_s, {}, {}});
    row("curl, --json", Curl,
        R"(curl --json '{"client_id":"id1"}' https://contoso.eu.auth0.com/oauth/token)",
        {domain, u"id1"_s, {}, {}, {}});
    row("curl, double quotes", Curl,
        R"(curl "https://contoso.eu.auth0.com/oauth/token" -d "{\"client_secret\":\"a\$b\"}")",
        {domain, {}, u"a$b"_s, {}, {}});
    row("curl, bash's quotes", Curl,
        R"(curl https://contoso.eu.auth0.com/oauth/token --data-raw $'client_secret=it\'s')",
        {domain, {}, u"it's"_s, {}, {}});
    row("curl, options attached", Curl,
        "curl -sSLXPOST -dclient_id=id1 -sd client_secret=s-1_x "
        "https://contoso.eu.auth0.com/oauth/token | jq .access_token",
        three);
    row("curl, HTTP Basic", Curl,
        "curl -u id1:s-1_x https://contoso.eu.auth0.com/oauth/token -d grant_type=client_credentials",
        three);
    row("curl, options in between", Curl,
        "curl.exe -o token.json --max-time 5 -w '%{http_code}' -H 'a: b' --url "
        "'https://contoso.eu.auth0.com/oauth/token?x=1' -d client_id=id1",
        {domain, u"id1"_s, {}, {}, {}});
    row("curl, loopback", Curl, "curl http://127.0.0.1:8080/oauth/token -d client_id=id1",
        {u"http://127.0.0.1:8080"_s, u"id1"_s, {}, {}, {}});

    row("auth0-cli", Auth0CliFile, cliFile, {domain, u"id1"_s, {}, {}, {}});
    row("auth0-cli, no default", Auth0CliFile,
        R"({"default_tenant":"","tenants":{"contoso.eu.auth0.com":{"name":"contoso"}}})",
        {domain, {}, {}, {}, {}});
}

void TestConnectionImport::reads()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, values);
    const Base::Result<ImportedConnection> read = importConnection(text);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QTEST(read->format, "format");
    QCOMPARE(read->values.domain, values[0]);
    QCOMPARE(read->values.clientId, values[1]);
    QCOMPARE(read->values.clientSecret.reveal().toByteArray(), values[2].toUtf8());
    QCOMPARE(read->values.audience, values[3]);
    QCOMPARE(read->values.organization, values[4]);
}

void TestConnectionImport::leavesOut_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("env", "AUTH0_CLIENT_ID=id1\nAUTH0_CLIENT_SECRET=$SECRET");
    row("env, braces", "AUTH0_CLIENT_ID=id1\nAUTH0_CLIENT_SECRET=\"${SECRET}\"");
    row("env, nothing", "AUTH0_CLIENT_ID=id1\nAUTH0_CLIENT_SECRET=");
    row("JSON, null", R"({"client_id":"id1","client_secret":null})");
    row("JSON, number", R"({"client_id":"id1","client_secret":12})");
    row("curl",
        "curl https://t.auth0.com/oauth/token -d client_id=id1 -d \"client_secret=$SECRET\"");
    row("curl, from a file",
        "curl https://t.auth0.com/oauth/token -d client_id=id1 --data-urlencode client_secret@file");
    row("auth0-cli has a token only", cliFile);
}

void TestConnectionImport::leavesOut()
{
    QFETCH(const QByteArray, text);
    const Base::Result<ImportedConnection> read = importConnection(text);
    QVERIFY(read);
    QCOMPARE(read->values.clientId, u"id1"_s);
    QVERIFY(read->values.clientSecret.isEmpty());
}

void TestConnectionImport::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QLatin1StringView>("rule");
    const auto row = [](const char *name, const QByteArray &text, QLatin1StringView rule) {
        QTest::newRow(name) << text << rule;
    };
    row("empty", {}, ImportRule::empty);
    row("blanks", " \r\n\t", ImportRule::empty);
    row("prose", "Meet me at noon, client_id and all.", ImportRule::nothing);
    row("a domain", "contoso.eu.auth0.com", ImportRule::nothing);
    row("another's env", "PORT=1\nDOMAIN=x", ImportRule::nothing);
    row("only a variable", "AUTH0_CLIENT_SECRET=$SECRET", ImportRule::nothing);
    row("1 MB and a byte", QByteArray(largestImport + 1, 'a'), ImportRule::tooLarge);
    row("1 MB of a letter", QByteArray(largestImport, 'a'), ImportRule::nothing);
    row("1 MB of line ends", "a" + QByteArray(largestImport - 2, '\n') + "a", ImportRule::nothing);
    row("1 MB of quotes", "curl " + QByteArray(largestImport - 5, '\''), ImportRule::quote);
    row("1 MB of braces", QByteArray(largestImport, '{'), ImportRule::json);
    row("NUL", QByteArray("AUTH0_CLIENT_ID=a\0b", 19), ImportRule::binary);
    row("UTF-16", QByteArray("\xFF\xFE{\0}\0", 6), ImportRule::binary);
    row("ELF",
        QByteArray("\x7f"
                   "ELF\2\1\1"),
        ImportRule::binary);
    row("Latin-1", "AUTH0_CLIENT_ID=\xE9", ImportRule::binary);
    row("deep JSON", nested(2'000), ImportRule::json);
    row("deep JSON, 300 kB", nested(50'000), ImportRule::json);
    row("JSON cut off", R"({"client_id":"id1","client_secret":"s-1)", ImportRule::json);
    row("JSON and more", R"({"client_id":"id1"} x)", ImportRule::json);
    row("no JSON", "{client_id: 'id1'}", ImportRule::json);
    row("a list", R"([{"client_id":"id1"}])", ImportRule::json);
    row("JSON of something else", R"({"name":"x"})", ImportRule::nothing);
    row("two levels down", R"({"a":{"b":{"client_id":"id1"}}})", ImportRule::nothing);
    row("env, open quote", "AUTH0_CLIENT_SECRET=\"s-1", ImportRule::quote);
    row("curl, open quote", "curl 'https://t.auth0.com/oauth/token -d client_id=id1",
        ImportRule::quote);
    row("curl, JSON cut off", R"(curl https://t.auth0.com/oauth/token -d '{"client_id":"i')",
        ImportRule::json);
    row("curl of the API", "curl https://t.auth0.com/api/v2/clients -H 'Authorization: Bearer x'",
        ImportRule::noTokenRequest);
    row("curl of nothing", "curl --data", ImportRule::noTokenRequest);
    row("auth0-cli, default tenant gone",
        R"({"default_tenant":"x","tenants":{"y":{"domain":"y"}}})", ImportRule::noTenant);
    row("auth0-cli, no tenant", R"({"default_tenant":"","tenants":{}})", ImportRule::noTenant);
    row("auth0-cli, damaged", R"({"tenants":{"x":[]}})", ImportRule::noTenant);
}

void TestConnectionImport::refuses()
{
    QFETCH(const QByteArray, text);
    const Base::Result<ImportedConnection> read = importConnection(text);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Base::ErrorKind::InvalidImport);
    QFETCH(const QLatin1StringView, rule);
    QCOMPARE(read.error().detail, QString(rule));
}

void TestConnectionImport::neverMixesTwoTenants()
{
    const auto read = importConnection(
        R"({"dev":{"domain":"dev.auth0.com","clientId":"d"},
            "prod":{"domain":"prod.auth0.com","clientId":"p","clientSecret":"s"}})");
    QVERIFY(read);
    QCOMPARE(read->values.domain, u"prod.auth0.com"_s);
    QCOMPARE(read->values.clientId, u"p"_s);
    const auto beside = importConnection(
        R"({"domain":"dev.auth0.com","clientId":"d",
            "prod":{"domain":"prod.auth0.com","clientSecret":"s","audience":"a"}})");
    QVERIFY(beside);
    QVERIFY(beside->values.clientSecret.isEmpty());
    QVERIFY(beside->values.audience.isEmpty());
    const auto environment = importConnection(
        "DEV_AUTH0_DOMAIN=dev.auth0.com\nDEV_AUTH0_CLIENT_ID=d\nDEV_AUTH0_AUDIENCE=a\n"
        "PROD_AUTH0_DOMAIN=prod.auth0.com\nPROD_AUTH0_CLIENT_SECRET=s\n");
    QVERIFY(environment);
    QCOMPARE(environment->values.domain, u"dev.auth0.com"_s);
    QVERIFY(environment->values.clientSecret.isEmpty());
    const auto plain = importConnection("AUTH0_DOMAIN=dev.auth0.com\nPROD_AUTH0_CLIENT_SECRET=s\n");
    QVERIFY(plain);
    QCOMPARE(plain->values.domain, u"dev.auth0.com"_s);
    QVERIFY(plain->values.clientSecret.isEmpty());
}

/// Spoils good texts in a few hundred ways, the same each time; the sanitizers look on.
void TestConnectionImport::takesWhateverComes()
{
    const QList<QByteArray> good{
        dashboardCurl, cliFile,
        "export AUTH0_DOMAIN=\"a.b\" # c\n$env:AUTH0_CLIENT_SECRET='x'\nAUTH0_CLIENT_ID=`i`",
        R"({"auth0":{"domain":"a.b","client_secret":"\u00e9\ud83d\ude00\\"}})",
        R"(curl https://a.b/oauth/token -sd $'client_secret=it\'s' --data-urlencode "audience=%41+")"};
    constexpr char spices[] = "\"'`\\{}[]:,=&%$+ \n\r\t#-u\xC3\xE9";
    QRandomGenerator random(4711);
    for (int round = 0; round < 600; ++round) {
        QByteArray text = good.at(round % good.size());
        const int changes = 1 + random.bounded(4);
        for (int i = 0; i < changes && !text.isEmpty(); ++i) {
            const qsizetype at = random.bounded(int(text.size()));
            const char spice = spices[random.bounded(int(sizeof spices) - 1)];
            switch (random.bounded(4)) {
            case 0:
                text.truncate(at);
                break;
            case 1:
                text.insert(at, spice);
                break;
            case 2:
                text[at] = spice;
                break;
            default:
                text.remove(at, 1 + random.bounded(5));
            }
        }
        const auto read = importConnection(text);
        if (!read)
            QCOMPARE(read.error().kind, Base::ErrorKind::InvalidImport);
    }
}

QTEST_GUILESS_MAIN(TestConnectionImport)
#include "tst_connectionimport.moc"
