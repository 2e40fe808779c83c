// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantsession.h"
#include "ui/shared/secretclipboard.h"
#include "ui/token/tokencopier.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedtenant.h"
#include "tests/ui/uitest.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

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
    TokenCopier copier{session, clipboard};
};

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
};

void TestTokenCopier::nothingToCopy()
{
    Test::ManualClock clock;
    Test::FixedRandom random;
    Session::TenantSession session(clock, random);
    SecretClipboard clipboard(clock);
    TokenCopier copier(session, clipboard);
    copier.copy();
    copier.copyAnyway();
    QVERIFY(!clipboard.remaining());
    QVERIFY(copier.text().isEmpty());
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

QTEST_MAIN(TestTokenCopier)
#include "tst_tokencopier.moc"
