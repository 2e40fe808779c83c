// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/fonts.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/tickinglabel.h"

#include "tests/ui/uitest.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;

class TestPlainLabel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void hostileText_data();
    void hostileText();
    void loadsNoFile();
    void toolTipIsPlain_data();
    void toolTipIsPlain();
    void elides();
    void fontFollowsTheApplication();
    void tickingIsNotSpoken();
};

void TestPlainLabel::hostileText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("markup stays text") << u"<b>bold</b> &amp;"_s << u"<b>bold</b> &amp;"_s;
    QTest::newRow("line ends") << u"one\ntwo\r"_s << u"one\u240Atwo\u240D"_s;
    QTest::newRow("NUL") << QString::fromUtf16(u"a\0b", 3) << u"a\u2400b"_s;
    QTest::newRow("escape") << u"\u001B[31m"_s << u"\u241B[31m"_s;
    QTest::newRow("right-to-left override") << u"exe\u202Egpj"_s << u"exe\uFFFDgpj"_s;
    QTest::newRow("lone surrogate") << QString(QChar(0xD800)) << QString(QChar(0xFFFD));
}

void TestPlainLabel::hostileText()
{
    QFETCH(QString, text);
    PlainLabel label;
    label.setText(text);
    QCOMPARE(label.textFormat(), Qt::PlainText);
    QTEST(label.text(), "shown");
}

void TestPlainLabel::loadsNoFile()
{
    // A picture that rich text would load, and show larger than any text of this length.
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"canary.png"_s);
    QImage canary(600, 600, QImage::Format_RGB32);
    canary.fill(Qt::red);
    QVERIFY(canary.save(file));
    const QString text = u"<img src=\"file:%1\">"_s.arg(file);
    PlainLabel label(text);
    label.resize(label.sizeHint());
    QVERIFY(label.sizeHint().height() < 100);
    const QImage grabbed = label.grab().toImage();
    QVERIFY(grabbed.pixelColor(grabbed.width() / 2, grabbed.height() - 1) != QColor(Qt::red));

    PlainLabel huge(QString(1'000'000, u'x'));
    QVERIFY(huge.text().size() <= 1'001);
}

void TestPlainLabel::toolTipIsPlain_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"a < b"_s;
    QTest::newRow("markup") << u"<img src=file:/etc/passwd>"_s;
    QTest::newRow("leading blanks") << u"  <b>x</b>"_s;
}

void TestPlainLabel::toolTipIsPlain()
{
    QFETCH(QString, text);
    QWidget widget;
    setPlainToolTip(&widget, text);
    // Either Qt takes it for plain text, or nothing of the markup has survived.
    const QString tip = widget.toolTip();
    QVERIFY(
        !Qt::mightBeRichText(tip)
        || (tip.contains(text.toHtmlEscaped()) && !tip.contains(text.trimmed())));
}

void TestPlainLabel::elides()
{
    PlainLabel label;
    label.setElideMode(Qt::ElideMiddle);
    label.setText(u"contoso-staging-with-a-very-long-name.eu.auth0.com"_s);
    QVERIFY(label.toolTip().isEmpty()); // it would be read out twice
    QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width() / 4);
    label.resize(60, 20);
    QVERIFY(label.isElided());
    QHelpEvent help(QEvent::ToolTip, QPoint(5, 5), QPoint(5, 5));
    QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
    QApplication::sendEvent(&label, &help);
    QCOMPARE(QToolTip::text(), label.text());
    QToolTip::hideText();
    const QImage narrow = label.grab().toImage();
    QVERIFY(!narrow.isNull());
    label.resize(label.sizeHint());
    QVERIFY(!label.isElided());
}

void TestPlainLabel::fontFollowsTheApplication()
{
    const QFont before = QApplication::font();
    PlainLabel base;
    PlainLabel secondary(PlainLabel::Style::Secondary);
    PlainLabel title(PlainLabel::Style::Title);
    const auto check = [&] {
        const qreal size = QApplication::font().pointSizeF();
        QCOMPARE(base.font().pointSizeF(), size);
        QCOMPARE(secondary.font().pointSizeF(), scaledFont(secondaryFactor).pointSizeF());
        QCOMPARE(title.font().pointSizeF(), scaledFont(titleFactor).pointSizeF());
    };
    check();
    QFont larger = before;
    larger.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(larger);
    QCoreApplication::processEvents();
    check();
    QApplication::setFont(before);
    QCoreApplication::processEvents();
    check();
}

void TestPlainLabel::tickingIsNotSpoken()
{
    TickingLabel label;
    label.setTexts(u"Token on clipboard"_s, u"Token on clipboard 24 s"_s);
    const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&label);
    QVERIFY(interface);
    QCOMPARE(interface->text(QAccessible::Name), u"Token on clipboard"_s);
    QCOMPARE(label.paintedText(), u"Token on clipboard 24 s"_s);
    label.setTexts(u"Token on clipboard"_s, u"Token on clipboard 9 s"_s);
    QCOMPARE(interface->text(QAccessible::Name), u"Token on clipboard"_s);
    label.setTexts(u"Nothing"_s);
    QCOMPARE(label.paintedText(), u"Nothing"_s);
}

QTEST_MAIN(TestPlainLabel)
#include "tst_plainlabel.moc"
