// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/quitsignals.h"

#include <QSignalSpy>
#include <QTest>

#include <signal.h>

using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;

class TestQuitSignals final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void areToldInTheLoop_data();
    void areToldInTheLoop();
    void handlersGoWithIt();
};

void TestQuitSignals::areToldInTheLoop_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestQuitSignals::areToldInTheLoop()
{
    QFETCH(int, number);
    const QuitSignals signals;
    const QSignalSpy received(&signals, &QuitSignals::received);
    QCOMPARE(::raise(number), 0);
    QCOMPARE(received.count(), 0); // never from within the handler
    QTRY_COMPARE(received.count(), 1);
}

void TestQuitSignals::handlersGoWithIt()
{
    {
        const QuitSignals signals;
    }
    struct sigaction action = {};
    ::sigaction(SIGTERM, nullptr, &action);
    QVERIFY(action.sa_handler == SIG_DFL);
}

QTEST_GUILESS_MAIN(TestQuitSignals)
#include "tst_quitsignals.moc"
