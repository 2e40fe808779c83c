// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/apicall.h"
#include "app/session/tenantsession.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedtenant.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tenantscope;
using Applications::ListIdle;
using Applications::ListLoaded;
using Applications::ListLoading;
using Applications::ListStopped;
using Base::ErrorKind;
using Session::TenantSession;
using Test::ScriptedAnswer;
using Test::ScriptedTenant;
using Test::SeenRequest;

namespace {

struct Desk
{
    explicit Desk(int applications = 250)
    {
        tenant.applications = ScriptedTenant::makeApplications(applications);
    }

    void signIn() { session->signIn(tenant.credentials()); }
    template<typename State>
    [[nodiscard]] bool isToken() const
    {
        return std::holds_alternative<State>(session->tokenState());
    }
    template<typename State>
    [[nodiscard]] bool isList() const
    {
        return std::holds_alternative<State>(session->applications().state());
    }
    [[nodiscard]] std::optional<ErrorKind> cause() const
    {
        const auto *stopped = std::get_if<ListStopped>(&session->applications().state());
        return stopped ? std::optional(stopped->cause.kind) : std::nullopt;
    }
    [[nodiscard]] QStringList loggedHosts() const
    {
        QStringList hosts;
        for (int i = 0; i < session->requestLog().size(); ++i)
            hosts.append(session->requestLog().at(i).host);
        hosts.removeDuplicates();
        return hosts;
    }

    ScriptedTenant tenant;
    Test::ManualClock clock;
    Test::FixedRandom random;
    std::unique_ptr<TenantSession> session = std::make_unique<TenantSession>(clock, random);
};

bool isToken(const SeenRequest &request)
{
    return request.path == ScriptedTenant::tokenPath();
}

bool isPage(const SeenRequest &request, int least = 0)
{
    return request.path == ScriptedTenant::clientsPath() && request.number(u"page"_s, 0) >= least;
}

} // namespace

class TestTenantSession final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void firstTokenLoadsTheList();
    void renewalLeavesTheListAlone();
    void signsInWithoutLoading();
    void anotherApisTokenHasNoList();
    void refusalThenSuccessLoads();
    void otherTenantsRowsAndLogAreGone();
    void lateNewsOfAnotherTenantIsDropped();
    void sameTenantKeepsRowsAndLog();
    void signsOut();
    void fetchesOneApplication();
    void listsWithSecretsBesideTheList();
    void grantsStayWithTheirTenant();
    void logsWithoutSecrets();
    void diesInEveryState_data();
    void diesInEveryState();
};

void TestTenantSession::firstTokenLoadsTheList()
{
    Desk desk;
    QVERIFY(!desk.session->isSignedIn());
    QSignalSpy signedIn(desk.session.get(), &TenantSession::signedInChanged);
    QSignalSpy tokenChanged(desk.session.get(), &TenantSession::tokenStateChanged);
    desk.signIn();
    QCOMPARE(signedIn.count(), 1);
    QVERIFY(desk.session->isSignedIn());
    QVERIFY(desk.session->canListApplications());
    QCOMPARE(desk.session->domain(), desk.tenant.domain());
    QCOMPARE(desk.session->clientId(), u"machine"_s);
    QVERIFY(desk.isToken<OAuth::Requesting>());
    QVERIFY(desk.isList<ListIdle>());
    QTRY_VERIFY(desk.isList<ListLoaded>());
    QVERIFY(desk.isToken<OAuth::Valid>());
    QVERIFY(tokenChanged.count() >= 2);
    QCOMPARE(desk.session->applications().store().size(), 250);
    QCOMPARE(desk.tenant.tokensGiven(), 1);
}

void TestTenantSession::renewalLeavesTheListAlone()
{
    Desk desk;
    desk.tenant.tokenLife = 60;
    desk.signIn();
    QTRY_VERIFY(desk.isList<ListLoaded>());
    const int pages = desk.tenant.pagesAsked();
    QSignalSpy listChanged(
        &desk.session->applications(), &Applications::ApplicationList::stateChanged);
    for (int renewal = 2; renewal < 5; ++renewal) {
        desk.clock.advance(35s);
        QTRY_COMPARE(desk.tenant.tokensGiven(), renewal);
        QTRY_VERIFY(desk.isToken<OAuth::Valid>());
    }
    desk.session->renewToken();
    QTRY_COMPARE(desk.tenant.tokensGiven(), 5);
    QCoreApplication::processEvents();
    QCOMPARE(desk.tenant.pagesAsked(), pages);
    QCOMPARE(listChanged.count(), 0);
}

