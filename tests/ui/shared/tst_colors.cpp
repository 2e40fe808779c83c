// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/colors.h"

#include <QTest>

#include <cmath>

using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;

namespace {

/// Relative luminance and contrast ratio as WCAG 2.2 defines them.
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &first, const QColor &second)
{
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

class TestColors final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void contrasts_data();
    void contrasts();
    void schemeIsRead();
};

void TestColors::contrasts_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark}) {
        const QPalette palette = paletteFor(scheme);
        const Colors colors = colorsOf(palette);
        const QByteArray name = scheme == ColorScheme::Light ? "light: " : "dark: ";
        const auto row = [&name](
                             const QByteArray &what, const QColor &text, const QColor &ground,
                             double least) {
            QTest::addRow("%s%s", name.constData(), what.constData()) << text << ground << least;
        };
        const QColor window = palette.color(QPalette::Window);
        const QColor base = palette.color(QPalette::Base);
        for (const auto &[what, ground] : {std::pair("window", window), std::pair("base", base)}) {
            const QByteArray on = QByteArray(" on ") + what;
            row("text" + on, palette.color(QPalette::Text), ground, 7);
            row("secondary" + on, colors.secondary, ground, 4.5);
            row("placeholder" + on, palette.color(QPalette::PlaceholderText), ground, 4.5);
            row("ok" + on, colors.ok, ground, 4.5);
            row("caution" + on, colors.caution, ground, 4.5);
            row("error" + on, colors.error, ground, 4.5);
            row("link" + on, palette.color(QPalette::Link), ground, 4.5);
            row("border" + on, colors.border, ground, 3);
            row("focus" + on, colors.focus, ground, 3);
        }
        row("selection", palette.color(QPalette::HighlightedText),
            palette.color(QPalette::Highlight), 4.5);
        row("button", palette.color(QPalette::ButtonText), palette.color(QPalette::Button), 4.5);
        row("tool tip", palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase),
            4.5);
        row("text on hover", palette.color(QPalette::Text), colors.hover, 4.5);
        row("text on badge", palette.color(QPalette::Text), colors.badge, 4.5);
        row("strong badge", palette.color(QPalette::Base), colors.caution, 4.5);
    }
}

void TestColors::contrasts()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    QFETCH(double, least);
    const double ratio = contrast(text, ground);
    QVERIFY2(
        ratio >= least,
        qPrintable(u"%1 on %2 has %3"_s.arg(text.name(), ground.name()).arg(ratio)));
}

void TestColors::schemeIsRead()
{
    QVERIFY(isDark(paletteFor(ColorScheme::Dark)));
    QVERIFY(!isDark(paletteFor(ColorScheme::Light)));
    QCOMPARE_NE(
        colorsOf(paletteFor(ColorScheme::Dark)).ok, colorsOf(paletteFor(ColorScheme::Light)).ok);
}

QTEST_GUILESS_MAIN(TestColors)
#include "tst_colors.moc"
