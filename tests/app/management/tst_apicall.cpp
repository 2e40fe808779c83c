// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/client.h"
#include "app/management/apicall.h"
#include "app/management/managementclient.h"
#include "app/oauth/tokenkeeper.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedtenant.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tenantscope;
using Base::ErrorKind;
using Management::ApiCall;
using Test::ScriptedAnswer;
using Test::ScriptedTenant;
using Test::SeenRequest;

namespace {

/// All that stands between a call and the tenant, on a clock that stands still.
struct Line
{
    Line() { keeper.setCredentials(tenant.credentials()); }

    ApiCall *get() { return management.get(u"/api/v2/clients"_s, {}, &parent); }

    ScriptedTenant tenant;
    Test::ManualClock clock;
    Test::FixedRandom random;
    Http::Client client{clock, random};
    OAuth::TokenKeeper keeper{client, clock, random};
    Management::ManagementClient management{client, keeper, clock, tenant.domain()};
    QObject parent;
};

std::optional<ScriptedAnswer> unauthorized()
{
    return ScriptedTenant::apiError(401, u"Unauthorized"_s, u"Invalid token."_s);
}

} // namespace

class TestApiCall final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void carriesALivingToken();
    void asksForOneApplication();
    void renewsOnceOnA401();
    void renewsOnceForAllThatMetIt();
    void takesTheSameBytesForANewToken();
    void aTokenInItsLastSecondMayBeOver();
    void secondA401IsFinal();
    void aTokenThatDiedOnTheWayDoesNotCount();
    void tellsWhyThereIsNoToken();
    void cancels();
    void cancelsWhileWaitingForAToken();
    void deletingDropsTheConnection();
};

void TestApiCall::carriesALivingToken()
{
    Line line;
    ApiCall *call = line.get();
    QVERIFY(call->isQueued());
    QSignalSpy finished(call, &ApiCall::finished);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(call->result().has_value());
    QCOMPARE(line.tenant.requests().size(), 2);
    QCOMPARE(line.tenant.requests().last().bearer, "token-1");
    QCOMPARE(line.tenant.requests().last().method, "GET");
    QVERIFY(!call->isQueued());
    QCOMPARE(finished.count(), 1);
}

void TestApiCall::asksForOneApplication()
{
    Line line;
    ApiCall *call = line.management.application(u"../tenants/settings?x#y"_s, &line.parent);
    QTRY_VERIFY(call->isFinished());
    const SeenRequest seen = line.tenant.requests().last();
    QVERIFY2(seen.path.startsWith(u"/api/v2/clients/"_s), qPrintable(seen.path));
    QCOMPARE(seen.path.count(u'/'), 4);
    QCOMPARE(seen.value(u"fields"_s), u"client_secret,signing_keys,encryption_key"_s);
    QCOMPARE(call->result().error().kind, ErrorKind::NotFound);
}

void TestApiCall::renewsOnceOnA401()
{
    Line line;
    line.tenant.script = [](const SeenRequest &request) {
        return request.bearer == "token-1" ? unauthorized() : std::nullopt;
    };
    ApiCall *call = line.get();
    QTRY_VERIFY(call->isFinished());
    QVERIFY(call->result().has_value());
    QCOMPARE(line.tenant.tokensGiven(), 2);
    QCOMPARE(line.tenant.pagesAsked(), 2);
}

void TestApiCall::renewsOnceForAllThatMetIt()
{
    Line line;
    const ApiCall *first = line.get();
    QTRY_VERIFY(first->isFinished()); // the limits are learned
    line.tenant.holds = [](const SeenRequest &request) { return request.bearer == "token-1"; };
    line.tenant.script = [](const SeenRequest &request) {
        return request.bearer == "token-1" ? unauthorized() : std::nullopt;
    };
    QList<ApiCall *> calls;
    for (int i = 0; i < 6; ++i)
        calls.append(line.get());
    QTRY_COMPARE(line.tenant.held(), 6);
    line.tenant.release();
    for (const ApiCall *call : calls) {
        QTRY_VERIFY(call->isFinished());
        QVERIFY(call->result().has_value());
    }
    QCOMPARE(line.tenant.tokensGiven(), 2);
}

void TestApiCall::takesTheSameBytesForANewToken()
{
    Line line;
    line.tenant.script = [&line](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (request.path != ScriptedTenant::tokenPath())
            return line.tenant.pagesAsked() == 1 ? unauthorized() : std::nullopt;
        return ScriptedTenant::json(QJsonObject{
            {u"access_token"_s, u"always-this"_s},
            {u"token_type"_s, u"Bearer"_s},
            {u"expires_in"_s, 600}});
    };
    ApiCall *call = line.get();
    QTRY_VERIFY(call->isFinished());
    QVERIFY(call->result().has_value());
    QCOMPARE(line.tenant.pagesAsked(), 2);
}

