// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "cliprocess.h"
#include "tests/support/faultserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Test::Answer;
using Test::CliProcess;
using Test::CliResult;
using Test::FaultServer;
using Test::ReceivedRequest;

namespace {

constexpr auto tokenPath = "/oauth/token"_L1;
constexpr auto listPath = "/api/v2/clients"_L1;
constexpr int total = 1'579;
constexpr int pageSize = 100;

Answer tokenAnswer(
    const QByteArray &members = {}, const QByteArray &token = "opaque-token-0123456789")
{
    return Answer::json(
        QByteArray("{\"access_token\":\"") + token + "\",\"token_type\":\"Bearer\"," + members
        + "\"expires_in\":3}");
}

/// Page \a page of a tenant with 1,579 applications.
Answer pageAnswer(int page)
{
    QJsonArray clients;
    for (int i = page * pageSize; i < std::min(total, (page + 1) * pageSize); ++i)
        clients.append(
            QJsonObject{{u"client_id"_s, u"client%1"_s.arg(i)}, {u"name"_s, u"App %1"_s.arg(i)}});
    const QJsonObject body{
        {u"total"_s, total},
        {u"start"_s, page * pageSize},
        {u"limit"_s, pageSize},
        {u"clients"_s, clients}};
    return Answer::json(QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Answer oneClient(const QByteArray &members)
{
    return Answer::json("{\"total\":1,\"start\":0,\"limit\":100,\"clients\":[{" + members + "}]}");
}

CliProcess &signedInto(CliProcess &command, const FaultServer &server)
{
    return command.with(u"AUTH0_DOMAIN"_s, server.domain())
        .with(u"AUTH0_CLIENT_ID"_s, u"Kq1Wm2Xr3Yt4Zu5Ab6Cd7Ef8Gh9Ij0Kl"_s)
        .with(
            u"AUTH0_CLIENT_SECRET"_s,
            u"abcdefghijklmnopqrstuvwxyz-0123456789_ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s);
}

CliResult run(const FaultServer &server, const QStringList &arguments)
{
    CliProcess command(arguments);
    return signedInto(command, server).run();
}

} // namespace

/// Servers that break HTTP, or say what no tenant says: an exit code and words for each, never a wrong result.
class TestFaultsProcess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void endsWithTheRightCode_data();
    void endsWithTheRightCode();
    void survivesABrokenList();
    void printsWhatThereIs();
    void sendsOnlyTwoKindsOfRequest();
    void printsNoSecretNobodyAskedFor();
    void neutralisesWhatComesFromOutside();
    void doesNotFollow();
    void sendsNotAByteToAnUntrustedServer();
    void stopsWhileTheServerIsSilent();
};

void TestFaultsProcess::endsWithTheRightCode_data()
{
    QTest::addColumn<Answer>("token");
    QTest::addColumn<Answer>("list");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("words");
    const Answer good = tokenAnswer();
    const Answer none = Answer::hang();
    const auto json = [](int status, const char *body) {
        return Answer::json(body).status(status);
    };
    QTest::newRow("token: wrong secret")
        << json(401, R"({"error":"access_denied","error_description":"Unauthorized"})") << none << 3
        << QByteArray("Unauthorized");
    QTest::newRow("token: no grant") << json(
        403,
        R"({"error":"access_denied","error_description":"Client is not authorized to access X"})")
                                     << none << 3
                                     << QByteArray("Client is not authorized to access X");
    QTest::newRow("token: HTML") << Answer::html("<html>login</html>") << none << 4
                                 << QByteArray("text/html");
    QTest::newRow("token: empty") << Answer::json("") << none << 4 << QByteArray();
    QTest::newRow("token: cut") << Answer::json(R"({"access_token":"a)") << none << 4
                                << QByteArray();
    QTest::newRow("token: reset") << Answer::resetPeer() << none << 4 << QByteArray();
    QTest::newRow("token: garbage")
        << Answer::garbage("SSH-2.0-x\r\n") << none << 4 << QByteArray();
    QTest::newRow("token: not found") << json(404, "{}") << none << 4 << QByteArray("404");
    QTest::newRow("token: DPoP") << Answer::json(
        R"({"access_token":"abc","token_type":"DPoP","expires_in":9})")
                                 << none << 4 << QByteArray("DPoP");
    QTest::newRow("token: wait an hour")
        << json(429, R"({"error":"too_many_requests","error_description":"Client quota exceeded"})")
               .header("Retry-After", "3600")
        << none << 5 << QByteArray("Client quota exceeded");
    QTest::newRow("list: missing scope")
        << good
        << json(
               403,
               R"({"statusCode":403,"error":"Forbidden","message":"Insufficient scope, expected any of: read:clients","errorCode":"insufficient_scope"})")
        << 3 << QByteArray("read:clients");
    QTest::newRow("list: 401 for ever")
        << good
        << json(401, R"({"statusCode":401,"error":"Unauthorized","message":"Bad audience: x"})")
        << 3 << QByteArray("Bad audience");
    QTest::newRow("list: wait an hour")
        << good
        << json(
               429,
               R"({"statusCode":429,"error":"Too Many Requests","message":"Global limit has been reached"})")
               .header("Retry-After", "3600")
        << 5 << QByteArray("Global limit has been reached");
    QTest::newRow("list: payment")
        << good
        << json(
               402,
               R"({"statusCode":402,"error":"Payment Required","message":"A paid subscription is required"})")
        << 4 << QByteArray("A paid subscription is required");
    QTest::newRow("list: no list") << good << Answer::json("{\"a\":1}") << 4 << QByteArray();
    QTest::newRow("list: total without clients")
        << good << Answer::json(R"({"total":5,"start":0,"limit":100,"clients":[]})") << 4
        << QByteArray();
    QTest::newRow("list: no clients at all")
        << good << Answer::json(R"({"total":0,"start":0,"limit":100,"clients":[]})") << 0
        << QByteArray();
}

void TestFaultsProcess::endsWithTheRightCode()
{
    QFETCH(const Answer, token);
    QFETCH(const Answer, list);
    QFETCH(const int, code);
    QFETCH(const QByteArray, words);
    FaultServer server;
    server.answer(tokenPath, token);
    if (QByteArray(QTest::currentDataTag()).startsWith("list")) // a renewal brings another one
        server.next(tokenPath, tokenAnswer({}, "the-first-token"));
    server.answer(listPath, list);
    const CliResult result = run(server, {u"applications"_s, u"--format"_s, u"ndjson"_s});
    QCOMPARE(result.out, "");
    QVERIFY2(
        result.code == code,
        qPrintable(u"%1: %2"_s.arg(result.code).arg(QString::fromUtf8(result.err))));
    QVERIFY2(result.err.contains(words), result.err.constData());
    QCOMPARE(result.err.isEmpty(), code == 0);
}

void TestFaultsProcess::survivesABrokenList()
{
    FaultServer server;
    server.handle(tokenPath, [&server](const ReceivedRequest &) {
        return tokenAnswer({}, "token-" + QByteArray::number(server.hits(tokenPath)));
    });
    server.handle(listPath, [](const ReceivedRequest &request) {
        return pageAnswer(request.parameter("page").toInt());
    });
    server.next(listPath, Answer::resetPeer());
    server.next(listPath, pageAnswer(0));
    server.next(listPath, Answer::html("<html>portal</html>"));
    server.next(listPath, Answer::json("{}").status(500));
    server.next(listPath, pageAnswer(1).limitBody(500));
    server.next(listPath, Answer::json("{}").status(429).header("Retry-After", "1"));
    server.next(listPath, Answer::json("{\"statusCode\":401}").status(401));
    const CliResult result = run(server, {u"applications"_s, u"--format"_s, u"ndjson"_s});
    QSet<QByteArray> ids;
    for (const QByteArray &line : result.out.split('\n')) {
        if (!line.isEmpty())
            ids.insert(QJsonDocument::fromJson(line)["client_id"_L1].toString().toUtf8());
    }
    QCOMPARE(int(ids.size()), int(result.out.count('\n')));
    QVERIFY2(result.code == 0, result.err.constData());
    QCOMPARE(ids.size(), total);
}

void TestFaultsProcess::printsWhatThereIs()
{
    FaultServer server;
    server.answer(tokenPath, tokenAnswer());
    server.handle(listPath, [](const ReceivedRequest &request) {
        const int page = request.parameter("page").toInt();
        return page < 3 ? pageAnswer(page) : Answer::json("{\"message\":\"no more\"}").status(418);
    });
    for (const QString &format : {u"ndjson"_s, u"json"_s, u"csv"_s, u"table"_s}) {
        const CliResult result = run(server, {u"applications"_s, u"--format"_s, format});
        QCOMPARE(result.code, 7);
        QVERIFY2(
            result.err.contains("300 of 1,579") || result.err.contains("300 of 1579"),
            result.err.constData());
        QVERIFY2(result.err.contains("no more"), result.err.constData());
        QCOMPARE(result.out.count("client2"), 111); // 2, 20–29, 200–299
        if (format == "json"_L1)
            QCOMPARE(QJsonDocument::fromJson(result.out).array().size(), 300);
    }
}

void TestFaultsProcess::sendsOnlyTwoKindsOfRequest()
{
    FaultServer server;
    server.answer(tokenPath, tokenAnswer());
    server.answer(listPath, oneClient("\"client_id\":\"a\""));
    for (const QStringList &arguments :
         {QStringList{u"token"_s}, QStringList{u"scopes"_s}, QStringList{u"applications"_s},
          QStringList{u"applications"_s, u"--secrets"_s}})
        QCOMPARE(run(server, arguments).code, 0);
    QCOMPARE(server.hits(), 6);
    for (const ReceivedRequest &request : server.requests()) {
        const bool isToken = request.method == "POST" && request.path() == tokenPath;
        const bool isList = request.method == "GET" && request.path() == listPath;
        QVERIFY2(isToken || isList, request.bytes.constData());
        QCOMPARE(isToken, request.bytes.contains("client_secret="));
        QVERIFY(!request.target.contains("opaque-token"));
    }
}

void TestFaultsProcess::printsNoSecretNobodyAskedFor()
{
    FaultServer server;
    server.answer(tokenPath, tokenAnswer());
    server.answer(
        listPath, oneClient(R"("client_id":"a","client_secret":"leaked-secret","n":1.0)"));
    for (const QString &format : {u"ndjson"_s, u"json"_s, u"csv"_s, u"table"_s}) {
        const CliResult plain = run(server, {u"applications"_s, u"--format"_s, format});
        QCOMPARE(plain.code, 0);
        QVERIFY2(!plain.out.contains("leaked-secret"), plain.out.constData());
        const CliResult secrets = run(
            server, {u"applications"_s, u"--format"_s, format, u"--secrets"_s});
        QCOMPARE(secrets.code, 0);
        QVERIFY2(secrets.out.contains("leaked-secret"), secrets.out.constData());
    }
    const CliResult exact = run(
        server, {u"applications"_s, u"--format"_s, u"ndjson"_s, u"--secrets"_s});
    QCOMPARE(exact.out, "{\"client_id\":\"a\",\"client_secret\":\"leaked-secret\",\"n\":1.0}\n");
}

void TestFaultsProcess::neutralisesWhatComesFromOutside()
{
    FaultServer server;
    server.answer(tokenPath, tokenAnswer("\"scope\":\"read:clients evil\\u001b[2Jscope\","));
    server.answer(
        listPath,
        oneClient("\"client_id\":\"a\x1b]0;b\",\"name\":\"\\u001b[31m\\u202ered\\u0007\""));
    for (const QStringList &arguments :
         {QStringList{u"scopes"_s}, QStringList{u"scopes"_s, u"--format"_s, u"json"_s},
          QStringList{u"applications"_s},
          QStringList{u"applications"_s, u"--format"_s, u"ndjson"_s}}) {
        const CliResult result = run(server, arguments);
        QCOMPARE(result.code, 0);
        QVERIFY2(
            !result.out.contains('\x1b') && !result.out.contains('\a'), result.out.constData());
        QVERIFY2(!result.out.contains("\u202e"), result.out.constData());
    }
    server.answer(
        tokenPath,
        Answer::json(
            "{\"error\":\"e\\u001b[1m\",\"error_description\":\"\\u001b[2J\\u009b\\u202egone\\r\\nline\"}")
            .status(401));
    const CliResult refused = run(server, {u"token"_s});
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.err.contains("gone"), refused.err.constData());
    QVERIFY(
        !refused.err.contains('\x1b') && !refused.err.contains("\u009b")
        && !refused.err.contains("\u202e") && !refused.err.contains('\r'));
}

void TestFaultsProcess::doesNotFollow()
{
    const FaultServer target;
    FaultServer server;
    server.answer(tokenPath, Answer::redirect(307, target.url(tokenPath).toEncoded()));
    const CliResult result = run(server, {u"token"_s});
    QCOMPARE(result.code, 4);
    QCOMPARE(result.out, "");
    QVERIFY2(result.err.contains("not followed"), result.err.constData());
    QCOMPARE(target.connections(), 0);
    QCOMPARE(server.hits(), 1);
}

void TestFaultsProcess::sendsNotAByteToAnUntrustedServer()
{
    const Test::CertificateAuthority ours(u"Test CA"_s);
    const Test::CertificateAuthority other(u"Other CA"_s);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"ca.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(ours.pem());
    file.close();
    const QString port = u"localhost"_s;
    FaultServer trusted(ours.issue({.hosts = {port}}));
    FaultServer untrusted(other.issue({.hosts = {port}}));
    for (FaultServer *server : {&trusted, &untrusted})
        server->answer(tokenPath, tokenAnswer());

    CliProcess good({u"token"_s, u"--ca-file"_s, file.fileName()});
    const CliResult token = signedInto(good, trusted).run();
    QCOMPARE(token.err, "");
    QCOMPARE(token.out, "opaque-token-0123456789\n");

    CliProcess bad({u"token"_s, u"--ca-file"_s, file.fileName()});
    const CliResult refused = signedInto(bad, untrusted).run();
    QCOMPARE(refused.code, 4);
    QCOMPARE(refused.out, "");
    QVERIFY2(refused.err.contains("Other CA"), refused.err.constData());
    QVERIFY(untrusted.connections() > 0);
    QCOMPARE(untrusted.bytesReceived(), 0);
}

void TestFaultsProcess::stopsWhileTheServerIsSilent()
{
    FaultServer server;
    server.answer(tokenPath, Answer::hang());
    CliProcess command({u"token"_s});
    signedInto(command, server).start();
    QTRY_COMPARE_WITH_TIMEOUT(server.hits(tokenPath), 1, 30'000);
    ::kill(pid_t(command.process().processId()), SIGINT);
    const CliResult result = command.finish();
    QCOMPARE(result.code, 130);
    QCOMPARE(result.out, "");
    QCOMPARE(result.err, "");
    QTRY_COMPARE(server.openConnections(), 0);
}

QTEST_GUILESS_MAIN(TestFaultsProcess)
#include "tst_faultsprocess.moc"
