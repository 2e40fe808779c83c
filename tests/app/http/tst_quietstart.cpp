// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/client.h"

#include "tests/support/manualclock.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Tenantscope::Test {

namespace {

bool isTlsLoaded()
{
    QFile maps(u"/proc/self/maps"_s);
    return maps.open(QIODevice::ReadOnly) && maps.readAll().contains("opensslbackend");
}

} // namespace

/// A client that sends nothing costs nothing: windows make one before they are shown.
class QuietStartTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void tlsIsLeftAlone();
};

void QuietStartTest::tlsIsLeftAlone()
{
    ManualClock clock;
    FixedRandom random;
    Http::Client client(clock, random, u"/no/such/file"_s);
    QTest::qWait(10);
    QVERIFY(!isTlsLoaded());
    QVERIFY(!clock.nextWake());
    Http::Client::warmUp(); // this does load it, so the question above was a fair one
    QVERIFY(isTlsLoaded());
}

} // namespace Tenantscope::Test

QTEST_GUILESS_MAIN(Tenantscope::Test::QuietStartTest)
#include "tst_quietstart.moc"
