// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/curl.h"
#include "app/session/tenantsession.h"
#include "app/session/tokenformat.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedtenant.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Tenantscope;
using namespace Tenantscope::Session;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Ended
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// Runs \a script in \a shell, the event loop turning meanwhile: what it asks may be answered in this thread.
Ended run(const QString &shell, const QByteArray &script, const QString &firstInPath = {})
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"script"_s));
    if (!file.open(QFile::WriteOnly) || file.write(script) != script.size())
        qFatal("no script");
    file.close();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, folder.path()); // nobody's .curlrc and the like
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.remove(u"AUTH0_TOKEN"_s);
    environment.remove(u"TOKEN"_s);
    if (!firstInPath.isEmpty())
        environment.insert(u"PATH"_s, firstInPath + u':' + environment.value(u"PATH"_s));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(shell, {file.fileName()});
    const bool hasEnded = QTest::qWaitFor(
        [&process] { return process.state() == QProcess::NotRunning; }, 60'000);
    if (!hasEnded)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// A folder with a program called \a name that prints its arguments, each ended by NUL, then what it is sent.
void standIn(const QTemporaryDir &folder, const QString &name)
{
    QFile program(folder.filePath(name));
    if (!program.open(QFile::WriteOnly))
        qFatal("no stand-in");
    program.write("#!/bin/sh\nprintf '%s\\0' \"$@\"\nexec cat\n");
    program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

OAuth::AccessToken tokenOf(const QByteArray &value)
{
    OAuth::AccessToken token;
    token.value = Base::Secret(value);
    return token;
}

bool isMissing(const char *program)
{
    return QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty();
}

/// \a value in the shape of \a format, beside a target whose own parts are hostile as well.
QByteArray text(TokenFormat format, const QByteArray &value)
{
    const Test::ManualClock clock;
    const TokenTarget target{
        .url = QUrl(u"https://a.auth0.com/api/v2/clients/$(id)'`id`?q=*"_s),
        .caFile = u"/tmp/o'clock $HOME.pem"_s};
    return formatted(format, tokenOf(value), target, clock, {}).reveal().toByteArray();
}

} // namespace

/// What a copied token becomes in the hands of those who read it: shells, jq, curl, HTTPie.
class TestTokenFormat final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void shapes_data();
    void shapes();
    void jsonTellsTheLife();
    void jsonTellsTheTrueEnd_data();
    void jsonTellsTheTrueEnd();
    void commandsHoldNoToken();
    void targetsOfASession();

    void shellsTakeItUnchanged_data() { addHostileTokens(); }
    void shellsTakeItUnchanged();
    void jqTakesItUnchanged_data() { addHostileTokens(); }
    void jqTakesItUnchanged();
    void curlIsGivenItUnchanged_data() { addHostileTokens(); }
    void curlIsGivenItUnchanged();
    void powerShellQuotes_data();
    void powerShellQuotes();

    void httpieNeedsNoArgument();
    void httpieSendsIt_data();
    void httpieSendsIt();
    void commandsReachAServer_data();
    void commandsReachAServer();

private:
    static void addHostileTokens();
};

void TestTokenFormat::initTestCase()
{
    for (const char *program : {"bash", "curl", "jq", "http"}) {
        if (isMissing(program))
            qInfo("%s is not installed: its rows are skipped", program);
    }
}

void TestTokenFormat::addHostileTokens()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("RFC 6750") << QByteArray("eyJhbGciOi.J9-_~+/ab==");
    QTest::newRow("tilde first") << QByteArray("~root/a:~b");
    QTest::newRow("blanks") << QByteArray("  two  blanks\tand a tab ");
    QTest::newRow("single quotes") << QByteArray("'a''b'; echo 'c");
    QTest::newRow("double quotes") << QByteArray("\"a\" \\\" b\\");
    QTest::newRow("dollars") << QByteArray("$HOME ${HOME} $(id) $((1+1)) $'x'");
    QTest::newRow("backticks") << QByteArray("`id`");
    QTest::newRow("lines") << QByteArray("one\ntwo\r\nthree\n\n'");
    QTest::newRow("history and globs") << QByteArray("!! !x * ? [a-z] {a,b} # & | ; < >");
    QTest::newRow("printf") << QByteArray("%s %d %% \\n \\0 -n");
    QTest::newRow("typographic quotes") << QByteArray("a\u2018b\u2019c\u201ad\u201be\u201c");
    std::mt19937 chance(20261124);
    const QByteArray spice("'\"\\$`!*?~#&|;<>(){}[] \t\n\r%^=-");
    for (int row = 0; row < 20; ++row) {
        QByteArray value;
        for (int i = 0; i < 60; ++i)
            value += chance() % 2 ? spice[qsizetype(chance() % quint32(spice.size()))]
                                  : char(1 + chance() % 126);
        QTest::addRow("random %d", row) << value;
    }
}

