// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/random.h"
#include "ui/applications/detailsview.h"
#include "ui/grants/apispage.h"
#include "ui/shared/banner.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedtenant.h"
#include "tests/ui/uitest.h"

#include <QJsonArray>
#include <QTabWidget>
#include <QTreeWidget>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using Test::ScriptedAnswer;
using Test::ScriptedTenant;
using Test::SeenRequest;

namespace {

constexpr auto path = "/api/v2/client-grants"_L1;

/// Details with the page behind them, on a session that is signed in to a scripted tenant.
struct Scene
{
    Scene()
    {
        tenant.script = [this](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
            if (request.path != path)
                return std::nullopt;
            if (isForbidden)
                return ScriptedTenant::apiError(
                    403, u"insufficient_scope"_s,
                    u"Insufficient scope, expected any of: read:client_grants"_s);
            const QJsonArray grants{
                QJsonObject{
                    {u"id"_s, u"1"_s},
                    {u"client_id"_s, u"abc"_s},
                    {u"audience"_s, u"https://contoso.eu.auth0.com/api/v2/"_s},
                    {u"scope"_s, QJsonArray{u"read:clients"_s, u"update:client_grants"_s}}},
                QJsonObject{
                    {u"id"_s, u"2"_s},
                    {u"client_id"_s, u"abc"_s},
                    {u"audience"_s, u"<b>\u202ea"_s},
                    {u"subject_type"_s, u"user"_s},
                    {u"allow_all_scopes"_s, true}},
                QJsonObject{{u"id"_s, u"3"_s}, {u"client_id"_s, u"other"_s}}};
            return ScriptedTenant::json(QJsonObject{
                {u"total"_s, grants.size()},
                {u"start"_s, 0},
                {u"limit"_s, 100},
                {u"client_grants"_s, grants}});
        };
        session.signIn(tenant.credentials());
        view.addPage(page, u"APIs and scopes"_s);
    }

    void show(const QString &clientId)
    {
        view.setDetails(ApplicationDetails::fromJson(
            clientId, QByteArray(R"({"client_id":")" + clientId.toUtf8() + R"("})"), {}, true));
    }
    [[nodiscard]] QTreeWidget &tree() { return *page->findChild<QTreeWidget *>(); }
    [[nodiscard]] int asked() const { return tenant.count(path); }

    ScriptedTenant tenant;
    bool isForbidden = false;
    Base::SystemClock clock;
    Test::FixedRandom random;
    Session::TenantSession session{clock, random};
    DetailsView view;
    ApisPage *page = new ApisPage(session);
};

} // namespace

class TestApisPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void asksWhenItIsSeen();
    void showsTheApplicationsOwn();
    void tellsWhatIsMissing();
};

void TestApisPage::asksWhenItIsSeen()
{
    Scene scene;
    Test::showActive(scene.view);
    scene.show(u"abc"_s);
    QTRY_VERIFY(OAuth::tokenOf(scene.session.tokenState()));
    QCOMPARE(scene.asked(), 0);
    scene.view.setTab(scene.view.findChild<QTabWidget *>()->count() - 1);
    QTRY_COMPARE(scene.tree().topLevelItemCount(), 2);
    scene.show(u"other"_s);
    QCOMPARE(scene.tree().topLevelItemCount(), 1);
    QCOMPARE(scene.asked(), 1); // for all applications
    scene.show(u"nobody"_s);
    QVERIFY(Test::says(*scene.page, u"may call no API by itself"_s));
}

void TestApisPage::showsTheApplicationsOwn()
{
    Scene scene;
    Test::showActive(scene.view);
    scene.view.setTab(scene.view.findChild<QTabWidget *>()->count() - 1);
    scene.show(u"abc"_s);
    QTRY_COMPARE(scene.tree().topLevelItemCount(), 2);
    const QTreeWidgetItem *management = scene.tree().topLevelItem(0);
    QCOMPARE(management->text(0), u"https://contoso.eu.auth0.com/api/v2/"_s);
    QCOMPARE(management->child(0)->text(0), u"read:clients"_s);
    QCOMPARE(management->child(0)->text(1), QString());
    QCOMPARE(management->child(1)->text(0), u"update:client_grants"_s);
    QVERIFY(!management->child(1)->text(1).isEmpty());
    QVERIFY(!management->child(1)->icon(1).isNull());
    const QTreeWidgetItem *other = scene.tree().topLevelItem(1);
    QCOMPARE(other->text(0), u"<b>\ufffda"_s);
    QCOMPARE(other->text(1), u"For a user"_s);
    QCOMPARE(other->child(0)->text(0), u"All scopes of this API"_s);
}

void TestApisPage::tellsWhatIsMissing()
{
    Scene scene;
    scene.isForbidden = true;
    Test::showActive(scene.view);
    scene.view.setTab(scene.view.findChild<QTabWidget *>()->count() - 1);
    scene.show(u"abc"_s);
    auto *banner = scene.page->findChild<Banner *>();
    QTRY_VERIFY(banner->isShowing());
    QVERIFY2(banner->text().contains(u"read:client_grants"_s), qPrintable(banner->text()));
    scene.show(u"other"_s);
    QCOMPARE(scene.asked(), 1); // not again by itself
}

QTEST_MAIN(TestApisPage)
#include "tst_apispage.moc"
