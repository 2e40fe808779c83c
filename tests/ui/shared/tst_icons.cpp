// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/colors.h"
#include "ui/shared/icons.h"

#include "tests/ui/uitest.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;

namespace {

/// The most opaque pixel's colour: what the drawing was drawn in.
QColor inkOf(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QRgb ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > qAlpha(ink))
                ink = image.pixel(x, y);
        }
    }
    return QColor::fromRgb(ink);
}

bool isNear(const QColor &first, const QColor &second)
{
    return qAbs(first.red() - second.red()) < 8 && qAbs(first.green() - second.green()) < 8
        && qAbs(first.blue() - second.blue()) < 8;
}

} // namespace

class TestIcons final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void allDraw_data();
    void allDraw();
    void followPalette();
    void areCrispAtTwice();
    void missingOneIsTold();
};

void TestIcons::allDraw_data()
{
    QTest::addColumn<QString>("name");
    QVERIFY(!icon(u"x"_s).pixmap(16, 16).isNull()); // registers the resources
    const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(files.size() > 20);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

void TestIcons::allDraw()
{
    QFETCH(QString, name);
    const QPixmap pixmap = iconPixmap(name, QSizeF(16, 16), 1, Qt::red);
    QCOMPARE(pixmap.size(), QSize(16, 16));
    QVERIFY(isNear(inkOf(pixmap), Qt::red));
}

void TestIcons::followPalette()
{
    const QIcon search = icon(u"search"_s);
    for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark}) {
        const QPalette palette = paletteFor(scheme);
        QApplication::setPalette(palette);
        QVERIFY(isNear(inkOf(search.pixmap(32, 32)), palette.color(QPalette::ButtonText)));
        QVERIFY(isNear(inkOf(search.pixmap(QSize(32, 32), QIcon::Selected)), Qt::white));
        QVERIFY(isNear(
            inkOf(search.pixmap(QSize(32, 32), QIcon::Disabled)),
            palette.color(QPalette::Disabled, QPalette::ButtonText)));
    }
}

void TestIcons::areCrispAtTwice()
{
    const QPixmap pixmap = icon(u"search"_s).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
}

void TestIcons::missingOneIsTold()
{
    QTest::ignoreMessage(QtWarningMsg, "No icon is called nonsense");
    QVERIFY(!iconPixmap(u"nonsense"_s, QSizeF(16, 16), 1, Qt::red).isNull());
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
