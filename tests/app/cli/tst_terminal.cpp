// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/terminal.h"

#include <QTest>

#include <fcntl.h>
#include <pty.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Tenantscope::Cli;

/// How wide text is on a terminal, and what is known of the terminal.
class TestTerminal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void measures_data();
    void measures();
    void fits_data();
    void fits();
    void padsToTheColumn();
    void knowsTerminals();
    void opensClosedDescriptors();
};

void TestTerminal::measures_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("ASCII") << u"My App"_s << 6;
    QTest::newRow("accents") << u"Zürich"_s << 6;
    QTest::newRow("combining accent") << u"Zu\u0308rich"_s << 6;
    QTest::newRow("wide") << u"東京"_s << 4;
    QTest::newRow("full-width") << u"ＡＢ"_s << 4;
    QTest::newRow("hangul") << u"한국"_s << 4;
    QTest::newRow("emoji") << u"🙂"_s << 2;
    QTest::newRow("picture of a control") << u"␛[31m"_s << 5;
    QTest::newRow("zero width joiner") << u"a\u200db"_s << 2;
}

void TestTerminal::measures()
{
    QFETCH(const QString, text);
    QFETCH(const int, columns);
    QCOMPARE(displayWidth(text), columns);
}

void TestTerminal::fits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("shown");
    QTest::newRow("fits") << u"abcdef"_s << 6 << u"abcdef"_s;
    QTest::newRow("one too many") << u"abcdefg"_s << 6 << u"abcde…"_s;
    QTest::newRow("one column") << u"abc"_s << 1 << u"…"_s;
    QTest::newRow("wide fits") << u"東京都"_s << 6 << u"東京都"_s;
    QTest::newRow("wide does not") << u"東京都"_s << 5 << u"東京…"_s;
    QTest::newRow("half of a wide one") << u"東京都"_s << 4 << u"東…"_s;
    QTest::newRow("cluster stays whole") << u"abe\u0301f"_s << 3 << u"ab…"_s;
    QTest::newRow("accent stays on") << u"e\u0301fgh"_s << 2 << u"e\u0301…"_s;
    QTest::newRow("pair stays whole") << u"🙂🙂🙂"_s << 3 << u"🙂…"_s;
}

void TestTerminal::fits()
{
    QFETCH(const QString, text);
    QFETCH(const int, columns);
    QFETCH(const QString, shown);
    QCOMPARE(fitted(text, columns), shown);
    QVERIFY(displayWidth(fitted(text, columns)) <= columns);
}

void TestTerminal::padsToTheColumn()
{
    QCOMPARE(padded(u"ab"_s, 4), u"ab  "_s);
    QCOMPARE(padded(u"東"_s, 4), u"東  "_s);
    QCOMPARE(padded(u"東京都"_s, 4), u"東… "_s);
    QCOMPARE(padded(u"abcd"_s, 4), u"abcd"_s);
}

void TestTerminal::knowsTerminals()
{
    int master = -1;
    int slave = -1;
    const winsize size = {.ws_row = 24, .ws_col = 132, .ws_xpixel = 0, .ws_ypixel = 0};
    QCOMPARE(::openpty(&master, &slave, nullptr, nullptr, &size), 0);
    QVERIFY(isTerminal(slave));
    QCOMPARE(terminalColumns(slave), std::optional(132));
    qputenv("TERM", "xterm");
    QVERIFY(canRewriteLine(slave));
    qputenv("TERM", "dumb");
    QVERIFY(!canRewriteLine(slave));
    qunsetenv("TERM");
    QVERIFY(!canRewriteLine(slave));
    ::close(slave);
    ::close(master);

    const int file = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    QVERIFY(!isTerminal(file));
    QCOMPARE(terminalColumns(file), std::nullopt);
    ::close(file);
}

void TestTerminal::opensClosedDescriptors()
{
    const int kept = ::dup(STDIN_FILENO);
    ::close(STDIN_FILENO);
    openStandardFiles();
    QVERIFY(::fcntl(STDIN_FILENO, F_GETFD) != -1);
    char byte = 0;
    QCOMPARE(::read(STDIN_FILENO, &byte, 1), -1); // what was closed still cannot be read
    if (kept != -1) {
        ::dup2(kept, STDIN_FILENO);
        ::close(kept);
    }
}

QTEST_GUILESS_MAIN(TestTerminal)
#include "tst_terminal.moc"
