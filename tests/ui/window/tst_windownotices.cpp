// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/mainwindow.h"
#include "ui/window/theme.h"
#include "ui/window/windowstate.h"

#include "tests/ui/tenants/bookfixture.h"
#include "tests/ui/uitest.h"
#include "tests/ui/window/notificationservice.h"
#include "tests/ui/window/privatebus.h"

#include <QStandardPaths>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Session::KnownTenant;
using Tenant::Environment;

namespace {

/// A window on a desktop that has a notification service.
struct Scene : Test::BookFixture
{
    explicit Scene(const QDBusConnection &services)
        : BookFixture(
            {{u"<Shop> & Co"_s, Environment::Production}, {u"try"_s, Environment::Development}})
    {
        tenant.script = [this](const Test::SeenRequest &request) { return answer(request); };
        service.capabilities.append(u"body-markup"_s);
        service.serve(services);
        Test::showActive(*window);
    }

    std::optional<Test::ScriptedAnswer> answer(const Test::SeenRequest &request) const
    {
        if (request.path != Test::ScriptedTenant::tokenPath() || !isRefusing)
            return std::nullopt;
        return Test::ScriptedTenant::json(QJsonObject{{u"error"_s, u"access_denied"_s}}, 401);
    }
    KnownTenant &opened(const QString &name)
    {
        KnownTenant &known = *book.find(name);
        window->openTenant(known);
        [&] { QTRY_VERIFY(OAuth::tokenOf(known.session().tokenState())); }();
        return known;
    }
    /// The shop's renewal is refused while nobody looks.
    KnownTenant &troubled()
    {
        KnownTenant &shop = opened(u"<Shop> & Co"_s);
        window->hide();
        // What the platform says by itself; this one goes on as if there was a window.
        Q_EMIT qApp->applicationStateChanged(Qt::ApplicationInactive);
        isRefusing = true;
        shop.session().renewToken();
        [&] { QTRY_COMPARE(service.asked.size(), 1); }();
        hearAnswers();
        return shop;
    }
    /// What the service answered until now has been heard: else what comes next waits for it, and only the last of that is shown.
    static void hearAnswers()
    {
        const QDBusMessage reply = QDBusConnection::sessionBus().call(
            QDBusMessage::createMethodCall(
                Test::NotificationService::name, Test::NotificationService::path,
                QStringLiteral("org.freedesktop.DBus.Peer"), QStringLiteral("Ping")));
        QCOMPARE(reply.type(), QDBusMessage::ReplyMessage);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QString host() const { return tenant.domain().text(); }
    [[nodiscard]] QString title() const { return window->windowTitle(); }

    bool isRefusing = false;
    Test::NotificationService service;
    WindowState state{directory.filePath(u"window.ini"_s)};
    Theme theme;
    std::unique_ptr<MainWindow> window = std::make_unique<MainWindow>(book, theme, state);
};

} // namespace

class TestWindowNotices final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { Test::failOnWarnings(); }

    void whoLooksIsNotTold();
    void whoDoesNotIsToldOnceAndByTheTitle();
    void theTitleNamesAnotherTenant();
    void aClickLeadsToTheTenant();
    void aRenewalTakesItAway();
    void presentationMasksIt();
    void presentationTakesAwayWhatIsShown();
    void aLockTakesTheNameAway();
    void itsEndTakesItAway();

private:
    Test::PrivateBus m_bus;
    QDBusConnection m_services = m_bus.connect();
};

void TestWindowNotices::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().toUtf8());
}

void TestWindowNotices::whoLooksIsNotTold()
{
    Scene scene(m_services);
    KnownTenant &shop = scene.opened(u"<Shop> & Co"_s);
    scene.isRefusing = true;
    shop.session().renewToken();
    QTRY_VERIFY(OAuth::renewalFailureOf(shop.session().tokenState()));
    scene.clock.advance(24h);
    QTRY_VERIFY(std::holds_alternative<OAuth::Expired>(shop.session().tokenState()));
    QCOMPARE(scene.title(), QString(u"PRODUCTION "_s + scene.host() + u" – Tenantscope"));
    QCOMPARE(scene.service.asked, QStringList());
}

