// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/expiringmimedata.h"
#include "ui/shared/secretclipboard.h"

#include "tests/support/manualclock.h"
#include "tests/ui/uitest.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QClipboard &board()
{
    return *QGuiApplication::clipboard();
}

Base::Secret secret(const char *text = "open sesame")
{
    return Base::Secret(QByteArrayView(text));
}

} // namespace

class TestSecretClipboard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Test::failOnWarnings();
        board().clear();
    }

    void copiesWithHint();
    void clearsAfterItsTime();
    void newCopyRestartsTheTime();
    void clearsAtOnce();
    void leavesOthersAlone();
    void clearsWhatAManagerTookOver();
    void clearsWithItsOwner();
    void staysAsLongAsItMay();
    void anotherStayHoldsAtOnce();
    void expiredDataAnswerNothing();
    void prefixIsCopiedToo();
};

void TestSecretClipboard::copiesWithHint()
{
    Test::ManualClock clock;
    SecretClipboard clipboard(clock);
    const QSignalSpy changed(&clipboard, &SecretClipboard::changed);
    QVERIFY(!clipboard.remaining());
    clipboard.copy(secret(), u"Token"_s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(board().text(), u"open sesame"_s);
    QCOMPARE(clipboard.what(), u"Token"_s);
    QVERIFY(clipboard.remaining() == 30s);
    const QMimeData *data = board().mimeData();
    QCOMPARE(data->formats(), QStringList({u"text/plain"_s, u"x-kde-passwordManagerHint"_s}));
    QCOMPARE(data->data(u"x-kde-passwordManagerHint"_s), "secret");
}

void TestSecretClipboard::clearsAfterItsTime()
{
    Test::ManualClock clock;
    SecretClipboard clipboard(clock);
    clipboard.copy(secret(), u"Token"_s);
    clock.advance(30s - 1ms);
    QCOMPARE(board().text(), u"open sesame"_s);
    const QSignalSpy changed(&clipboard, &SecretClipboard::changed);
    clock.advance(1ms);
    QCOMPARE(board().text(), QString());
    QCOMPARE(changed.count(), 1);
    QVERIFY(!clipboard.remaining());
    QVERIFY(!clock.nextWake());
}

void TestSecretClipboard::newCopyRestartsTheTime()
{
    Test::ManualClock clock;
    SecretClipboard clipboard(clock);
    clipboard.copy(secret(), u"Token"_s);
    clock.advance(20s);
    clipboard.copy(secret("second"), u"Secret"_s);
    clock.advance(20s);
    QCOMPARE(board().text(), u"second"_s);
    QCOMPARE(clipboard.what(), u"Secret"_s);
    clock.advance(10s);
    QCOMPARE(board().text(), QString());
}

void TestSecretClipboard::clearsAtOnce()
{
    Test::ManualClock clock;
    SecretClipboard clipboard(clock);
    clipboard.clearNow(); // nothing there: nothing happens
    clipboard.copy(secret(), u"Token"_s);
    clipboard.clearNow();
    QCOMPARE(board().text(), QString());
    QVERIFY(!clipboard.remaining());
}

void TestSecretClipboard::leavesOthersAlone()
{
    Test::ManualClock clock;
    SecretClipboard clipboard(clock);
    clipboard.copy(secret(), u"Token"_s);
    const QSignalSpy changed(&clipboard, &SecretClipboard::changed);
    board().setText(u"somebody else's"_s);
    QCOMPARE(changed.count(), 1);
    QVERIFY(!clipboard.remaining());
    clock.advance(60s);
    QCOMPARE(board().text(), u"somebody else's"_s);
    clipboard.clearNow();
    QCOMPARE(board().text(), u"somebody else's"_s);
}

void TestSecretClipboard::clearsWhatAManagerTookOver()
{
    Test::ManualClock clock;
    SecretClipboard clipboard(clock);
    clipboard.copy(secret(), u"Token"_s);
    board().setText(u"open sesame"_s); // another owner, the same text
    QVERIFY(clipboard.remaining());
    clock.advance(30s);
    QCOMPARE(board().text(), QString());
}

void TestSecretClipboard::clearsWithItsOwner()
{
    Test::ManualClock clock;
    {
        SecretClipboard clipboard(clock);
        clipboard.copy(secret(), u"Token"_s);
    }
    QCOMPARE(board().text(), QString());
}

void TestSecretClipboard::staysAsLongAsItMay()
{
    Test::ManualClock clock;
    {
        SecretClipboard clipboard(clock);
        clipboard.setStay({});
        clipboard.copy(secret(), u"Token"_s);
        QVERIFY(clipboard.isHolding());
        QVERIFY(!clipboard.remaining());
        QVERIFY(!clock.nextWake());
        clock.advance(24h);
        QCOMPARE(board().text(), u"open sesame"_s);
        clipboard.clearNow();
        QCOMPARE(board().text(), QString());
        QVERIFY(!clipboard.isHolding());
        clipboard.copy(secret(), u"Token"_s);
    }
    QCOMPARE(board().text(), QString()); // but never longer than its owner
}

void TestSecretClipboard::anotherStayHoldsAtOnce()
{
    Test::ManualClock clock;
    SecretClipboard clipboard(clock);
    clipboard.copy(secret(), u"Token"_s);
    const QSignalSpy changed(&clipboard, &SecretClipboard::changed);
    clock.advance(10s);
    clipboard.setStay(60s);
    QCOMPARE(changed.count(), 1);
    QVERIFY(clipboard.remaining() == 50s);
    clipboard.setStay({});
    QVERIFY(clipboard.isHolding() && !clipboard.remaining());
    clock.advance(60s);
    QCOMPARE(board().text(), u"open sesame"_s);
    clipboard.setStay(5s); // which is over
    clock.advance(0s);
    QCOMPARE(board().text(), QString());
}

void TestSecretClipboard::expiredDataAnswerNothing()
{
    ExpiringMimeData data(secret());
    QCOMPARE(data.text(), u"open sesame"_s);
    data.expire();
    QCOMPARE(data.text(), QString());
    QCOMPARE(data.formats(), QStringList());
    QCOMPARE(data.data(u"text/plain"_s), QByteArray());
    QVERIFY(!data.hasText());
}

void TestSecretClipboard::prefixIsCopiedToo()
{
    Test::ManualClock clock;
    SecretClipboard clipboard(clock);
    clipboard.copy(secret("t"), u"Header"_s, "Authorization: Bearer ");
    QCOMPARE(board().text(), u"Authorization: Bearer t"_s);
    QVERIFY(clipboard.remaining()); // the hash is that of the whole
}

QTEST_MAIN(TestSecretClipboard)
#include "tst_secretclipboard.moc"
