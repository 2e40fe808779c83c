// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/random.h"
#include "ui/applications/searchfield.h"
#include "ui/grants/grantspage.h"
#include "ui/shared/banner.h"
#include "ui/shared/presentation.h"
#include "ui/shared/rowtable.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedtenant.h"
#include "tests/ui/uitest.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QJsonArray>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using Test::ScriptedAnswer;
using Test::ScriptedTenant;
using Test::SeenRequest;

namespace {

constexpr auto path = "/api/v2/client-grants"_L1;

/// A page on a session that is signed in to a scripted tenant.
struct Scene
{
    Scene()
    {
        tenant.applications = ScriptedTenant::makeApplications(3);
        tenant.script = [this](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
            if (request.path != path)
                return std::nullopt;
            if (isForbidden)
                return ScriptedTenant::apiError(
                    403, u"insufficient_scope"_s,
                    u"Insufficient scope, expected any of: read:client_grants"_s);
            const int start = request.number(u"page"_s, 0) * 100;
            return ScriptedTenant::json(QJsonObject{
                {u"total"_s, grants.size()},
                {u"start"_s, start},
                {u"limit"_s, 100},
                {u"client_grants"_s, ScriptedTenant::slice(grants, start, 100)}});
        };
        makeGrants(3);
        session.signIn(tenant.credentials());
    }

    void makeGrants(int count)
    {
        grants = {};
        for (int i = 0; i < count; ++i)
            grants.append(QJsonObject{
                {u"id"_s, QString::number(i)},
                {u"client_id"_s, u"id%1"_s.arg(i, 5, 10, QLatin1Char('0'))},
                {u"audience"_s, u"https://api/"_s},
                {u"scope"_s, QJsonArray{u"read:%1"_s.arg(i), u"read:all"_s}}});
    }
    /// Keeps pages from that one on waiting.
    void holdFrom(int first)
    {
        tenant.holds = [first](const SeenRequest &request) {
            return request.path == path && request.number(u"page"_s, 0) >= first;
        };
    }

    template<typename State>
    [[nodiscard]] bool is() const
    {
        return std::holds_alternative<State>(session.grants().state());
    }
    [[nodiscard]] RowTable &table() { return *page.findChild<RowTable *>(); }
    [[nodiscard]] int rows() { return table().model()->rowCount(); }
    [[nodiscard]] QComboBox &scope() { return *page.findChild<QComboBox *>(); }

    ScriptedTenant tenant;
    QJsonArray grants;
    bool isForbidden = false;
    Base::SystemClock clock;
    Test::FixedRandom random;
    Session::TenantSession session{clock, random};
    GrantsPage page{session};
};

} // namespace

class TestGrantsPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void asksWhenItIsShown();
    void findsWhoHasAScope();
    void tellsWhatIsMissing();
    void showsWhatHasCome();
    void keepsWhatIsChosenWhileMoreComes();
    void aReloadKeepsTheTableUntilItsEnd();
    void canBeCancelled();
    void copiesACell();
    void masksScopes();
    void isEmptyWhereThereIsNothing();
};

void TestGrantsPage::asksWhenItIsShown()
{
    Scene scene;
    QTRY_VERIFY(
        std::holds_alternative<Applications::ListLoaded>(scene.session.applications().state()));
    QCOMPARE(scene.tenant.count(path), 0);
    Test::showActive(scene.page);
    QTRY_VERIFY(scene.is<Applications::ListLoaded>());
    QCOMPARE(scene.rows(), 3);
    QCOMPARE(scene.table().model()->index(1, 0).data().toString(), u"App 1"_s);
    QVERIFY(Test::says(scene.page, u"3 client grants · complete"_s));
    QVERIFY(Test::buttonIn(scene.page, u"Reload"_s));
    scene.page.hide();
    scene.page.show();
    QCOMPARE(scene.tenant.count(path), 1); // it is here already
    QTest::mouseClick(Test::buttonIn(scene.page, u"Reload"_s), Qt::LeftButton);
    QTRY_COMPARE(scene.tenant.count(path), 2);
}

void TestGrantsPage::findsWhoHasAScope()
{
    Scene scene;
    Test::showActive(scene.page);
    QTRY_COMPARE(scene.rows(), 3);
    auto *search = scene.page.findChild<SearchField *>();
    scene.page.focusSearch();
    QTest::keyClicks(search, u"id00002"_s);
    QCOMPARE(scene.rows(), 1);
    QVERIFY(Test::says(scene.page, u"1 of 3 client grants shown"_s));
    search->clear();
    scene.page.setScope(u"read:1"_s);
    QCOMPARE(scene.rows(), 1);
    QTest::keyClicks(&scene.scope(), u"read:a"_s); // by keyboard alone
    QCOMPARE(scene.scope().currentData().toString(), u"read:all"_s);
    QCOMPARE(scene.rows(), 3);
    QTest::keyClicks(search, u"nobody"_s);
    QVERIFY(Test::says(scene.page, u"No client grant fits."_s));
    search->clear();
    search->setFocus();
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(scene.table().hasFocus());
}

void TestGrantsPage::tellsWhatIsMissing()
{
    Scene scene;
    scene.isForbidden = true;
    Test::showActive(scene.page);
    QTRY_VERIFY(scene.is<Applications::ListStopped>());
    auto *banner = scene.page.findChild<Banner *>();
    QVERIFY(banner->isShowing());
    QVERIFY2(banner->text().contains(u"lacks read:client_grants"_s), qPrintable(banner->text()));
    QTest::mouseClick(
        Test::buttonIn(scene.page, Banner::remedyText(Session::Remedy::CopyScope)), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), u"read:client_grants"_s);
    scene.isForbidden = false;
    QTest::mouseClick(Test::buttonIn(scene.page, u"Reload"_s), Qt::LeftButton);
    QTRY_COMPARE(scene.rows(), 3);
    QVERIFY(!banner->isShowing());
}