void TestTokenFormat::shapes_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, TokenFormat format, const char *expected) {
        QTest::newRow(name) << int(format) << QByteArray(expected);
    };
    row("token", TokenFormat::Token, "eyJ.a-b_c~=");
    row("header", TokenFormat::Header, "Authorization: Bearer eyJ.a-b_c~=");
    row("export", TokenFormat::Export, "export AUTH0_TOKEN='eyJ.a-b_c~='");
    row("PowerShell", TokenFormat::PowerShell, "$env:AUTH0_TOKEN = 'eyJ.a-b_c~='");
    row(".env", TokenFormat::DotEnv, "AUTH0_TOKEN='eyJ.a-b_c~='");
    row("JSON", TokenFormat::Json,
        R"({"access_token":"eyJ.a-b_c~=","expires_at":null,"expires_in":null,"scope":null,"token_type":"Bearer"})");
    row("curl", TokenFormat::CurlWithToken,
        "TOKEN='eyJ.a-b_c~='\ncurl --globoff --url 'https://contoso.eu.auth0.com/api/v2/clients' "
        "--header \"Authorization: Bearer $TOKEN\" --cacert '/etc/ca.pem'");
}

void TestTokenFormat::shapes()
{
    QFETCH(const int, format);
    const Test::ManualClock clock;
    const TokenTarget target{
        .url = QUrl(u"https://contoso.eu.auth0.com/api/v2/clients"_s), .caFile = u"/etc/ca.pem"_s};
    const Base::Secret made = formatted(
        TokenFormat(format), tokenOf("eyJ.a-b_c~="), target, clock, {});
    QTEST(made.reveal().toByteArray(), "expected");
}

void TestTokenFormat::jsonTellsTheLife()
{
    const Test::ManualClock clock;
    OAuth::AccessToken token = tokenOf("abc");
    token.expiresAt = clock.now() + 90min + 900ms;
    token.scopes = OAuth::ScopeSet::fromText(u"read:clients read:\"quotes\"");
    QCOMPARE(
        formatted(TokenFormat::Json, token, {}, clock, {}).reveal().toByteArray(),
        R"({"access_token":"abc","expires_at":"2026-11-24T13:30:00Z","expires_in":5400,)"
        R"("scope":"read:\"quotes\" read:clients","token_type":"Bearer"})");
}

void TestTokenFormat::jsonTellsTheTrueEnd_data()
{
    QTest::addColumn<int>("skew"); // ours minus theirs
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("right") << 0 << QByteArray("2026-11-24T13:30:00Z");
    QTest::newRow("a minute is nothing") << 60 << QByteArray("2026-11-24T13:30:00Z");
    QTest::newRow("fast") << 900 << QByteArray("2026-11-24T13:15:00Z");
    QTest::newRow("slow") << -900 << QByteArray("2026-11-24T13:45:00Z");
}

void TestTokenFormat::jsonTellsTheTrueEnd()
{
    QFETCH(const int, skew);
    QFETCH(const QByteArray, end);
    const Test::ManualClock clock;
    OAuth::AccessToken token = tokenOf("abc");
    token.expiresAt = clock.now() + 90min;
    const QByteArray json = formatted(
                                TokenFormat::Json, token, {}, clock, std::chrono::seconds(skew))
                                .reveal()
                                .toByteArray();
    const QByteArray wanted = "\"expires_at\":\"" + end + '"';
    QVERIFY2(json.contains(wanted), json.constData());
}

void TestTokenFormat::commandsHoldNoToken()
{
    const TokenTarget target{
        .url = QUrl(u"https://contoso.eu.auth0.com/api/v2/clients"_s), .caFile = u"/etc/ca.pem"_s};
    QCOMPARE(
        commandText(CommandFormat::Curl, target),
        u"curl --globoff --url 'https://contoso.eu.auth0.com/api/v2/clients' "
        "--header \"Authorization: Bearer $TOKEN\" --cacert '/etc/ca.pem'"_s);
    QCOMPARE(
        commandText(CommandFormat::Httpie, target),
        u"printf 'Bearer %s' \"$TOKEN\" | http --ignore-stdin --verify='/etc/ca.pem' GET "
        "'https://contoso.eu.auth0.com/api/v2/clients' Authorization:@/dev/stdin"_s);
    // An API whose identifier is no address.
    QCOMPARE(
        commandText(CommandFormat::Curl, {}), u"curl --header \"Authorization: Bearer $TOKEN\""_s);
    QVERIFY(commandText(CommandFormat::Httpie, {}).contains(u" 'https://api.invalid/' "_s));
}

