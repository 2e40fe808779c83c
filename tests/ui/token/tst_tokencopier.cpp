// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantsession.h"
#include "ui/settings/settingskeeper.h"
#include "ui/shared/secretclipboard.h"
#include "ui/token/productionconsent.h"
#include "ui/token/tokencopier.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedtenant.h"
#include "tests/ui/uitest.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A session with a token that was just got, and the copier beside it.
struct Scene
{
    explicit Scene(std::chrono::seconds life)
    {
        tenant.tokenLife = life.count();
        session.signIn(tenant.credentials(), false);
    }

    [[nodiscard]] bool hasToken() const { return OAuth::tokenOf(session.tokenState()) != nullptr; }
    [[nodiscard]] static QString copied() { return QGuiApplication::clipboard()->text(); }

    Test::ManualClock clock;
    Test::FixedRandom random;
    Test::ScriptedTenant tenant;
    Session::TenantSession session{clock, random};
    SecretClipboard clipboard{clock};
    QTemporaryDir folder;
    QSettings file{folder.filePath(u"window.ini"_s), QSettings::IniFormat};
    SettingsKeeper settings{file};
    TokenCopier copier{session, clipboard, settings};
};

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

class TestTokenCopier final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Test::failOnWarnings();
        QGuiApplication::clipboard()->clear();
    }

    void nothingToCopy();
    void copiesALongLivedToken();
    void replacesOneAboutToExpire();
    void halfOfAShortLifeIsEnough();
    void offersToCopyAnyway();
    void saysCopiedOnlyWhileItIs();
    void warnsOfARejectedToken();
    void goesAwayWhileAsking();
    void copiesInEveryShape_data();
    void copiesInEveryShape();
    void commandsAreNoSecret();
    void aCommandIsCopiedOnlyWhileItIs();
    void asksBeforeAShellRemembers();
    void productionAsksFirst();
    void productionAsksIfItShall();
    void theLastWishCounts();
    void aHundredCopiesOneRenewal();
    void neverLessThanPromised_data();
    void neverLessThanPromised();
    void saysWhenEvenNewOnesLiveShort();
    void unknownLivesAreSaid();
    void claimsMayEndItSooner();
};

void TestTokenCopier::nothingToCopy()
{
    Scene scene(1h);
    scene.session.signOut();
    scene.copier.copy();
    scene.copier.copyAnyway();
    QVERIFY(!scene.clipboard.remaining());
    QVERIFY(scene.copier.text().isEmpty());
}

void TestTokenCopier::copiesALongLivedToken()
{
    Scene scene(58min);
    QTRY_VERIFY(scene.hasToken());
    scene.copier.copy();
    QCOMPARE(Scene::copied(), u"token-1"_s);
    QCOMPARE(scene.copier.text(), u"Copied · valid until 12:58 (58 min)"_s);
    QVERIFY(scene.copier.anywayText().isEmpty());
    QCOMPARE(scene.tenant.tokensGiven(), 1);
}

void TestTokenCopier::replacesOneAboutToExpire()
{
    Scene scene(1h);
    QTRY_VERIFY(scene.hasToken());
    scene.tenant.holds = [](const Test::SeenRequest &) { return true; };
    scene.clock.advance(51min); // 9 left: no renewal is due yet
    scene.copier.copy();
    QCOMPARE(scene.copier.text(), u"Getting a token that lives longer…"_s);
    QVERIFY(Scene::copied().isEmpty());
    scene.copier.copy(); // again, out of impatience: nothing more is sent
    QTRY_COMPARE(scene.tenant.held(), 1);
    scene.tenant.release();
    QTRY_COMPARE(Scene::copied(), u"token-2"_s);
    QCOMPARE(scene.copier.text(), u"Copied · valid until 13:51 (1 h 0 min)"_s);
    QCOMPARE(scene.tenant.tokensGiven(), 2);
}

void TestTokenCopier::halfOfAShortLifeIsEnough()
{
    Scene scene(10min);
    QTRY_VERIFY(scene.hasToken());
    scene.clock.advance(5min);
    scene.copier.copy();
    QCOMPARE(Scene::copied(), u"token-1"_s);
}

