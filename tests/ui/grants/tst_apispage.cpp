// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/random.h"
#include "ui/applications/detailsview.h"
#include "ui/grants/apispage.h"
#include "ui/shared/banner.h"
#include "ui/shared/presentation.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedtenant.h"
#include "tests/ui/uitest.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QSignalSpy>
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
                QJsonObject{
                    {u"id"_s, u"3"_s},
                    {u"client_id"_s, u"other"_s},
                    {u"audience"_s, u"https://api/"_s},
                    {u"scope"_s, QJsonArray{u"read:contoso.eu.auth0.com"_s}}}};
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
    void copiesACell();
    void masksScopes();
    void tellsWhatIsMissing();
    void saysNothingOfACancel();
    void showsWhatHasCome();
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

/// The window has a Copy of its own, which must not take the key away.
void TestApisPage::copiesACell()
{
    Scene scene;
    QAction copy;
    copy.setShortcut(QKeySequence::Copy);
    scene.view.addAction(&copy);
    const QSignalSpy ofWindow(&copy, &QAction::triggered);
    Test::showActive(scene.view);
    scene.view.setTab(scene.view.findChild<QTabWidget *>()->count() - 1);
    scene.show(u"abc"_s);
    QTRY_COMPARE(scene.tree().topLevelItemCount(), 2);
    scene.page->setFocus();
    QVERIFY(scene.tree().hasFocus());
    scene.tree().setCurrentItem(scene.tree().topLevelItem(0)->child(1));
    QTest::keyClick(&scene.tree(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"update:client_grants"_s);
    scene.tree().setCurrentItem(scene.tree().topLevelItem(1));
    QTest::keyClick(&scene.tree(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"<b>\u202ea"_s);
    scene.tree().setCurrentItem(scene.tree().topLevelItem(1)->child(0)); // all scopes: our words
    QTest::keyClick(&scene.tree(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"<b>\u202ea"_s);
    QCOMPARE(ofWindow.size(), 0);
}

void TestApisPage::masksScopes()
{
    Scene scene;
    Presentation presentation(scene.view);
    presentation.setOn(true);
    Test::showActive(scene.view);
    scene.view.setTab(scene.view.findChild<QTabWidget *>()->count() - 1);
    scene.show(u"other"_s);
    QTRY_COMPARE(scene.tree().topLevelItemCount(), 1);
    const QTreeWidgetItem *scope = scene.tree().topLevelItem(0)->child(0);
    QVERIFY2(!scope->text(0).contains(u"contoso"_s), qPrintable(scope->text(0)));
    presentation.setOn(false);
    QCOMPARE(scene.tree().topLevelItem(0)->child(0)->text(0), u"read:contoso.eu.auth0.com"_s);
}

void TestApisPage::saysNothingOfACancel()
{
    Scene scene;
    scene.tenant.holds = [](const SeenRequest &request) { return request.path == path; };
    Test::showActive(scene.view);
    scene.view.setTab(scene.view.findChild<QTabWidget *>()->count() - 1);
    scene.show(u"abc"_s);
    QTRY_VERIFY(scene.tenant.held() > 0);
    scene.session.stopGrants();
    QVERIFY(std::holds_alternative<Applications::ListStopped>(scene.session.grants().state()));
    QVERIFY(!scene.page->findChild<Banner *>()->isShowing());
}

void TestApisPage::showsWhatHasCome()
{
    Scene scene;
    scene.tenant.script = [](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (request.path != path)
            return std::nullopt;
        const int start = request.number(u"page"_s, 0) * 100;
        QJsonArray grants;
        for (int i = start; i < std::min(start + 100, 150); ++i)
            grants.append(QJsonObject{
                {u"id"_s, QString::number(i)},
                {u"client_id"_s, i % 100 == 0 ? u"abc"_s : u"other"_s},
                {u"audience"_s, u"https://api/%1"_s.arg(i)}});
        return ScriptedTenant::json(QJsonObject{
            {u"total"_s, 150},
            {u"start"_s, start},
            {u"limit"_s, 100},
            {u"client_grants"_s, grants}});
    };
    const auto holdSecond = [&scene] {
        scene.tenant.holds = [](const SeenRequest &request) {
            return request.path == path && request.number(u"page"_s, 0) == 1;
        };
    };
    holdSecond();
    Test::showActive(scene.view);
    scene.view.setTab(scene.view.findChild<QTabWidget *>()->count() - 1);
    scene.show(u"abc"_s);
    QTRY_VERIFY(scene.tenant.held() > 0);
    QCOMPARE(scene.tree().topLevelItemCount(), 1);
    QVERIFY(scene.tree().isVisible());
    scene.show(u"nobody"_s);
    QVERIFY(Test::says(*scene.page, u"Loading the client grants…"_s)); // who may yet come
    scene.show(u"abc"_s);
    scene.tenant.release();
    QTRY_COMPARE(scene.tree().topLevelItemCount(), 2);
    const QTreeWidgetItem *first = scene.tree().topLevelItem(0);
    holdSecond();
    scene.session.loadGrants(); // anew: what is shown stays as it is until there is more
    QTRY_VERIFY(scene.tenant.held() > 0);
    QCOMPARE(scene.tree().topLevelItemCount(), 2);
    QVERIFY(scene.tree().topLevelItem(0) == first);
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
