// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/listprogress.h"
#include "app/cli/progressline.h"

#include "tests/support/manualclock.h"

#include <QTest>

#include <fcntl.h>
#include <pty.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tenantscope;
using Cli::ProgressLine;

namespace {

/// A terminal of 20 columns; what was written to it can be read.
class Screen final
{
public:
    Screen()
    {
        const winsize size = {.ws_row = 24, .ws_col = 20, .ws_xpixel = 0, .ws_ypixel = 0};
        if (::openpty(&m_master, &m_slave, nullptr, nullptr, &size) != 0)
            qFatal("openpty");
    }
    ~Screen()
    {
        ::close(m_slave);
        ::close(m_master);
    }
    Q_DISABLE_COPY_MOVE(Screen)

    [[nodiscard]] int descriptor() const { return m_slave; }
    /// All that was written so far. It takes its time through the terminal, so wait for a mark behind it.
    [[nodiscard]] QString read() const
    {
        constexpr char mark = '\x1e';
        if (::write(m_slave, &mark, 1) != 1)
            qFatal("write");
        QByteArray bytes;
        for (char next = 0; ::read(m_master, &next, 1) == 1 && next != mark;)
            bytes.append(next);
        return QString::fromUtf8(bytes);
    }

private:
    int m_master = -1;
    int m_slave = -1;
};

constexpr auto eraseLine = "\r\x1b[K"_L1;

} // namespace

/// One line that tells how far work is, rewritten seldom and taken away cleanly.
class TestProgressLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        qputenv("TERM", "xterm");
    }

    void showsAtOnce();
    void showsAtMostTenASecond();
    void showsNothingTwice();
    void clearsItself();
    void cutsAndNeutralises();
    void isSilentElsewhere();
    void wordsAList_data();
    void wordsAList();
};

void TestProgressLine::showsAtOnce()
{
    const Screen screen;
    Test::ManualClock clock;
    ProgressLine line(screen.descriptor(), clock);
    line.show(u"Asking…"_s);
    QCOMPARE(screen.read(), eraseLine + u"Asking…"_s);
}

void TestProgressLine::showsAtMostTenASecond()
{
    const Screen screen;
    Test::ManualClock clock;
    ProgressLine line(screen.descriptor(), clock);
    for (int i = 0; i < 1'000; ++i) {
        line.show(QString::number(i));
        clock.advance(1ms);
    }
    clock.advance(1s);
    const QString shown = screen.read();
    QVERIFY(shown.count(eraseLine) <= 11);
    QVERIFY(shown.count(eraseLine) >= 9);
    QVERIFY(shown.endsWith("999"_L1)); // the last one is not lost
}

void TestProgressLine::showsNothingTwice()
{
    const Screen screen;
    Test::ManualClock clock;
    ProgressLine line(screen.descriptor(), clock);
    for (int i = 0; i < 10; ++i) {
        line.show(u"same"_s);
        clock.advance(1s);
    }
    QCOMPARE(screen.read(), eraseLine + u"same"_s);
}

void TestProgressLine::clearsItself()
{
    const Screen screen;
    Test::ManualClock clock;
    {
        ProgressLine line(screen.descriptor(), clock);
        line.show(u"one"_s);
        line.clear();
        QCOMPARE(screen.read(), eraseLine + u"one"_s + eraseLine);
        line.clear();
        QCOMPARE(screen.read(), QString());
        clock.advance(1s);
        line.show(u"two"_s);
        line.show(u"three"_s);
        line.clear();
        clock.advance(1s); // what waited to be shown is gone as well
        QCOMPARE(screen.read(), eraseLine + u"two"_s + eraseLine);
        line.show(u"four"_s);
    }
    QCOMPARE(screen.read(), eraseLine + u"four"_s + eraseLine);
}

void TestProgressLine::cutsAndNeutralises()
{
    const Screen screen;
    Test::ManualClock clock;
    ProgressLine line(screen.descriptor(), clock);
    line.show(u"\x1b[31mlonger than twenty columns"_s);
    const QString shown = screen.read().mid(eraseLine.size());
    QVERIFY2(
        shown.startsWith("␛[31mlonger"_L1) || shown.startsWith(u"␛[31mlonger"), qPrintable(shown));
    QVERIFY(shown.endsWith(u'…'));
    QCOMPARE(shown.size(), 19);
}

void TestProgressLine::isSilentElsewhere()
{
    int ends[2] = {-1, -1};
    QCOMPARE(::pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
    {
        Test::ManualClock clock;
        ProgressLine line(ends[1], clock);
        line.show(u"one"_s);
        clock.advance(1s);
    }
    char byte = 0;
    QCOMPARE(::read(ends[0], &byte, 1), -1);
    ::close(ends[0]);
    ::close(ends[1]);

    const Screen screen;
    qputenv("TERM", "dumb");
    Test::ManualClock clock;
    ProgressLine line(screen.descriptor(), clock);
    line.show(u"one"_s);
    QCOMPARE(screen.read(), QString());
}

void TestProgressLine::wordsAList_data()
{
    using Applications::ListLoading;
    QTest::addColumn<ListLoading>("state");
    QTest::addColumn<QString>("words");
    const Base::Instant now{1h};
    QTest::newRow("nothing yet") << ListLoading{} << u"Applications: 0"_s;
    QTest::newRow("of a total") << ListLoading{.loaded = 300, .total = 1'240, .waitsUntil = {}}
                                << u"Applications: 300 of 1,240"_s;
    QTest::newRow("waiting")
        << ListLoading{.loaded = 300, .total = 1'240, .waitsUntil = now + 6'001ms}
        << u"Applications: 300 of 1,240; waiting 7 s"_s;
    QTest::newRow("waited") << ListLoading{.loaded = 300, .total = {}, .waitsUntil = now}
                            << u"Applications: 300"_s;
}

void TestProgressLine::wordsAList()
{
    QFETCH(const Applications::ListLoading, state);
    QFETCH(const QString, words);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(Cli::progressOf(state, Base::Instant(1h)), words);
}

QTEST_GUILESS_MAIN(TestProgressLine)
#include "tst_progressline.moc"
