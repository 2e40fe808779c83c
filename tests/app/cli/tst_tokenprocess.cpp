// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/tokencommand.h"
#include "app/jwt/decode.h"

#include "cliprocess.h"
#include "tests/support/scriptedtenant.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Test::CliProcess;
using Test::CliResult;

namespace {

constexpr auto marker = "x7Qk-marker-of-a-secret-0123456789abcdefghijklmn"_L1;

std::unique_ptr<Demo::DemoTenant> tenant(const Demo::DemoOptions &options = {})
{
    auto started = Demo::DemoTenant::start(options);
    if (!started)
        qFatal("no demo tenant");
    return std::move(*started);
}

bool isJwt(const QByteArray &text)
{
    return Jwt::decode(text).has_value();
}

} // namespace

/// `token` and `scopes` as scripts run them, over TLS with a private CA: what comes out, and how refusals look.
class TestTokenProcess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void printsTheTokenAndNothingElse();
    void takesTheSecretFromStandardInput();
    void takesOptionsBeforeTheEnvironment();
    void printsEveryFormat_data();
    void printsEveryFormat();
    void curlLinesWorkInAShell();
    void printsScopes();
    void worksWithoutANetwork();

    void refusesALifeTooShort();
    void promisesNoMoreThanTheClaimsDo();
    void promisesNoLifeThatIsUnknown();
    void aScriptAlwaysGetsALivingToken();
    void tellsTheTenantsWords();
    void sendsNothingToAnUntrustedServer();
    void refusesAnUnreadableCaFile();
    void refusesASecretAmongTheArguments();
    void namesWhatIsMissing();
    void tellsOfNoServer();
    void leavesNoSecretInSight();

private:
    [[nodiscard]] CliProcess command(const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QString m_caFile;
    std::unique_ptr<Demo::DemoTenant> m_tenant;
};

void TestTokenProcess::initTestCase()
{
    m_caFile = m_folder.filePath(u"ca.pem"_s);
    m_tenant = tenant({.tls = true, .caOut = m_caFile});
}

void TestTokenProcess::printsTheTokenAndNothingElse()
{
    const CliResult result = CliProcess({u"token"_s}).signedInto(*m_tenant, m_caFile).run();
    QCOMPARE(result.err, "");
    QCOMPARE(result.code, 0);
    QVERIFY(result.out.endsWith('\n'));
    QCOMPARE(result.out.count('\n'), 1);
    QVERIFY(isJwt(result.out.chopped(1)));
}

void TestTokenProcess::takesTheSecretFromStandardInput()
{
    const CliResult result = CliProcess({u"token"_s, u"--secret-stdin"_s})
                                 .signedInto(*m_tenant, m_caFile)
                                 .with(u"AUTH0_CLIENT_SECRET"_s, u"another one, which is wrong"_s)
                                 .input(m_tenant->clientSecret().toUtf8() + '\n')
                                 .run();
    QCOMPARE(result.err, "");
    QCOMPARE(result.code, 0);
    QVERIFY(isJwt(result.out.chopped(1)));
}

void TestTokenProcess::takesOptionsBeforeTheEnvironment()
{
    const CliResult result = CliProcess({u"--domain"_s, m_tenant->domain(), u"--client-id"_s,
                                         m_tenant->clientId(), u"--audience"_s,
                                         m_tenant->audience(), u"--ca-file"_s, m_caFile,
                                         u"token"_s})
                                 .with(u"AUTH0_DOMAIN"_s, u"http://localhost:1"_s)
                                 .with(u"AUTH0_CLIENT_ID"_s, u"nobody"_s)
                                 .with(u"AUTH0_AUDIENCE"_s, u"https://nowhere.example/"_s)
                                 .with(u"AUTH0_CLIENT_SECRET"_s, m_tenant->clientSecret())
                                 .with(u"TENANTSCOPE_CA_FILE"_s, u"/nowhere"_s)
                                 .run();
    QCOMPARE(result.err, "");
    QCOMPARE(result.code, 0);
}