void TestTokenFormat::targetsOfASession()
{
    Test::ManualClock clock;
    Test::FixedRandom random;
    Test::ScriptedTenant tenant;
    TenantSession session(clock, random, u"/etc/ca.pem"_s);
    session.signIn(tenant.credentials(), false);
    const QString address = session.domain().url(u"/api/v2/clients"_s).toString();
    QCOMPARE(
        sampleTarget(session).url.toString(),
        address + u"?fields=client_id,name,app_type&per_page=10"_s);
    QCOMPARE(sampleTarget(session).caFile, u"/etc/ca.pem"_s);
    session.setCaFile({});
    Tenant::Credentials other = tenant.credentials();
    other.audience = u"https://api.example.com/orders"_s;
    session.signIn(other, false);
    QCOMPARE(sampleTarget(session).url, QUrl(other.audience));
    QCOMPARE(sampleTarget(session).caFile, QString());
    other.audience = u"orders"_s;
    session.signIn(other, false);
    QCOMPARE(commandText(CommandFormat::Curl, {}).contains(u"orders"_s), false);
}

void TestTokenFormat::shellsTakeItUnchanged()
{
    QFETCH(const QByteArray, value);
    for (const char *shell : {"sh", "bash"}) {
        if (isMissing(shell))
            continue;
        const QString name = QString::fromLatin1(shell);
        const Ended exported = run(
            name,
            text(TokenFormat::Export, value)
                + "\nexec sh -c 'printf %s \"$AUTH0_TOKEN\"'"); // exported: children have it
        QCOMPARE(exported.err, "");
        QCOMPARE(exported.out, value);

        QTemporaryDir folder;
        QFile file(folder.filePath(u".env"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(text(TokenFormat::DotEnv, value) + '\n');
        file.close();
        const Ended sourced = run(
            name, ". " + file.fileName().toUtf8() + "\nprintf %s \"$AUTH0_TOKEN\"");
        QCOMPARE(sourced.err, "");
        QCOMPARE(sourced.out, value);
    }
}

void TestTokenFormat::jqTakesItUnchanged()
{
    if (isMissing("jq"))
        QSKIP("jq is not installed");
    QFETCH(const QByteArray, value);
    const Ended read = run(
        u"sh"_s,
        "jq --join-output .access_token <<'END OF IT'\n" + text(TokenFormat::Json, value)
            + "\nEND OF IT\n");
    QCOMPARE(read.err, "");
    QCOMPARE(read.out, value);
}

void TestTokenFormat::curlIsGivenItUnchanged()
{
    QFETCH(const QByteArray, value);
    QTemporaryDir programs;
    standIn(programs, u"curl"_s);
    const QByteArray lines = text(TokenFormat::CurlWithToken, value);
    for (const char *shell : {"sh", "bash"}) {
        if (isMissing(shell))
            continue;
        const Ended ended = run(QString::fromLatin1(shell), lines, programs.path());
        QCOMPARE(ended.err, "");
        const QByteArrayList arguments = ended.out.split('\0');
        QCOMPARE(arguments.size(), 8);
        QCOMPARE(
            arguments[2], QUrl(u"https://a.auth0.com/api/v2/clients/$(id)'`id`?q=*"_s).toEncoded());
        QCOMPARE(arguments[4], "Authorization: Bearer " + value);
        QCOMPARE(arguments[6], "/tmp/o'clock $HOME.pem");
    }
}

void TestTokenFormat::powerShellQuotes_data()
{
    // Debian has no PowerShell: the rule of about_Quoting_Rules, as text.
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *value, const char *expected) {
        QTest::newRow(name) << QByteArray(value) << QByteArray(expected);
    };
    row("plain", "abc.DEF-1==", "'abc.DEF-1=='");
    row("nothing expands", "$env:X `n $(1) \"", "'$env:X `n $(1) \"'");
    row("quote", "a'b''c", "'a''b''''c'");
    row("typographic", "a\u2018b\u2019c\u201ad\u201be",
        "'a\u2018\u2018b\u2019\u2019c\u201a\u201ad\u201b\u201be'");
    row("their neighbours", "\u2017\u201c\u201d", "'\u2017\u201c\u201d'");
    row("cut short", "a\xE2\x80", "'a\xE2\x80'");
    row("lines", "a\nb", "'a\nb'");
}

void TestTokenFormat::powerShellQuotes()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, expected);
    QCOMPARE(text(TokenFormat::PowerShell, value), "$env:AUTH0_TOKEN = " + expected);
}