void TestTenantSession::signsInWithoutLoading()
{
    Desk desk;
    desk.session->signIn(desk.tenant.credentials(), false);
    QTRY_VERIFY(desk.isToken<OAuth::Valid>());
    QTest::qWait(20);
    QVERIFY(desk.isList<ListIdle>());
    QCOMPARE(desk.tenant.pagesAsked(), 0);
    desk.session->loadApplications();
    QTRY_VERIFY(desk.isList<ListLoaded>());
}

void TestTenantSession::anotherApisTokenHasNoList()
{
    Desk desk;
    Tenant::Credentials credentials = desk.tenant.credentials();
    credentials.audience = u"https://orders.example/"_s;
    desk.session->signIn(credentials);
    QTRY_VERIFY(desk.isToken<OAuth::Valid>());
    QCOMPARE(desk.cause(), std::optional(ErrorKind::NotManagementAudience));
    QVERIFY(!desk.session->canListApplications());
    desk.session->loadApplications();
    QTest::qWait(20);
    QCOMPARE(desk.tenant.pagesAsked(), 0);
}

void TestTenantSession::refusalThenSuccessLoads()
{
    Desk desk;
    desk.tenant.script = [](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (!isToken(request))
            return std::nullopt;
        return ScriptedTenant::json(QJsonObject{{u"error"_s, u"access_denied"_s}}, 401);
    };
    desk.signIn();
    QTRY_VERIFY(desk.isToken<OAuth::Refused>());
    QVERIFY(desk.isList<ListIdle>());
    desk.tenant.script = {};
    desk.session->renewToken();
    QTRY_VERIFY(desk.isList<ListLoaded>());
}

void TestTenantSession::otherTenantsRowsAndLogAreGone()
{
    Desk desk;
    desk.signIn();
    QTRY_VERIFY(desk.isList<ListLoaded>());
    QVERIFY(desk.session->requestLog().size() > 0);

    ScriptedTenant other;
    other.applications = ScriptedTenant::makeApplications(3, 900);
    other.holds = [](const SeenRequest &request) { return isToken(request); };
    desk.session->signIn(other.credentials());
    QCOMPARE(desk.session->applications().store().size(), 0);
    QVERIFY(desk.isList<ListIdle>());
    QCOMPARE(desk.session->domain(), other.domain());
    QTRY_COMPARE(other.held(), 1);
    other.release();
    QTRY_VERIFY(desk.isList<ListLoaded>());
    QCOMPARE(desk.session->applications().store().size(), 3);
    QCOMPARE(desk.loggedHosts(), QStringList{other.domain().text()});
}

