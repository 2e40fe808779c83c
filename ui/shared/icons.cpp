// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/icons.h"

#include "ui/shared/colors.h"

#include <QDebug>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

// Outside any namespace, as Qt's macro demands: the library is static, so its resources need a name called.
static void initialiseIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

/// Paints one SVG of the set in the colour that the palette of the moment gives to text.
class PaletteIconEngine final : public QIconEngine
{
public:
    explicit PaletteIconEngine(const QString &name)
        : m_name(name)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        return iconPixmap(m_name, QSizeF(size) / scale, scale, colorFor(mode));
    }

    [[nodiscard]] QIconEngine *clone() const override { return new PaletteIconEngine(m_name); }
    [[nodiscard]] QString key() const override { return u"tenantscope"_s; }
    bool isNull() override { return false; }

private:
    static QColor colorFor(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        case QIcon::Selected:
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return palette.color(QPalette::Active, QPalette::ButtonText);
    }

    QString m_name;
};

QByteArray drawing(const QString &name)
{
    initialiseIcons();
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("No icon is called %s", qUtf8Printable(name));
        return {};
    }
    return file.readAll();
}

QPixmap rendered(const QString &name, const QSizeF &size, qreal ratio, const QColor &color)
{
    QPixmap pixmap(
        QSize(int(std::lround(size.width() * ratio)), int(std::lround(size.height() * ratio))));
    pixmap.fill(Qt::transparent);
    QByteArray svg = drawing(name);
    svg.replace("currentColor", color.name().toLatin1());
    if (size.width() >= 32) // the same stroke looks clumsy when it grows with the drawing
        svg.replace("stroke-width=\"2\"", "stroke-width=\"1.25\"");
    QSvgRenderer renderer(svg);
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(QPointF(), QSizeF(pixmap.size())));
    }
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new PaletteIconEngine(name)); // the icon owns its engine
}

QPixmap iconPixmap(const QString &name, const QSizeF &size, qreal ratio, const QColor &color)
{
    const QString key = u"tenantscope/%1/%2x%3@%4/%5"_s.arg(
        name, QString::number(size.width()), QString::number(size.height()), QString::number(ratio),
        color.name());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = rendered(name, size, ratio, color);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

} // namespace Tenantscope::Ui