void TestTokenProcess::printsEveryFormat_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QRegularExpression>("shape");
    const auto shape = [](const QString &pattern) {
        const QString whole = u"^"_s
            + QString(pattern).replace(u"TOKEN"_s, u"[-._~+/A-Za-z0-9]+=*"_s) + u"\\n$"_s;
        return QRegularExpression(whole);
    };
    QTest::newRow("raw") << u"raw"_s << shape(u"TOKEN"_s);
    QTest::newRow("header") << u"header"_s << shape(u"Authorization: Bearer TOKEN"_s);
    QTest::newRow("env") << u"env"_s << shape(u"export AUTH0_TOKEN='TOKEN'"_s);
    QTest::newRow("json") << u"json"_s << shape(u"\\{\"access_token\":\"TOKEN\",.*\\}"_s);
    QTest::newRow("curl") << u"curl"_s
                          << shape(u"TOKEN='TOKEN'\\ncurl .*Bearer \\$TOKEN.*"_s.replace(
                                 0, 5, u"TOK(?:)EN"_s));
}

void TestTokenProcess::printsEveryFormat()
{
    QFETCH(const QString, format);
    QFETCH(const QRegularExpression, shape);
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const CliResult result =
        CliProcess({u"token"_s, u"--format"_s, format}).signedInto(*m_tenant, m_caFile).run();
    QCOMPARE(result.code, 0);
    QVERIFY2(shape.match(QString::fromUtf8(result.out)).hasMatch(), result.out.constData());
    if (format != "json"_L1)
        return;
    const QJsonObject members = QJsonDocument::fromJson(result.out).object();
    QCOMPARE(members.value("token_type"_L1).toString(), u"Bearer"_s);
    const int left = members.value("expires_in"_L1).toInt();
    QVERIFY(left > 400 && left <= 600);
    const auto end = QDateTime::fromString(members.value("expires_at"_L1).toString(), Qt::ISODate);
    QVERIFY(end.isValid() && end.timeSpec() == Qt::UTC);
    QVERIFY(end > before.addSecs(400) && end < before.addSecs(800));
    QVERIFY(members.value("scope"_L1).toString().contains("read:clients"_L1));
    QCOMPARE(members.size(), 5);
}

void TestTokenProcess::curlLinesWorkInAShell()
{
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
        QSKIP("curl is not installed");
    const CliResult result =
        CliProcess({})
            .signedInto(*m_tenant, m_caFile)
            .shell(u"eval \"$(\"$CLI\" token --format curl) --silent --show-error\""_s);
    QCOMPARE(result.err, "");
    QCOMPARE(result.code, 0);
    const QJsonDocument list = QJsonDocument::fromJson(result.out);
    QVERIFY2(list.isArray(), result.out.constData());
}

void TestTokenProcess::printsScopes()
{
    const CliResult lines = CliProcess({u"scopes"_s}).signedInto(*m_tenant, m_caFile).run();
    QCOMPARE(lines.code, 0);
    QByteArrayList names = lines.out.chopped(1).split('\n');
    QVERIFY(names.contains("read:clients"));
    QCOMPARE(names.size(), Demo::usualScopes().size());

    const CliResult json =
        CliProcess({u"scopes"_s, u"--format"_s, u"json"_s}).signedInto(*m_tenant, m_caFile).run();
    QCOMPARE(json.code, 0);
    const QVariantList list = QJsonDocument::fromJson(json.out).toVariant().toList();
    QCOMPARE(list.size(), names.size());
    QCOMPARE(json.out.count('\n'), 1);
}

void TestTokenProcess::worksWithoutANetwork()
{
    for (const QStringList &arguments :
         {QStringList{u"token"_s, u"--demo"_s}, QStringList{u"scopes"_s, u"--demo"_s}}) {
        const CliResult result = CliProcess(arguments).run();
        QCOMPARE(result.err, "");
        QCOMPARE(result.code, 0);
        QVERIFY(!result.out.isEmpty());
    }
    for (const QStringList &arguments :
         {QStringList{u"--help"_s}, QStringList{u"--version"_s},
          QStringList{u"help"_s, u"token"_s}}) {
        const CliResult result = CliProcess(arguments).run();
        QCOMPARE(result.err, "");
        QCOMPARE(result.code, 0);
        QVERIFY(!result.out.isEmpty());
    }
}

void TestTokenProcess::refusesALifeTooShort()
{
    CliProcess command({u"token"_s, u"--min-life"_s, u"3600"_s});
    const CliResult result = command.signedInto(*m_tenant, m_caFile).run();
    QCOMPARE(result.code, 3);
    QCOMPARE(result.out, "");
    QVERIFY2(result.err.contains("3600 s"), result.err.constData());

    CliProcess enough({u"token"_s, u"--min-life"_s, u"300"_s});
    QCOMPARE(enough.signedInto(*m_tenant, m_caFile).run().code, 0);
}

