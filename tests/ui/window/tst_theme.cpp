// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/fonts.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/style.h"
#include "ui/window/systemscheme.h"
#include "ui/window/theme.h"

#include "tests/ui/uitest.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;

class TestTheme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void choiceDecides_data();
    void choiceDecides();
    void paletteIsApplied();
    void textGrowsInSteps();
    void portalValues();
    void controlsAreLargeEnough();
};

void TestTheme::choiceDecides_data()
{
    using Choice = Theme::Choice;
    QTest::addColumn<Theme::Choice>("choice");
    QTest::addColumn<int>("system"); // −1: unknown
    QTest::addColumn<ColorScheme>("scheme");
    QTest::newRow("light") << Choice::Light << int(ColorScheme::Dark) << ColorScheme::Light;
    QTest::newRow("dark") << Choice::Dark << int(ColorScheme::Light) << ColorScheme::Dark;
    QTest::newRow("system dark") << Choice::System << int(ColorScheme::Dark) << ColorScheme::Dark;
    QTest::newRow("system light") << Choice::System << int(ColorScheme::Light)
                                  << ColorScheme::Light;
    QTest::newRow("nobody knows") << Choice::System << -1
                                  << ColorScheme::Light; // the offscreen palette's
}

void TestTheme::choiceDecides()
{
    QFETCH(Theme::Choice, choice);
    QFETCH(int, system);
    QApplication::setPalette(paletteFor(ColorScheme::Light));
    Theme theme;
    theme.setChoice(choice);
    if (system >= 0)
        theme.setSystemScheme(ColorScheme(system));
    QTEST(theme.scheme(), "scheme");
}

void TestTheme::paletteIsApplied()
{
    Theme theme;
    theme.apply();
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0x2d, 0x30, 0x34));
    theme.setChoice(Theme::Choice::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0xf3, 0xf4, 0xf6));
}

void TestTheme::textGrowsInSteps()
{
    Theme theme;
    QWidget window;
    const auto *title = new PlainLabel(u"Title"_s, PlainLabel::Style::Title, &window);
    const qreal usual = QApplication::font().pointSizeF();
    theme.setTextStep(2);
    QCOMPARE(QApplication::font().pointSizeF(), usual * 1.2);
    QCOMPARE(title->font().pointSizeF(), scaledFont(titleFactor).pointSizeF());
    theme.setTextStep(1'000);
    QCOMPARE(theme.textStep(), Theme::largestStep);
    theme.setTextStep(-1'000);
    QCOMPARE(theme.textStep(), Theme::smallestStep);
    theme.setTextStep(0);
    QCOMPARE(QApplication::font().pointSizeF(), usual);
}

void TestTheme::portalValues()
{
    QCOMPARE(SystemScheme::schemeOf(1), std::optional(ColorScheme::Dark));
    QCOMPARE(SystemScheme::schemeOf(2), std::optional(ColorScheme::Light));
    QVERIFY(!SystemScheme::schemeOf(0));
    QVERIFY(!SystemScheme::schemeOf(7));
}

void TestTheme::controlsAreLargeEnough()
{
    Theme theme;
    theme.apply();
    const QPushButton button(u"Get token"_s);
    const QLineEdit edit;
    QComboBox combo;
    combo.addItem(u"All"_s);
    for (const QWidget *widget :
         {static_cast<const QWidget *>(&button), static_cast<const QWidget *>(&edit),
          static_cast<const QWidget *>(&combo)})
        QVERIFY(widget->sizeHint().height() >= Style::controlHeight);
    // Nothing moves by itself.
    QCOMPARE(button.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &button), 0);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