void TestTenantSession::lateNewsOfAnotherTenantIsDropped()
{
    Desk desk(1'000);
    desk.tenant.holds = [](const SeenRequest &request) { return isPage(request, 1); };
    desk.signIn();
    QTRY_COMPARE(desk.tenant.held(), 6);
    const int asked = desk.tenant.pagesAsked();

    Tenant::Credentials other = desk.tenant.credentials();
    other.clientId = u"another"_s; // the same host: only the client tells the two apart
    desk.session->signIn(other, false);
    QTRY_VERIFY(desk.isToken<OAuth::Valid>());
    QTRY_COMPARE(desk.tenant.held(), 0);
    QTest::qWait(20);
    QCOMPARE(desk.tenant.pagesAsked(), asked);
    QCOMPARE(desk.session->applications().store().size(), 0);
    QCOMPARE(desk.session->requestLog().size(), 1);
    QCOMPARE(desk.session->requestLog().at(0).path, ScriptedTenant::tokenPath());
}

void TestTenantSession::sameTenantKeepsRowsAndLog()
{
    Desk desk;
    desk.signIn();
    QTRY_VERIFY(desk.isList<ListLoaded>());
    const int logged = desk.session->requestLog().size();
    QSignalSpy cleared(&desk.session->requestLog(), &Session::RequestLog::cleared);
    desk.tenant.holds = [](const SeenRequest &request) { return isPage(request); };
    desk.signIn();
    QCOMPARE(desk.session->applications().store().size(), 250);
    QTRY_COMPARE(desk.tenant.held(), 1);
    QVERIFY(desk.isList<ListLoading>());
    QCOMPARE(desk.session->applications().store().size(), 250);
    desk.tenant.release();
    QTRY_VERIFY(desk.isList<ListLoaded>());
    QCOMPARE(cleared.count(), 0);
    QVERIFY(desk.session->requestLog().size() > logged);
}

void TestTenantSession::signsOut()
{
    Desk desk(1'000);
    desk.tenant.holds = [](const SeenRequest &request) { return isPage(request, 1); };
    desk.signIn();
    QTRY_VERIFY(desk.tenant.held() > 1);
    QSignalSpy signedIn(desk.session.get(), &TenantSession::signedInChanged);
    desk.session->signOut();
    QCOMPARE(signedIn.count(), 1);
    QVERIFY(!desk.session->isSignedIn());
    QVERIFY(desk.session->domain().isEmpty());
    QVERIFY(desk.session->audience().isEmpty());
    QVERIFY(desk.isToken<OAuth::NoToken>());
    QVERIFY(desk.isList<ListIdle>());
    QCOMPARE(desk.session->applications().store().size(), 0);
    QTRY_COMPARE(desk.tenant.held(), 0);
    const qsizetype asked = desk.tenant.requests().size();
    desk.session->loadApplications();
    desk.session->resumeApplications();
    desk.session->renewToken();
    QVERIFY(!desk.session->fetchApplication(u"id00001"_s, desk.session.get()));
    desk.clock.advance(48h);
    QTest::qWait(20);
    QCOMPARE(desk.tenant.requests().size(), asked);
}

void TestTenantSession::fetchesOneApplication()
{
    Desk desk;
    desk.tenant.script = [](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (!request.path.endsWith(u"/id00007"_s))
            return std::nullopt;
        return ScriptedTenant::json(
            QJsonObject{{u"client_id"_s, u"id00007"_s}, {u"addons"_s, QJsonObject()}});
    };
    desk.signIn();
    QTRY_VERIFY(desk.isToken<OAuth::Valid>());
    QObject pane;
    Management::ApiCall *call = desk.session->fetchApplication(u"id00007"_s, &pane);
    QTRY_VERIFY(call->isFinished());
    QVERIFY(call->result().has_value());
    QVERIFY(call->result()->json.object().contains("addons"_L1));

    desk.tenant.holds = [](const SeenRequest &request) {
        return request.path.endsWith(u"/id00007"_s);
    };
    call = desk.session->fetchApplication(u"id00007"_s, &pane);
    QTRY_COMPARE(desk.tenant.held(), 1);
    desk.session->signOut();
    QTRY_VERIFY(call->isFinished());
    QCOMPARE(call->result().error().kind, ErrorKind::Cancelled);
}

void TestTenantSession::listsWithSecretsBesideTheList()
{
    Desk desk(3);
    desk.tenant.script = [](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (request.path != ScriptedTenant::clientsPath()
            || request.value(u"fields"_s).contains(u"client_secret"_s))
            return std::nullopt;
        QJsonArray all = ScriptedTenant::makeApplications(3);
        for (QJsonValueRef one : all) {
            QJsonObject application = one.toObject();
            application.insert(u"client_secret"_s, u"s3cret"_s);
            one = application;
        }
        return ScriptedTenant::json(ScriptedTenant::numberedPage(all, 0, 100));
    };
    QObject pane;
    QVERIFY(!desk.session->listWithSecrets(&pane));
    desk.signIn();
    QTRY_VERIFY(desk.isList<ListLoaded>());
    QPointer<Applications::ApplicationList> list = desk.session->listWithSecrets(&pane);
    QTRY_VERIFY(std::holds_alternative<ListLoaded>(list->state()));
    QVERIFY(list->store().json(2).contains("s3cret"));
    QVERIFY(!desk.session->applications().store().json(2).contains("s3cret"));
    desk.session->loadApplications();
    QTRY_VERIFY(desk.isList<ListLoaded>());
    QVERIFY(!desk.session->applications().store().json(2).contains("s3cret"));

    QPointer<Applications::ApplicationList> another = desk.session->listWithSecrets(&pane);
    QVERIFY(std::holds_alternative<ListIdle>(list->state())); // one at a time
    QCOMPARE(list->store().size(), 0);
    QTRY_VERIFY(std::holds_alternative<ListLoaded>(another->state()));
    desk.session->lock();
    QVERIFY(std::holds_alternative<ListIdle>(another->state()));
    QCOMPARE(another->store().size(), 0);
    QCOMPARE(desk.session->applications().store().size(), 3);
}

void TestTenantSession::grantsStayWithTheirTenant()
{
    Desk desk(3);
    desk.tenant.script = [](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (request.path != "/api/v2/client-grants"_L1)
            return std::nullopt;
        return ScriptedTenant::json(
            QJsonObject{{u"total"_s, 1}, {u"client_grants"_s, QJsonArray{QJsonObject{}}}});
    };
    const auto &grants = desk.session->grants();
    desk.session->loadGrants(); // nobody is signed in
    QVERIFY(std::holds_alternative<ListIdle>(grants.state()));
    desk.signIn();
    desk.session->loadGrants();
    QTRY_COMPARE(grants.grants().size(), 1);
    desk.session->lock();
    QCOMPARE(grants.grants().size(), 1); // as the rows do
    ScriptedTenant other;
    desk.session->signIn(other.credentials());
    QVERIFY(std::holds_alternative<ListIdle>(grants.state()));
    QVERIFY(grants.grants().isEmpty());
    Tenant::Credentials foreign = other.credentials();
    foreign.audience = u"https://orders.example/"_s;
    desk.session->signIn(foreign);
    desk.session->loadGrants();
    const auto *stopped = std::get_if<ListStopped>(&grants.state());
    QVERIFY(stopped);
    QCOMPARE(stopped->cause.kind, ErrorKind::NotManagementAudience);
    QCOMPARE(other.count(u"/api/v2/client-grants"_s), 0);
}

void TestTenantSession::logsWithoutSecrets()
{
    Desk desk;
    desk.signIn();
    QTRY_VERIFY(desk.isList<ListLoaded>());
    QVERIFY(desk.session->requestLog().size() >= 4);
    for (int i = 0; i < desk.session->requestLog().size(); ++i) {
        const Http::Exchange &exchange = desk.session->requestLog().at(i);
        QByteArray all = exchange.requestBody + exchange.responseBody + exchange.path.toUtf8();
        for (const Http::Headers &headers : {exchange.requestHeaders, exchange.responseHeaders}) {
            for (const Http::Header &field : headers.fields())
                all += field.name + field.value;
        }
        QVERIFY2(!all.contains("token-1"), all.constData());
        QVERIFY2(!all.contains("open") && !all.contains("sesame"), all.constData());
    }
}

void TestTenantSession::diesInEveryState_data()
{
    QTest::addColumn<QString>("state");
    for (const QString &state :
         {u"new"_s, u"requesting"_s, u"refused"_s, u"first page"_s, u"pages"_s, u"stopped"_s,
          u"loaded"_s, u"renewing"_s, u"reading secrets"_s,
          u"reading secrets, its pane dies first"_s, u"fetching"_s,
          u"fetching, its pane dies first"_s, u"waiting for a token"_s, u"signed out"_s,
          u"grants"_s})
        QTest::newRow(qPrintable(state)) << state;
}

void TestTenantSession::diesInEveryState()
{
    QFETCH(QString, state);
    Desk desk(1'000);
    auto pane = std::make_unique<QObject>();
    const auto hold = [&](auto condition) { desk.tenant.holds = condition; };
    if (state == u"requesting"_s || state == u"waiting for a token"_s)
        hold([](const SeenRequest &request) { return isToken(request); });
    if (state == u"first page"_s)
        hold([](const SeenRequest &request) { return isPage(request); });
    if (state == u"pages"_s || state == u"stopped"_s)
        hold([](const SeenRequest &request) { return isPage(request, 1); });
    if (state == u"refused"_s)
        desk.tenant.script = [](const SeenRequest &) {
            return std::optional(
                ScriptedTenant::json(QJsonObject{{u"error"_s, u"access_denied"_s}}, 403));
        };
    if (state != u"new"_s) {
        desk.signIn();
        QTRY_VERIFY(
            desk.tenant.held() > (state == u"pages"_s || state == u"stopped"_s ? 1 : 0)
            || desk.isToken<OAuth::Refused>() || desk.isList<ListLoaded>());
    }
    if (state == u"waiting for a token"_s)
        desk.session->loadApplications();
    if (state == u"stopped"_s)
        desk.session->stopApplications();
    if (state == u"signed out"_s)
        desk.session->signOut();
    if (state == u"renewing"_s) {
        hold([](const SeenRequest &request) { return isToken(request); });
        desk.session->renewToken();
        QTRY_COMPARE(desk.tenant.held(), 1);
    }
    if (state.startsWith(u"fetching"_s)) {
        hold([](const SeenRequest &request) { return request.path.endsWith(u"/x"_s); });
        desk.session->fetchApplication(u"x"_s, pane.get());
        QTRY_COMPARE(desk.tenant.held(), 1);
    }
    if (state.startsWith(u"reading secrets"_s)) {
        hold([](const SeenRequest &request) {
            return !request.value(u"fields"_s).contains(u"client_secret"_s);
        });
        desk.session->listWithSecrets(pane.get());
        QTRY_COMPARE(desk.tenant.held(), 1);
    }
    if (state == u"grants"_s) {
        hold([](const SeenRequest &request) { return request.path.endsWith(u"-grants"_s); });
        desk.session->loadGrants();
        QTRY_COMPARE(desk.tenant.held(), 1);
    }
    if (state.endsWith(u"dies first"_s))
        pane.reset();
    desk.session.reset();
    QTRY_COMPARE(desk.tenant.held(), 0); // no connection outlives it
    desk.clock.advance(48h);
    QTest::qWait(5);
}

QTEST_GUILESS_MAIN(TestTenantSession)
#include "tst_tenantsession.moc"