void TestTokenProcess::promisesNoMoreThanTheClaimsDo()
{
    constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray token = QByteArray(R"({"alg":"RS256"})").toBase64(base64Url) + '.'
        + QByteArray(R"({"iat":1000,"exp":1120})").toBase64(base64Url) + ".c2ln";
    Test::ScriptedTenant tenant;
    tenant.script = [&token](const Test::SeenRequest &) {
        return std::optional(Test::ScriptedAnswer{
            .body = R"({"access_token":")" + token
                + R"(","token_type":"Bearer","expires_in":7200})",
            .headers = {}});
    };
    const auto run = [&tenant](const QString &least) {
        return CliProcess({u"token"_s, u"--min-life"_s, least})
            .with(u"AUTH0_DOMAIN"_s, tenant.domain().text())
            .with(u"AUTH0_CLIENT_ID"_s, u"machine"_s)
            .with(u"AUTH0_CLIENT_SECRET"_s, marker)
            .run();
    };
    const CliResult refused = run(u"600"_s);
    QCOMPARE(refused.code, 3);
    QCOMPARE(refused.out, "");
    QCOMPARE(run(u"60"_s).out, token + '\n');
}

void TestTokenProcess::promisesNoLifeThatIsUnknown()
{
    Test::ScriptedTenant silent;
    silent.script = [](const Test::SeenRequest &) {
        return std::optional(Test::ScriptedAnswer{
            .body = R"({"access_token":"opaque","token_type":"Bearer"})", .headers = {}});
    };
    const auto run = [&silent](const QStringList &arguments) {
        return CliProcess(arguments)
            .with(u"AUTH0_DOMAIN"_s, silent.domain().text())
            .with(u"AUTH0_CLIENT_ID"_s, u"machine"_s)
            .with(u"AUTH0_CLIENT_SECRET"_s, marker)
            .run();
    };
    const CliResult refused = run({u"token"_s, u"--min-life"_s, u"60"_s});
    QCOMPARE(refused.code, 3);
    QCOMPARE(refused.out, "");
    QVERIFY2(refused.err.contains("--min-life"), refused.err.constData());
    const CliResult given = run({u"token"_s});
    QCOMPARE(given.code, 0);
    QCOMPARE(given.out, "opaque\n");
}

/// As the README has it: a new token whenever the script asks, or none.
void TestTokenProcess::aScriptAlwaysGetsALivingToken()
{
    const int before = m_tenant->counters().requests.value(u"POST /oauth/token"_s);
    const CliResult both = CliProcess({}).signedInto(*m_tenant, m_caFile).shell(uR"(
        token() { "$CLI" token --min-life "$1"; }
        for turn in 1 2; do
            AUTH0_TOKEN=$(token 300) || exit
            printf '%s\n' "$AUTH0_TOKEN"
        done
        AUTH0_TOKEN=$(token 3600) || exit
        printf 'never\n')"_s);
    QCOMPARE(both.code, 3);
    const QByteArrayList lines = both.out.chopped(1).split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(isJwt(lines[0]) && isJwt(lines[1]));
    QCOMPARE(m_tenant->counters().requests.value(u"POST /oauth/token"_s), before + 3);
}

void TestTokenProcess::tellsTheTenantsWords()
{
    for (const QString &name : {u"token"_s, u"scopes"_s, u"applications"_s}) {
        CliProcess command({name});
        const int before = m_tenant->counters().requests.value(u"POST /oauth/token"_s);
        const CliResult result =
            command.signedInto(*m_tenant, m_caFile).with(u"AUTH0_CLIENT_SECRET"_s, marker).run();
        QCOMPARE(result.code, 3);
        QCOMPARE(result.out, "");
        QVERIFY2(result.err.contains("Unauthorized"), result.err.constData());
        QVERIFY2(result.err.contains("access_denied"), result.err.constData());
        QVERIFY(!result.err.contains(QByteArray(marker.data(), marker.size())));
        // A refusal is logged in the tenant each time: it is never repeated unasked.
        QCOMPARE(m_tenant->counters().requests.value(u"POST /oauth/token"_s), before + 1);
    }
}