void TestTokenFormat::httpieNeedsNoArgument()
{
    QTemporaryDir programs;
    standIn(programs, u"http"_s);
    const QByteArray value("ab%s.$c'\"\\d");
    const QString command = commandText(
        CommandFormat::Httpie, {.url = QUrl(u"https://a.auth0.com/$(id)'"_s), .caFile = {}});
    const Ended ended = run(
        u"sh"_s,
        "TOKEN=" + Http::shellQuoted(QString::fromUtf8(value)).toUtf8() + '\n' + command.toUtf8(),
        programs.path());
    QCOMPARE(ended.err, "");
    const QByteArrayList arguments = ended.out.split('\0');
    QCOMPARE(
        arguments,
        QByteArrayList(
            {"--ignore-stdin", "GET", QUrl(u"https://a.auth0.com/$(id)'"_s).toEncoded(),
             "Authorization:@/dev/stdin", "Bearer " + value}));
}

void TestTokenFormat::httpieSendsIt_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("RFC 6750") << QByteArray("eyJhbGciOi.J9-_~+/ab==");
    QTest::newRow("quotes and dollars") << QByteArray("a'b\"c $HOME `id` \\ %s;@:=");
}

void TestTokenFormat::httpieSendsIt()
{
    if (isMissing("http"))
        QSKIP("HTTPie is not installed");
    QFETCH(const QByteArray, value);
    const QString command = commandText(
        CommandFormat::Httpie,
        {.url = QUrl(u"https://a.auth0.com/api/v2/clients?q=%27x"_s), .caFile = {}});
    const Ended ended = run(
        u"sh"_s,
        "TOKEN=" + Http::shellQuoted(QString::fromUtf8(value)).toUtf8() + '\n' + command.toUtf8()
            + " --offline --print=H");
    QCOMPARE(ended.err, "");
    const QByteArray header = "\r\nAuthorization: Bearer " + value + "\r\n";
    QVERIFY2(ended.out.contains(header), ended.out.constData());
    QVERIFY2(ended.out.startsWith("GET /api/v2/clients?q=%27x HTTP"), ended.out.constData());
}

void TestTokenFormat::commandsReachAServer_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::newRow("curl with the token") << QByteArray("curl");
    QTest::newRow("curl with $TOKEN") << QByteArray("curl $TOKEN");
    QTest::newRow("HTTPie") << QByteArray("http");
}

void TestTokenFormat::commandsReachAServer()
{
    QFETCH(const QByteArray, program);
    if (isMissing(program.split(' ').constFirst().constData()))
        QSKIP("it is not installed");
    Test::ManualClock clock;
    Test::FixedRandom random;
    Test::ScriptedTenant tenant;
    tenant.applications = Test::ScriptedTenant::makeApplications(3);
    TenantSession session(clock, random);
    session.signIn(tenant.credentials(), false);
    QTRY_VERIFY(OAuth::tokenOf(session.tokenState()));
    const OAuth::AccessToken token = *OAuth::tokenOf(session.tokenState());
    const TokenTarget target = sampleTarget(session);
    const QByteArray exports = "TOKEN=token-1\n";
    const QByteArray lines = program == "http"
        ? exports + commandText(CommandFormat::Httpie, target).toUtf8()
        : program == "curl"
        ? formatted(TokenFormat::CurlWithToken, token, target, clock, {}).reveal().toByteArray()
        : exports + commandText(CommandFormat::Curl, target).toUtf8();
    const Ended ended = run(u"sh"_s, lines);
    QVERIFY2(ended.out.contains("id00002"), ended.err.constData());
    QCOMPARE(tenant.requests().constLast().bearer, "token-1");
    QCOMPARE(tenant.requests().constLast().method, "GET");
    QCOMPARE(tenant.requests().constLast().value(u"per_page"_s), u"10"_s);
}

QTEST_GUILESS_MAIN(TestTokenFormat)
#include "tst_tokenformat.moc"