void TestTokenCopier::offersToCopyAnyway()
{
    Scene scene(1h);
    QTRY_VERIFY(scene.hasToken());
    scene.tenant.script = [](const Test::SeenRequest &) {
        return std::optional(Test::ScriptedAnswer{
            .status = 401, .body = R"({"error":"access_denied"})", .headers = {}});
    };
    scene.clock.advance(51min);
    scene.copier.copy();
    QTRY_COMPARE(scene.copier.anywayText(), u"Copy anyway, 9 min left"_s);
    QVERIFY(Scene::copied().isEmpty());
    QVERIFY(scene.copier.text().startsWith(u"Not copied"_s));
    scene.clock.advance(1min);
    QCOMPARE(scene.copier.anywayText(), u"Copy anyway, 8 min left"_s);
    scene.copier.copyAnyway();
    QCOMPARE(Scene::copied(), u"token-1"_s);
    QVERIFY(scene.copier.anywayText().isEmpty());
}

void TestTokenCopier::saysCopiedOnlyWhileItIs()
{
    Scene scene(1h);
    QTRY_VERIFY(scene.hasToken());
    scene.copier.copy();
    QVERIFY(!scene.copier.text().isEmpty());
    scene.clock.advance(SecretClipboard::defaultStay);
    QVERIFY(scene.copier.text().isEmpty());
    QVERIFY(Scene::copied().isEmpty());
}

void TestTokenCopier::warnsOfARejectedToken()
{
    Scene scene(1h);
    QTRY_VERIFY(scene.hasToken());
    scene.session.keeper().reportRejected(OAuth::tokenOf(scene.session.tokenState())->serial);
    scene.copier.copy();
    QVERIFY(Scene::copied().isEmpty());
    QVERIFY(scene.copier.text().contains(u"401"_s));
    QCOMPARE(scene.copier.anywayText(), u"Copy anyway, 1 h 0 min left"_s);
    scene.session.renewToken(); // another token: the warning was not about it
    QTRY_VERIFY(scene.copier.anywayText().isEmpty());
    QVERIFY(scene.copier.text().isEmpty());
    scene.copier.copyAnyway(); // no longer offered: does nothing
    QVERIFY(Scene::copied().isEmpty());
}

void TestTokenCopier::goesAwayWhileAsking()
{
    auto scene = std::make_unique<Scene>(1h);
    QTRY_VERIFY(scene->hasToken());
    scene->tenant.holds = [](const Test::SeenRequest &) { return true; };
    scene->clock.advance(51min);
    scene->copier.copy();
    QTRY_COMPARE(scene->tenant.held(), 1);
    scene->session.signOut();
    QTRY_VERIFY(scene->copier.text().isEmpty());
    QVERIFY(scene->copier.anywayText().isEmpty());
    scene.reset();
}

void TestTokenCopier::copiesInEveryShape_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QString>("said");
    const auto row = [](Session::TokenFormat format, const QString &shape, const QString &said) {
        QTest::newRow(qPrintable(said)) << int(format) << shape << said;
    };
    row(Session::TokenFormat::Token, u"token-1"_s, u"Copied"_s);
    row(Session::TokenFormat::Header, u"Authorization: Bearer token-1"_s, u"Copied as header"_s);
    row(Session::TokenFormat::Export, u"export AUTH0_TOKEN='token-1'"_s, u"Copied as export"_s);
    row(Session::TokenFormat::PowerShell, u"$env:AUTH0_TOKEN = 'token-1'"_s,
        u"Copied as PowerShell"_s);
    row(Session::TokenFormat::DotEnv, u"AUTH0_TOKEN=token-1"_s, u"Copied as .env line"_s);
    row(Session::TokenFormat::Json,
        uR"({"access_token":"token-1","expires_at":"2026-11-24T12:58:00Z","expires_in":3480,)"
        uR"("scope":"read:client_keys read:clients","token_type":"Bearer"})"_s,
        u"Copied as JSON"_s);
}

