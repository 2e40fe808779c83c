// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/screenlock.h"

#include "tests/ui/uitest.h"
#include "tests/ui/window/privatebus.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QSignalSpy>

#include <poll.h>
#include <unistd.h>

#include <array>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;

namespace {

constexpr auto login = "org.freedesktop.login1"_L1;
constexpr auto managerPath = "/org/freedesktop/login1"_L1;
constexpr auto sessionPath = "/org/freedesktop/login1/session/_32"_L1;

/// Answers as logind does.
class Login final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    /// Whether somebody still holds what the newest Inhibit() gave, which delays sleep.
    [[nodiscard]] bool isSleepDelayed() const
    {
        pollfd request{.fd = m_reader, .events = POLLIN, .revents = 0};
        return m_reader >= 0 && ::poll(&request, 1, 0) == 0; // no end of file yet
    }
    ~Login() override
    {
        if (m_reader >= 0)
            ::close(m_reader);
    }

    QStringList inhibited;
    QString asked;

public Q_SLOTS:
    QDBusObjectPath GetSession(const QString &id)
    {
        asked = id;
        return QDBusObjectPath(sessionPath);
    }
    QDBusUnixFileDescriptor Inhibit(
        const QString &what, const QString &who, const QString &why, const QString &mode)
    {
        inhibited.append(u"%1 %2 %3"_s.arg(what, who, mode));
        Q_UNUSED(why)
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0)
            return {};
        if (m_reader >= 0)
            ::close(m_reader);
        m_reader = ends[0];
        QDBusUnixFileDescriptor writer;
        writer.giveFileDescriptor(ends[1]);
        return writer;
    }

private:
    int m_reader = -1;
};

/// A lock that listens, with all it listens to.
struct Scene
{
    Scene()
    {
        services.registerObject(managerPath, &logind, QDBusConnection::ExportAllSlots);
        for (const QString &name :
             {QString(login), u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s})
            services.registerService(name);
        const QDBusConnection ours = bus.connect();
        lock.start(ours, ours);
    }
    void send(const QString &path, const QString &interface, const QString &name) const
    {
        services.send(QDBusMessage::createSignal(path, interface, name));
    }
    void send(const QString &path, const QString &interface, const QString &name, bool value) const
    {
        QDBusMessage message = QDBusMessage::createSignal(path, interface, name);
        message << value;
        services.send(message);
    }
    void sendSleep(bool isFallingAsleep) const
    {
        send(
            managerPath, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s,
            isFallingAsleep);
    }
    void sendSession(const QString &name, const QString &path = sessionPath) const
    {
        send(path, u"org.freedesktop.login1.Session"_s, name);
    }
    void sendScreensaver(bool isActive) const
    {
        send(u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s, isActive);
    }
    /// Waits until the lock has asked all it wants to know; a sleep in between, for its answers come in their order.
    [[nodiscard]] bool isListening()
    {
        const auto hasAsked = [this] { return logind.isSleepDelayed() && !logind.asked.isEmpty(); };
        if (!QTest::qWaitFor(hasAsked))
            return false;
        sendSleep(true);
        sendSleep(false);
        const bool isListening = QTest::qWaitFor([this] { return unlocked.size() == 1; })
            && QTest::qWaitFor([this] { return logind.inhibited.size() == 2; });
        locked.clear();
        unlocked.clear();
        return isListening;
    }

    Test::PrivateBus bus;
    QDBusConnection services = bus.connect();
    Login logind;
    ScreenLock lock;
    QSignalSpy locked{&lock, &ScreenLock::locked};
    QSignalSpy unlocked{&lock, &ScreenLock::unlocked};
};

} // namespace

class TestScreenLock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void noBusIsNoError();
    void nobodyOnTheBusIsNoError();
    void hearsScreensavers_data();
    void hearsScreensavers();
    void hearsItsOwnSession();
    void sleepWaitsForIt();
    void wakingBehindALockedScreenUnlocksNothing();
    void oneEndIsEnough();
};

