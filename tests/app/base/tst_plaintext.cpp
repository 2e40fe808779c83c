// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/plaintext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope::Base;

namespace Tenantscope::Test {

/// Text from outside, made harmless to show.
class PlainTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void texts_data();
    void texts();
    void everyUnit();
    void limits_data();
    void limits();
    void megabyte();
};

void PlainTextTest::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("block");
    const auto row = [](const char *name, const QString &text, const QString &line,
                        const QString &block) { QTest::newRow(name) << text << line << block; };
    row("plain", u"Shop - web"_s, u"Shop - web"_s, u"Shop - web"_s);
    row("empty", QString(), QString(), QString());
    row("escape sequence", u"\x1b[31mred"_s, u"\u241b[31mred"_s, u"\u241b[31mred"_s);
    row("NUL", QString(u"a"_s + QChar(u'\0') + u'b'), u"a\u2400b"_s, u"a\u2400b"_s);
    row("lines", u"a\nb\tc"_s, u"a\u240ab\u2409c"_s, u"a\nb\tc"_s);
    row("CR LF", u"a\r\nb"_s, u"a\u240d\u240ab"_s, u"a\nb"_s);
    row("CR alone", u"a\rb"_s, u"a\u240db"_s, u"a\u240db"_s);
    row("DEL", u"\x7f"_s, u"\u2421"_s, u"\u2421"_s);
    row("C1", u"\u009b31m"_s, u"\ufffd31m"_s, u"\ufffd31m"_s);
    row("RTL override", u"exe\u202efdp"_s, u"exe\ufffdfdp"_s, u"exe\ufffdfdp"_s);
    row("isolates", u"\u2066a\u2069"_s, u"\ufffda\ufffd"_s, u"\ufffda\ufffd"_s);
    row("line separator", u"a\u2028b"_s, u"a\ufffdb"_s, u"a\ufffdb"_s);
    row("high half", QString(QChar(0xD83D)) + u'x', u"\ufffdx"_s, u"\ufffdx"_s);
    row("low half", QString(QChar(0xDE00)), u"\ufffd"_s, u"\ufffd"_s);
    row("halves in the wrong order", QString(QChar(0xDE00)) + QChar(0xD83D), u"\ufffd\ufffd"_s,
        u"\ufffd\ufffd"_s);
    row("pair", u"\U0001F600"_s, u"\U0001F600"_s, u"\U0001F600"_s);
    row("Hebrew, accents", u"\u05e9\u05dc\u05d5\u05dd \u00e9"_s,
        u"\u05e9\u05dc\u05d5\u05dd \u00e9"_s, u"\u05e9\u05dc\u05d5\u05dd \u00e9"_s);
    row("markup stays text", u"<img src=file:///x>"_s, u"<img src=file:///x>"_s,
        u"<img src=file:///x>"_s);
}

void PlainTextTest::texts()
{
    QFETCH(const QString, text);
    QTEST(plainLine(text), "line");
    QTEST(plainBlock(text), "block");
}

void PlainTextTest::everyUnit()
{
    for (int unit = 0; unit <= 0xFFFF; ++unit) {
        const QString shown = plainLine(QString(QChar(char16_t(unit))));
        QCOMPARE(shown.size(), 1);
        const QChar c = shown.at(0);
        QVERIFY(c.category() != QChar::Other_Control && !c.isSurrogate());
        const auto direction = c.direction();
        QVERIFY(
            direction < QChar::DirLRE || direction == QChar::DirNSM || direction == QChar::DirAL
            || direction == QChar::DirBN);
        QVERIFY(c != u'\u202E' && c != u'\u2066' && c != u'\u2029');
    }
}

void PlainTextTest::limits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("shown");
    QTest::newRow("fits") << u"abcde"_s << 5 << u"abcde"_s;
    QTest::newRow("one too long") << u"abcdef"_s << 5 << u"abcd\u2026"_s;
    QTest::newRow("pair at the cut") << u"abc\U0001F600def"_s << 5 << u"abc\u2026"_s;
    QTest::newRow("pair before the cut") << u"ab\U0001F600def"_s << 5 << u"ab\U0001F600\u2026"_s;
    QTest::newRow("one") << u"ab"_s << 1 << u"\u2026"_s;
}

void PlainTextTest::limits()
{
    QFETCH(const QString, text);
    QFETCH(const int, limit);
    QFETCH(const QString, shown);
    QCOMPARE(plainLine(text, limit), shown);
    QCOMPARE(plainBlock(text, limit), shown);
}

void PlainTextTest::megabyte()
{
    const QString text(1'000'000, u'x');
    QCOMPARE(plainLine(text).size(), 1'000);
    QCOMPARE(plainBlock(text).size(), 64'000);
}

} // namespace Tenantscope::Test

QTEST_APPLESS_MAIN(Tenantscope::Test::PlainTextTest)
#include "tst_plaintext.moc"
