// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/notifier.h"

#include "tests/ui/uitest.h"
#include "tests/ui/window/notificationservice.h"
#include "tests/ui/window/privatebus.h"

#include <QDBusPendingCall>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;

namespace {

using Test::NotificationService;

constexpr auto name = NotificationService::name;
constexpr auto path = NotificationService::path;

/// A notifier on a bus that has a service.
struct Scene
{
    Scene()
    {
        service.serve(services);
        notifier->start(ours);
        QObject::connect(notifier.get(), &Notifier::activated, &service, [this](auto subject) {
            activated.append(subject);
        });
    }
    /// Shows it and waits until its number is known.
    void show(Notifier::Subject subject, const QString &summary, const QString &body = {})
    {
        const qsizetype before = service.asked.size();
        notifier->show(subject, {.summary = summary, .body = body});
        [&] { QTRY_COMPARE(service.asked.size(), before + 1); }();
        settle();
    }
    /// Waits until what is on its way has arrived, there and back: messages keep their order.
    void settle() const
    {
        const QDBusMessage question = QDBusMessage::createMethodCall(
            name, path, name, u"GetCapabilities"_s);
        const QDBusPendingCall answer = ours.asyncCall(question);
        QTRY_VERIFY(answer.isFinished());
    }

    Test::PrivateBus bus;
    QDBusConnection services = bus.connect();
    QDBusConnection ours = bus.connect();
    NotificationService service;
    std::unique_ptr<Notifier> notifier = std::make_unique<Notifier>();
    QList<Notifier::Subject> activated;
    int one = 0; ///< subjects
    int two = 0;
};

} // namespace

class TestNotifier final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void noBusIsNoError();
    void noServiceIsNoError();
    void aServiceThatComesLaterServes();
    void showsOneOfEachSubject();
    void bodyIsPlain_data();
    void bodyIsPlain();
    void clicksAreTold();
    void closes();
    void whatIsGoneIsNotClosedAgain();
    void waitsForTheNumber();
    void closesWhatIsStillOnItsWay();
    void anotherServiceKnowsNothingOfTheLast();
    void itsEndClosesAll();
};

void TestNotifier::noBusIsNoError()
{
    Notifier notifier;
    notifier.show(nullptr, {.summary = u"early"_s, .body = {}}); // before there is a bus
    notifier.start(QDBusConnection(u"none"_s));
    notifier.show(nullptr, {.summary = u"late"_s, .body = {}});
    notifier.close(nullptr);
}

void TestNotifier::noServiceIsNoError()
{
    Test::PrivateBus bus;
    const QDBusConnection ours = bus.connect();
    Notifier notifier;
    notifier.start(ours);
    notifier.show(nullptr, {.summary = u"unheard"_s, .body = {}});
    const QDBusPendingCall last = ours.asyncCall(
        QDBusMessage::createMethodCall(name, path, name, u"GetCapabilities"_s));
    QTRY_VERIFY(last.isFinished());
    QVERIFY(last.isError());
    notifier.close(nullptr);
}

void TestNotifier::aServiceThatComesLaterServes()
{
    Scene scene;
    scene.services.unregisterService(name);
    scene.notifier->show(&scene.one, {.summary = u"unheard"_s, .body = {}});
    const QDBusPendingCall last = scene.ours.asyncCall(
        QDBusMessage::createMethodCall(name, path, name, u"GetCapabilities"_s));
    QTRY_VERIFY(last.isFinished());
    scene.services.registerService(name);
    scene.show(&scene.one, u"heard"_s);
    QCOMPARE(scene.service.takeAsked(), QStringList{u"Tenantscope 0→7 heard|"_s});
}

void TestNotifier::showsOneOfEachSubject()
{
    Scene scene;
    scene.show(&scene.one, u"soon"_s, u"why"_s);
    scene.show(&scene.two, u"other"_s);
    scene.show(&scene.one, u"expired"_s);
    scene.show(nullptr, u"nameless"_s);
    QCOMPARE(
        scene.service.takeAsked(),
        QStringList(
            {u"Tenantscope 0→7 soon|why"_s, u"Tenantscope 0→8 other|"_s,
             u"Tenantscope 7→7 expired|"_s, u"Tenantscope 0→9 nameless|"_s}));
    QCOMPARE(scene.service.actions, QStringList({u"default"_s, u"Show"_s}));
}