void TestTokenCopier::copiesInEveryShape()
{
    QFETCH(const int, format);
    Scene scene(58min);
    QTRY_VERIFY(scene.hasToken());
    const QSignalSpy copied(&scene.copier, &TokenCopier::copied);
    scene.copier.copy(Session::TokenFormat(format));
    QTEST(Scene::copied(), "shape");
    QVERIFY(QGuiApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
    QVERIFY(scene.clipboard.isHolding());
    QFETCH(const QString, said);
    QCOMPARE(scene.copier.text(), said + u" · valid until 12:58 (58 min)"_s);
    QCOMPARE(copied.count(), 1);
    QVERIFY(
        copied.constFirst().constLast().value<Session::TokenFormat>()
        == Session::TokenFormat(format));
    scene.clock.advance(30s);
    QVERIFY(Scene::copied().isEmpty());
}

void TestTokenCopier::commandsAreNoSecret()
{
    for (const auto format : {Session::CommandFormat::Curl, Session::CommandFormat::Httpie}) {
        Scene scene(1h);
        ProductionConsent consent;
        scene.copier.setConsent(&consent); // nothing to consent to
        QTRY_VERIFY(scene.hasToken());
        const QSignalSpy copied(&scene.copier, &TokenCopier::copied);
        scene.clock.advance(51min); // nor anything to renew
        scene.copier.copy(format);
        QVERIFY(Scene::copied().contains(u"$TOKEN"_s));
        QVERIFY(!Scene::copied().contains(u"token-1"_s));
        QVERIFY(
            !QGuiApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
        QVERIFY(!scene.clipboard.isHolding());
        QVERIFY(scene.copier.text().contains(u"it holds no token"_s));
        QCOMPARE(copied.count(), 0);
        QCOMPARE(scene.tenant.tokensGiven(), 1);
        scene.clock.advance(5min);
        QVERIFY(!Scene::copied().isEmpty()); // it may stay
    }
}

void TestTokenCopier::aCommandIsCopiedOnlyWhileItIs()
{
    Scene scene(1h);
    QTRY_VERIFY(scene.hasToken());
    scene.copier.copy(Session::CommandFormat::Curl);
    QVERIFY(!scene.copier.text().isEmpty());
    QGuiApplication::clipboard()->setText(u"something else"_s);
    QVERIFY(scene.copier.text().isEmpty());
    scene.copier.copy();
    scene.copier.copy(Session::CommandFormat::Curl); // the token gives way
    QVERIFY(!scene.clipboard.isHolding());
    QVERIFY(scene.copier.text().startsWith(u"Copied as curl"_s));
    scene.copier.copy();
    QVERIFY(scene.copier.text().startsWith(u"Copied · "_s));
}

void TestTokenCopier::asksBeforeAShellRemembers()
{
    Scene scene(58min);
    QTRY_VERIFY(scene.hasToken());
    scene.copier.copy(Session::TokenFormat::CurlWithToken);
    QVERIFY(Scene::copied().isEmpty());
    QVERIFY(scene.copier.isAsking());
    QCOMPARE(scene.copier.text(), u"This puts the token itself into a shell's history."_s);
    QCOMPARE(scene.copier.anywayText(), u"Copy it so"_s);
    scene.copier.copy(Session::TokenFormat::Header); // another wish: no question
    QVERIFY(!scene.copier.isAsking());
    scene.copier.copy(Session::TokenFormat::CurlWithToken);
    scene.copier.copyAnyway();
    QVERIFY(Scene::copied().startsWith(u"TOKEN='token-1'\ncurl "_s));
    QCOMPARE(scene.copier.text(), u"Copied as curl · valid until 12:58 (58 min)"_s);
    scene.copier.copy();
    scene.copier.copy(Session::TokenFormat::CurlWithToken); // once a run
    QVERIFY(Scene::copied().startsWith(u"TOKEN='token-1'\ncurl "_s));
    // What is asked for ends with its token.
    Scene other(58min);
    QTRY_VERIFY(other.hasToken());
    other.copier.copy(Session::TokenFormat::CurlWithToken);
    other.session.signOut();
    QVERIFY(!other.copier.isAsking() && other.copier.text().isEmpty());
}

void TestTokenCopier::productionAsksFirst()
{
    Scene scene(1h);
    ProductionConsent consent;
    scene.copier.setConsent(&consent);
    QTRY_VERIFY(scene.hasToken());
    scene.copier.copy(Session::TokenFormat::CurlWithToken);
    QVERIFY(scene.copier.text().contains(u"PRODUCTION"_s));
    scene.copier.copyAnyway();
    QVERIFY(consent.isGiven());
    QVERIFY(Scene::copied().isEmpty());
    QVERIFY(scene.copier.text().contains(u"history"_s)); // one after the other
    scene.copier.copyAnyway();
    QVERIFY(Scene::copied().contains(u"token-1"_s));
}

void TestTokenCopier::productionAsksIfItShall()
{
    Scene scene(1h);
    ProductionConsent consent;
    scene.copier.setConsent(&consent);
    Settings settings;
    settings.asksForProduction = false;
    scene.settings.set(settings);
    QTRY_VERIFY(scene.hasToken());
    scene.copier.copy();
    QCOMPARE(Scene::copied(), u"token-1"_s);
    scene.settings.set({});
    scene.copier.copy();
    QVERIFY(scene.copier.isAsking());
}

void TestTokenCopier::theLastWishCounts()
{
    Scene scene(1h);
    QTRY_VERIFY(scene.hasToken());
    scene.tenant.holds = [](const Test::SeenRequest &) { return true; };
    scene.clock.advance(51min);
    scene.copier.copy();
    scene.copier.copy(Session::TokenFormat::Header);
    QTRY_COMPARE(scene.tenant.held(), 1);
    scene.tenant.release();
    QTRY_COMPARE(Scene::copied(), u"Authorization: Bearer token-2"_s);

    scene.tenant.holds = [](const Test::SeenRequest &) { return true; };
    scene.clock.advance(51min);
    scene.copier.copy();
    scene.copier.copy(Session::CommandFormat::Curl); // which needs none
    QTRY_COMPARE(scene.tenant.held(), 1);
    scene.tenant.release();
    QTRY_COMPARE(OAuth::tokenOf(scene.session.tokenState())->serial, 3u);
    QCoreApplication::processEvents();
    QVERIFY(Scene::copied().startsWith(u"curl "_s));
}

void TestTokenCopier::aHundredCopiesOneRenewal()
{
    Scene scene(1h);
    QTRY_VERIFY(scene.hasToken());
    std::vector<std::unique_ptr<TokenCopier>> others;
    for (int i = 0; i < 50; ++i)
        others.push_back(
            std::make_unique<TokenCopier>(scene.session, scene.clipboard, scene.settings));
    scene.tenant.holds = [](const Test::SeenRequest &) { return true; };
    scene.clock.advance(51min);
    for (const auto &other : others) {
        other->copy();
        scene.copier.copy();
    }
    QTRY_COMPARE(scene.tenant.held(), 1);
    scene.tenant.release();
    QTRY_COMPARE(Scene::copied(), u"token-2"_s);
    for (const auto &other : others)
        QTRY_VERIFY(!other->text().startsWith(u"Getting"_s));
    QCOMPARE(scene.tenant.count(Test::ScriptedTenant::tokenPath()), 2);
}

void TestTokenCopier::neverLessThanPromised_data()
{
    QTest::addColumn<int>("least"); // minutes
    QTest::addColumn<int>("life");
    QTest::addColumn<int>("age");
    for (const int least : {1, 10, 60}) {
        for (const int life : {2, 15, 30, 60, 1440}) {
            for (const int part : {0, 25, 45, 49, 50, 51, 75, 90}) {
                const int age = life * 60 * part / 100; // seconds
                QTest::addRow("%d min of %d, after %d s", least, life, age) << least << life << age;
            }
        }
    }
}

void TestTokenCopier::neverLessThanPromised()
{
    QFETCH(const int, least);
    QFETCH(const int, life);
    QFETCH(const int, age);
    Scene scene{std::chrono::minutes(life)};
    Settings settings;
    settings.leastLife = std::chrono::minutes(least);
    scene.settings.set(settings);
    QTRY_VERIFY(scene.hasToken());
    std::optional<std::chrono::nanoseconds> left;
    connect(&scene.copier, &TokenCopier::copied, this, [&](const OAuth::AccessToken &token) {
        left = token.remaining(scene.clock.now());
    });
    scene.clock.sleep(std::chrono::seconds(age));
    scene.copier.copy();
    QTRY_VERIFY(left);
    const std::chrono::nanoseconds promised = std::min<std::chrono::nanoseconds>(
        std::chrono::minutes(least), std::chrono::seconds(life * 30));
    QVERIFY(*left >= promised);
    // And none is asked for without need.
    const bool needed = std::chrono::seconds(life * 60 - age) < promised;
    QCOMPARE(scene.tenant.tokensGiven(), needed ? 2 : 1);
}

void TestTokenCopier::saysWhenEvenNewOnesLiveShort()
{
    Scene scene(1h);
    QTRY_VERIFY(scene.hasToken());
    scene.tenant.tokenLife = 300; // somebody changed the tenant's settings
    scene.clock.advance(51min);
    scene.copier.copy();
    QTRY_COMPARE(scene.copier.anywayText(), u"Copy anyway, 5 min left"_s);
    QVERIFY(Scene::copied().isEmpty());
    QVERIFY(scene.copier.text().startsWith(u"Not copied"_s));
    scene.copier.copyAnyway();
    QCOMPARE(Scene::copied(), u"token-2"_s);
    QVERIFY(scene.copier.text().endsWith(u"(5 min)"_s));
}

void TestTokenCopier::unknownLivesAreSaid()
{
    Scene scene(1h);
    scene.tenant.script = [](const Test::SeenRequest &) {
        return std::optional(Test::ScriptedAnswer{
            .body = R"({"access_token":"opaque","token_type":"Bearer"})", .headers = {}});
    };
    QTRY_VERIFY(scene.hasToken());
    scene.copier.copy(Session::TokenFormat::Export);
    QCOMPARE(Scene::copied(), u"export AUTH0_TOKEN='opaque'"_s);
    QCOMPARE(scene.copier.text(), u"Copied as export · expiry unknown"_s);
}

/// The answer promises two hours, the token itself, by which the API judges it, two minutes.
void TestTokenCopier::claimsMayEndItSooner()
{
    Scene scene(1h);
    scene.tenant.script = [&scene](const Test::SeenRequest &) {
        const QByteArray claims = R"({"iat":1000,"exp":1120,"n":)"
            + QByteArray::number(scene.tenant.tokensGiven()) + '}';
        const QByteArray token = QByteArray(R"({"alg":"RS256"})").toBase64(base64Url) + '.'
            + claims.toBase64(base64Url) + ".c2ln";
        return std::optional(Test::ScriptedAnswer{
            .body = R"({"access_token":")" + token
                + R"(","token_type":"Bearer","expires_in":7200})",
            .headers = {}});
    };
    QTRY_VERIFY(scene.hasToken());
    scene.copier.copy();
    const QString said = u"Copied · by its claims valid only until 12:02 (2 min)"_s;
    QCOMPARE(scene.copier.text(), said);
    scene.clock.advance(50s);
    scene.copier.copy();
    QCOMPARE(scene.copier.text(), u"Copied · by its claims valid only until 12:02 (1 min)"_s);
    scene.clock.advance(20s); // less than half of what it claims: another one
    scene.copier.copy();
    QTRY_COMPARE(scene.copier.text(), u"Copied · by its claims valid only until 12:03 (2 min)"_s);
}

QTEST_MAIN(TestTokenCopier)
#include "tst_tokencopier.moc"