void TestScreenLock::noBusIsNoError()
{
    ScreenLock lock;
    lock.start(QDBusConnection(u"none"_s), QDBusConnection(u"none"_s));
}

void TestScreenLock::nobodyOnTheBusIsNoError()
{
    Test::PrivateBus bus;
    const QDBusConnection ours = bus.connect();
    ScreenLock lock;
    const QSignalSpy locked(&lock, &ScreenLock::locked);
    lock.start(ours, ours);
    QTest::qWait(50);
    QVERIFY(locked.isEmpty());
}

void TestScreenLock::hearsScreensavers_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    QTest::newRow("KDE") << u"/ScreenSaver"_s << u"org.freedesktop.ScreenSaver"_s;
    QTest::newRow("XFCE") << u"/org/freedesktop/ScreenSaver"_s << u"org.freedesktop.ScreenSaver"_s;
    QTest::newRow("GNOME") << u"/org/gnome/ScreenSaver"_s << u"org.gnome.ScreenSaver"_s;
}

void TestScreenLock::hearsScreensavers()
{
    QFETCH(QString, path);
    QFETCH(QString, name);
    Scene scene;
    QVERIFY(scene.isListening());
    scene.send(path, name, u"ActiveChanged"_s, true);
    QTRY_COMPARE(scene.locked.size(), 1);
    QCOMPARE(scene.unlocked.size(), 0);
    scene.send(path, name, u"ActiveChanged"_s, false);
    QTRY_COMPARE(scene.unlocked.size(), 1);
}

void TestScreenLock::hearsItsOwnSession()
{
    Scene scene;
    QVERIFY(scene.isListening());
    QCOMPARE(scene.logind.asked, u"auto"_s);
    scene.sendSession(u"Lock"_s, u"/org/freedesktop/login1/session/_33"_s); // another's
    scene.sendSession(u"Lock"_s);
    QTRY_VERIFY(!scene.locked.isEmpty());
    QCOMPARE(scene.locked.size(), 1); // signals come in the order they were sent
    scene.sendSession(u"Unlock"_s);
    QTRY_COMPARE(scene.unlocked.size(), 1);
}

void TestScreenLock::sleepWaitsForIt()
{
    Scene scene;
    QVERIFY(scene.isListening());
    QTRY_VERIFY(scene.logind.isSleepDelayed());
    QCOMPARE(scene.logind.inhibited.constLast(), u"sleep Tenantscope delay"_s);
    bool wasDelayed = false;
    QObject::connect(&scene.lock, &ScreenLock::locked, &scene.lock, [&] {
        wasDelayed = scene.logind.isSleepDelayed();
    });
    scene.sendSleep(true);
    QTRY_COMPARE(scene.locked.size(), 1);
    QVERIFY(wasDelayed);
    QTRY_VERIFY(!scene.logind.isSleepDelayed());
    scene.sendSleep(false);
    QTRY_COMPARE(scene.unlocked.size(), 1);
    QTRY_COMPARE(scene.logind.inhibited.size(), 3);
    QTRY_VERIFY(scene.logind.isSleepDelayed()); // for the next time
}

void TestScreenLock::wakingBehindALockedScreenUnlocksNothing()
{
    Scene scene;
    QVERIFY(scene.isListening());
    scene.sendScreensaver(true);
    scene.sendSleep(true);
    scene.sendSleep(false);
    QTRY_COMPARE(scene.logind.inhibited.size(), 3);
    QCOMPARE(scene.locked.size(), 2);
    QCOMPARE(scene.unlocked.size(), 0);
    scene.sendScreensaver(false);
    QTRY_COMPARE(scene.unlocked.size(), 1);
}

void TestScreenLock::oneEndIsEnough()
{
    Scene scene;
    QVERIFY(scene.isListening());
    scene.sendSession(u"Lock"_s);
    scene.sendScreensaver(true);
    scene.sendScreensaver(false);
    QTRY_COMPARE(scene.unlocked.size(), 1);
    QCOMPARE(scene.locked.size(), 2); // each is told: not every locker tells its end
}

QTEST_MAIN(TestScreenLock)
#include "tst_screenlock.moc"