void TestWindowNotices::whoDoesNotIsToldOnceAndByTheTitle()
{
    Scene scene(m_services);
    scene.troubled();
    const QString title = u"PRODUCTION "_s + scene.host() + u" – Tenantscope";
    QCOMPARE(
        scene.service.takeAsked(),
        QStringList{u"Tenantscope 0→7 Token not renewed: PRODUCTION <Shop> & Co|It lives until "
                    "Wed 12:00. Its renewal failed (refused) and is not tried again by itself."_s});
    QCOMPARE(scene.title(), QString(u"Token not renewed – "_s + title));
    scene.clock.advance(24h);
    QTRY_COMPARE(scene.service.asked.size(), 2);
    QCOMPARE(
        scene.service.asked[0].section(u'|', 0, 0),
        u"Tenantscope 7→7 Token expires soon: PRODUCTION <Shop> & Co"_s);
    QCOMPARE(
        scene.service.asked[1],
        u"Tenantscope 7→7 Token expired: PRODUCTION <Shop> & Co|Its renewal failed (refused) and "
        "is not tried again by itself."_s);
    QCOMPARE(scene.title(), QString(u"Token expired – "_s + title));
    Q_EMIT qApp->applicationStateChanged(Qt::ApplicationActive);
    QCOMPARE(scene.title(), title);
}

void TestWindowNotices::theTitleNamesAnotherTenant()
{
    Scene scene(m_services);
    scene.troubled();
    scene.window->showTenant(*scene.book.find(u"try"));
    QCOMPARE(
        scene.title(),
        QString(u"Token not renewed: <Shop> & Co – "_s + scene.host() + u" – Tenantscope"));
}

void TestWindowNotices::aClickLeadsToTheTenant()
{
    Scene scene(m_services);
    const KnownTenant &shop = scene.troubled();
    scene.window->showTenant(*scene.book.find(u"try"));
    scene.window->showMinimized();
    QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
    scene.service.click(7);
    QTRY_COMPARE(&scene.window->tenant(), &shop);
    QVERIFY(scene.window->isVisible());
    QVERIFY(!scene.window->isMinimized());
}

void TestWindowNotices::aRenewalTakesItAway()
{
    Scene scene(m_services);
    KnownTenant &shop = scene.troubled();
    scene.service.takeAsked();
    scene.isRefusing = false;
    shop.session().renewToken();
    QTRY_COMPARE(scene.service.asked, QStringList{u"close 7"_s});
    QVERIFY(scene.title().startsWith(u"PRODUCTION "_s));
}

void TestWindowNotices::presentationMasksIt()
{
    Scene scene(m_services);
    scene.window->actions().present->setChecked(true);
    scene.troubled();
    scene.window->showTenant(*scene.book.find(u"try"));
    QCOMPARE(
        scene.service.takeAsked().value(0).section(u'|', 0, 0),
        u"Tenantscope 0→7 Token not renewed: PRODUCTION ••••••••"_s);
    QCOMPARE(scene.title(), u"Token not renewed: •••••••• – •••••••• – Tenantscope"_s);
}

void TestWindowNotices::presentationTakesAwayWhatIsShown()
{
    Scene scene(m_services);
    scene.troubled();
    scene.service.takeAsked();
    scene.window->actions().present->setChecked(true);
    QTRY_COMPARE(scene.service.asked, QStringList{u"close 7"_s});
}

void TestWindowNotices::aLockTakesTheNameAway()
{
    Scene scene(m_services);
    scene.troubled();
    scene.service.takeAsked();
    scene.clock.advance(24h);
    QTRY_COMPARE(scene.service.asked.size(), 2); // soon, and expired
    scene.service.takeAsked();
    scene.window->lock();
    QTRY_COMPARE(
        scene.service.asked, QStringList({u"close 7"_s, u"Tenantscope 0→8 A token expired|"_s}));
    QCOMPARE(scene.title(), u"Token expired – Tenantscope"_s);
    scene.service.takeAsked();
    scene.window->unlock();
    QTRY_COMPARE(scene.service.asked, QStringList{u"close 8"_s});
}

void TestWindowNotices::itsEndTakesItAway()
{
    Scene scene(m_services);
    scene.troubled();
    scene.service.takeAsked();
    scene.window.reset();
    QTRY_COMPARE(scene.service.asked, QStringList{u"close 7"_s});
}

QTEST_MAIN(TestWindowNotices)
#include "tst_windownotices.moc"