void TestTokenProcess::sendsNothingToAnUntrustedServer()
{
    const int before = int(m_tenant->counters().requests.size());
    const Demo::DemoCounters counters = m_tenant->counters();
    const CliResult result = CliProcess({u"token"_s}).signedInto(*m_tenant).run();
    QCOMPARE(result.code, 4);
    QCOMPARE(result.out, "");
    QVERIFY2(result.err.contains("certificate"), result.err.constData());
    QVERIFY2(result.err.contains("--ca-file"), result.err.constData());
    QCOMPARE(m_tenant->counters().requests, counters.requests);
    QCOMPARE(int(m_tenant->counters().requests.size()), before);
}

void TestTokenProcess::refusesAnUnreadableCaFile()
{
    const CliResult result =
        CliProcess({u"token"_s}).signedInto(*m_tenant, m_folder.filePath(u"nothing.pem"_s)).run();
    QCOMPARE(result.code, 2);
    QCOMPARE(result.out, "");
    QVERIFY2(result.err.contains("nothing.pem"), result.err.constData());
}

void TestTokenProcess::refusesASecretAmongTheArguments()
{
    const int before = m_tenant->counters().requests.value(u"POST /oauth/token"_s);
    const QString value = marker;
    for (const QStringList &arguments :
         {QStringList{u"token"_s, u"--client-secret"_s, value},
          QStringList{u"token"_s, u"--client-secret=" + value},
          QStringList{u"token"_s, u"--secret-stdin"_s, value}}) {
        const CliResult result = CliProcess(arguments).signedInto(*m_tenant, m_caFile).run();
        QCOMPARE(result.code, 2);
        QCOMPARE(result.out, "");
        QVERIFY(!result.err.isEmpty());
        QVERIFY(!result.err.contains(QByteArray(marker.data(), marker.size())));
    }
    QCOMPARE(m_tenant->counters().requests.value(u"POST /oauth/token"_s), before);
}

void TestTokenProcess::namesWhatIsMissing()
{
    const CliResult result = CliProcess({u"token"_s}).run();
    QCOMPARE(result.code, 2);
    QCOMPARE(result.out, "");
    QVERIFY(result.err.contains("AUTH0_DOMAIN"));
    QVERIFY(result.err.contains("AUTH0_CLIENT_SECRET"));
    const CliResult wrong = CliProcess(
                                {u"token"_s, u"--domain"_s, u"tenant.auth0.com\\@evil.com"_s})
                                .with(u"AUTH0_CLIENT_ID"_s, u"Kq1Wm2Xr3Yt4Zu5Ab6Cd7Ef8Gh9Ij0Kl"_s)
                                .with(u"AUTH0_CLIENT_SECRET"_s, marker)
                                .run();
    QCOMPARE(wrong.code, 2);
    QCOMPARE(wrong.out, "");
}

void TestTokenProcess::tellsOfNoServer()
{
    const auto closed = tenant();
    CliProcess command({u"token"_s});
    command.signedInto(*closed);
    const quint16 port = closed->port();
    command.with(u"AUTH0_DOMAIN"_s, u"http://localhost:%1"_s.arg(port == 1 ? 2 : 1));
    const CliResult result = command.run();
    QCOMPARE(result.code, 4);
    QCOMPARE(result.out, "");
    QVERIFY2(result.err.contains("localhost"), result.err.constData());
}

void TestTokenProcess::leavesNoSecretInSight()
{
    const auto slow = tenant({.latency = std::chrono::milliseconds(60'000)});
    CliProcess command({u"token"_s});
    command.signedInto(*slow).with(u"AUTH0_CLIENT_SECRET"_s, marker);
    command.start();
    QTRY_COMPARE_WITH_TIMEOUT(slow->counters().concurrentPeak, 1, 30'000); // it has been sent
    const QByteArray secret(marker.data(), marker.size());
    for (const char *name : {"environ", "cmdline"}) {
        QFile file(
            u"/proc/%1/%2"_s.arg(command.process().processId()).arg(QLatin1StringView(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.isEmpty());
        QVERIFY2(!bytes.contains(secret), name);
    }
    command.process().terminate();
    const CliResult result = command.finish();
    QCOMPARE(result.code, 143);
    QCOMPARE(result.out, "");
}

QTEST_GUILESS_MAIN(TestTokenProcess)
#include "tst_tokenprocess.moc"