void TestApiCall::aTokenInItsLastSecondMayBeOver()
{
    Line line;
    line.tenant.tokenLife = 3;
    line.tenant.holds = [](const SeenRequest &request) { return request.bearer == "token-1"; };
    line.tenant.script = [](const SeenRequest &request) {
        return request.bearer == "token-1" || request.bearer == "token-2" ? unauthorized()
                                                                          : std::nullopt;
    };
    ApiCall *call = line.get();
    QTRY_COMPARE(line.tenant.held(), 1);
    line.clock.advance(2s); // the tenant signed it late in a second, so to the tenant it is over
    QTRY_COMPARE(line.tenant.tokensGiven(), 2);
    line.tenant.release();
    QTRY_VERIFY(call->isFinished());
    QVERIFY(call->result().has_value());
    QCOMPARE(line.tenant.requests().last().bearer, "token-3");
}

void TestApiCall::secondA401IsFinal()
{
    Line line;
    line.tenant.script = [](const SeenRequest &request) {
        return request.path == ScriptedTenant::clientsPath() ? unauthorized() : std::nullopt;
    };
    ApiCall *call = line.get();
    QTRY_VERIFY(call->isFinished());
    QCOMPARE(call->result().error().kind, ErrorKind::Unauthorized);
    QCOMPARE(line.tenant.pagesAsked(), 2);
    QCOMPARE(line.tenant.tokensGiven(), 2);
    const auto *valid = std::get_if<OAuth::Valid>(&line.keeper.state());
    QVERIFY(valid && valid->rejected);
}

void TestApiCall::aTokenThatDiedOnTheWayDoesNotCount()
{
    Line line;
    line.tenant.tokenLife = 3;
    line.tenant.holds = [](const SeenRequest &request) { return request.bearer == "token-1"; };
    line.tenant.script = [](const SeenRequest &request) {
        return request.bearer == "token-1" || request.bearer == "token-2" ? unauthorized()
                                                                          : std::nullopt;
    };
    ApiCall *call = line.get();
    QTRY_COMPARE(line.tenant.held(), 1);
    line.clock.advance(2s); // the keeper gets the next one
    QTRY_COMPARE(line.tenant.tokensGiven(), 2);
    line.clock.advance(1100ms);
    line.tenant.release();
    // token-1 was over; token-2, alive, is refused; token-3 is the one renewal on a 401.
    QTRY_VERIFY(call->isFinished());
    QVERIFY(call->result().has_value());
    QCOMPARE(line.tenant.requests().last().bearer, "token-3");
}

void TestApiCall::tellsWhyThereIsNoToken()
{
    Line line;
    line.tenant.script = [](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (request.path != ScriptedTenant::tokenPath())
            return std::nullopt;
        return ScriptedTenant::json(
            QJsonObject{
                {u"error"_s, u"access_denied"_s}, {u"error_description"_s, u"Unauthorized"_s}},
            401);
    };
    ApiCall *call = line.get();
    QTRY_VERIFY(call->isFinished());
    QCOMPARE(call->result().error().kind, ErrorKind::TokenRefused);
    QCOMPARE(line.tenant.pagesAsked(), 0);
}

void TestApiCall::cancels()
{
    Line line;
    line.tenant.holds = [](const SeenRequest &request) {
        return request.path == ScriptedTenant::clientsPath();
    };
    ApiCall *call = line.get();
    QSignalSpy finished(call, &ApiCall::finished);
    QTRY_COMPARE(line.tenant.held(), 1);
    call->cancel();
    QCOMPARE(finished.count(), 0); // never from within
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(call->result().error().kind, ErrorKind::Cancelled);
    QTRY_COMPARE(line.tenant.held(), 0); // the connection is gone
    call->cancel();
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), 1);
}

void TestApiCall::cancelsWhileWaitingForAToken()
{
    Line line;
    line.tenant.holds = [](const SeenRequest &request) {
        return request.path == ScriptedTenant::tokenPath();
    };
    ApiCall *call = line.get();
    QSignalSpy finished(call, &ApiCall::finished);
    QTRY_COMPARE(line.tenant.held(), 1);
    call->cancel();
    line.tenant.release();
    QTRY_VERIFY(std::holds_alternative<OAuth::Valid>(line.keeper.state()));
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(line.tenant.pagesAsked(), 0);
}

void TestApiCall::deletingDropsTheConnection()
{
    Line line;
    line.tenant.holds = [](const SeenRequest &request) {
        return request.path == ScriptedTenant::clientsPath();
    };
    ApiCall *call = line.get();
    QTRY_COMPARE(line.tenant.held(), 1);
    delete call;
    QTRY_COMPARE(line.tenant.held(), 0);
}

QTEST_GUILESS_MAIN(TestApiCall)
#include "tst_apicall.moc"