void TestNotifier::bodyIsPlain_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("expected");
    const QString body = u"<img src=\"file:///x\"/> & <b>"_s;
    QTest::newRow("the service knows no markup") << QStringList{u"body"_s} << body;
    QTest::newRow("the service knows markup")
        << QStringList{u"body"_s, u"body-markup"_s}
        << u"&lt;img src=&quot;file:///x&quot;/&gt; &amp; &lt;b&gt;"_s;
}

void TestNotifier::bodyIsPlain()
{
    QFETCH(QStringList, capabilities);
    Scene scene;
    scene.service.capabilities = capabilities;
    scene.show(&scene.one, u"a < b"_s, u"<img src=\"file:///x\"/> & <b>"_s);
    const QString shown = scene.service.takeAsked().constFirst();
    QTEST(shown.section(u'|', 1), "expected");
    QVERIFY(shown.contains(u" a < b|"_s)); // never markup
}

void TestNotifier::clicksAreTold()
{
    Scene scene;
    scene.show(&scene.one, u"one"_s);
    scene.show(&scene.two, u"two"_s);
    scene.service.click(99);
    scene.service.click(8, u"another"_s);
    scene.settle();
    QVERIFY(scene.activated.isEmpty());
    scene.service.click(8);
    scene.settle();
    QCOMPARE(scene.activated, QList<Notifier::Subject>{&scene.two});
}

void TestNotifier::closes()
{
    Scene scene;
    scene.show(&scene.one, u"one"_s);
    scene.show(&scene.two, u"two"_s);
    scene.service.takeAsked();
    scene.notifier->close(&scene.two);
    scene.notifier->close(&scene.two);
    scene.notifier->close(nullptr); // about which nothing is shown
    scene.settle();
    QCOMPARE(scene.service.takeAsked(), QStringList{u"close 8"_s});
    scene.notifier->closeAll();
    scene.settle();
    QCOMPARE(scene.service.takeAsked(), QStringList{u"close 7"_s});
}

void TestNotifier::whatIsGoneIsNotClosedAgain()
{
    Scene scene;
    scene.show(&scene.one, u"one"_s);
    scene.service.takeAsked();
    scene.service.tellClosed(7);
    scene.settle();
    scene.notifier->close(&scene.one);
    scene.settle();
    QCOMPARE(scene.service.takeAsked(), QStringList());
    scene.show(&scene.one, u"anew"_s);
    QCOMPARE(scene.service.takeAsked(), QStringList{u"Tenantscope 0→8 anew|"_s});
}

void TestNotifier::waitsForTheNumber()
{
    Scene scene;
    scene.service.isHesitating = true;
    scene.show(&scene.one, u"first"_s);
    scene.notifier->show(&scene.one, {.summary = u"second"_s, .body = {}});
    scene.notifier->show(&scene.one, {.summary = u"third"_s, .body = {}});
    scene.settle();
    QCOMPARE(scene.service.takeAsked(), QStringList{u"Tenantscope 0→7 first|"_s});
    scene.service.answerNow();
    QTRY_COMPARE(scene.service.asked, QStringList{u"Tenantscope 7→7 third|"_s});
}

void TestNotifier::closesWhatIsStillOnItsWay()
{
    Scene scene;
    scene.service.isHesitating = true;
    scene.show(&scene.one, u"first"_s);
    scene.notifier->close(&scene.one);
    scene.settle();
    QCOMPARE(scene.service.takeAsked(), QStringList{u"Tenantscope 0→7 first|"_s});
    scene.service.answerNow();
    QTRY_COMPARE(scene.service.asked, QStringList{u"close 7"_s});
    scene.service.takeAsked();

    scene.notifier->show(&scene.two, {.summary = u"never"_s, .body = {}});
    scene.notifier->close(&scene.two); // before the service has told what it can
    scene.settle();
    scene.settle();
    QCOMPARE(scene.service.takeAsked(), QStringList());
}

void TestNotifier::anotherServiceKnowsNothingOfTheLast()
{
    Scene scene;
    scene.show(&scene.one, u"one"_s);
    scene.service.takeAsked();
    scene.services.unregisterService(name);
    scene.services.registerService(name);
    scene.settle();
    scene.notifier->close(&scene.one);
    scene.settle();
    QCOMPARE(scene.service.takeAsked(), QStringList());
}

void TestNotifier::itsEndClosesAll()
{
    Scene scene;
    scene.show(&scene.one, u"one"_s);
    scene.service.takeAsked();
    scene.notifier.reset();
    scene.settle();
    QCOMPARE(scene.service.takeAsked(), QStringList{u"close 7"_s});
}

QTEST_MAIN(TestNotifier)
#include "tst_notifier.moc"