void TestGrantsPage::showsWhatHasCome()
{
    Scene scene;
    scene.makeGrants(350);
    scene.holdFrom(1);
    Test::showActive(scene.page);
    QTRY_VERIFY(scene.tenant.held() > 0);
    QVERIFY(scene.is<Applications::ListLoading>());
    QCOMPARE(scene.rows(), 100);
    QVERIFY(scene.table().isVisible() && scene.table().currentIndex().isValid());
    QVERIFY(Test::says(scene.page, u"Loading 100 of 350"_s));
    QVERIFY(scene.scope().findData(u"read:99"_s) > 0);
    scene.tenant.release();
    QTRY_VERIFY(scene.is<Applications::ListLoaded>());
    QCOMPARE(scene.rows(), 350);
    QVERIFY(Test::says(scene.page, u"350 client grants · complete"_s));
}

void TestGrantsPage::keepsWhatIsChosenWhileMoreComes()
{
    Scene scene;
    scene.makeGrants(350);
    scene.holdFrom(1);
    Test::showActive(scene.page);
    QTRY_VERIFY(scene.tenant.held() > 0);
    scene.table().sortByColumn(int(GrantColumn::ClientId), Qt::DescendingOrder);
    const auto id = [&scene](int row) {
        return scene.table().model()->index(row, int(GrantColumn::ClientId)).data().toString();
    };
    QCOMPARE(id(3), u"id00096"_s);
    scene.table().setCurrentIndex(scene.table().model()->index(3, int(GrantColumn::Api)));
    scene.tenant.release();
    QTRY_VERIFY(scene.is<Applications::ListLoaded>());
    QCOMPARE(id(3), u"id00346"_s); // above it are others now
    QCOMPARE(id(scene.table().currentIndex().row()), u"id00096"_s);
    QCOMPARE(scene.table().currentIndex().column(), int(GrantColumn::Api));
    QCOMPARE(scene.table().selectionModel()->selectedRows().size(), 1);
}

void TestGrantsPage::aReloadKeepsTheTableUntilItsEnd()
{
    Scene scene;
    scene.makeGrants(350);
    Test::showActive(scene.page);
    QTRY_COMPARE(scene.rows(), 350);
    scene.makeGrants(250);
    scene.holdFrom(1);
    QTest::mouseClick(Test::buttonIn(scene.page, u"Reload"_s), Qt::LeftButton);
    QTRY_VERIFY(Test::says(scene.page, u"Loading 100 of 250"_s));
    QCOMPARE(scene.rows(), 350);
    scene.tenant.release();
    QTRY_COMPARE(scene.rows(), 250);
}

void TestGrantsPage::canBeCancelled()
{
    Scene scene;
    scene.tenant.holds = [](const SeenRequest &request) { return request.path == path; };
    Test::showActive(scene.page);
    QTRY_VERIFY(scene.tenant.held() > 0);
    QVERIFY(Test::says(scene.page, u"Loading the client grants…"_s));
    QTest::mouseClick(Test::buttonIn(scene.page, u"Cancel"_s), Qt::LeftButton);
    QVERIFY(scene.is<Applications::ListStopped>());
    QVERIFY(!scene.page.findChild<Banner *>()->isShowing());
    QVERIFY(Test::buttonIn(scene.page, u"Reload"_s));
}

void TestGrantsPage::copiesACell()
{
    Scene scene;
    Test::showActive(scene.page);
    QTRY_COMPARE(scene.rows(), 3);
    scene.table().setFocus();
    scene.table().setCurrentIndex(scene.table().model()->index(1, int(GrantColumn::Scopes)));
    QTest::keyClick(&scene.table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"read:1 read:all"_s);
}

void TestGrantsPage::masksScopes()
{
    Scene scene;
    scene.grants.append(QJsonObject{
        {u"id"_s, u"9"_s},
        {u"client_id"_s, u"id00000"_s},
        {u"audience"_s, u"https://api/"_s},
        {u"scope"_s, QJsonArray{u"read:contoso.eu.auth0.com"_s}}});
    Presentation presentation(scene.page);
    Test::showActive(scene.page);
    QTRY_COMPARE(scene.rows(), 4);
    const int place = scene.scope().findData(u"read:contoso.eu.auth0.com"_s);
    QVERIFY(place > 0);
    scene.scope().setCurrentIndex(place);
    QCOMPARE(scene.scope().currentText(), u"read:contoso.eu.auth0.com"_s);
    presentation.setOn(true);
    QVERIFY2(
        !scene.scope().currentText().contains(u"contoso"_s),
        qPrintable(scene.scope().currentText()));
    QCOMPARE(scene.scope().currentData().toString(), u"read:contoso.eu.auth0.com"_s);
    QCOMPARE(scene.rows(), 1);
}

void TestGrantsPage::isEmptyWhereThereIsNothing()
{
    Scene scene;
    scene.grants = {};
    Test::showActive(scene.page);
    QTRY_VERIFY(scene.is<Applications::ListLoaded>());
    QVERIFY(Test::says(scene.page, u"The tenant has no client grants."_s));
}

QTEST_MAIN(TestGrantsPage)
#include "tst_grantspage.moc"
