// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

QT_BEGIN_NAMESPACE
class QStyleOptionHeader;
class QStyleOptionMenuItem;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

/// Fusion with this program's own surfaces: flat controls 28 pixels high, one border, one focus ring, thin scroll
/// bars. Colours come from the palette of paletteFor(). Nothing in it moves.
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void drawPrimitive(
        PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawControl(
        ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawComplexControl(
        ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(
        ContentsType type, const QStyleOption *option, const QSize &size,
        const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(
        SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(
        ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
        const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(
        PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(
        StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *returnData) const override;
    [[nodiscard]] QIcon standardIcon(
        StandardPixmap standardIcon, const QStyleOption *option,
        const QWidget *widget) const override;

    static constexpr int controlHeight = 28;

private:
    void drawHeader(
        const QStyleOptionHeader &header, QPainter *painter, const QWidget *widget) const;
    void drawMenuItem(
        const QStyleOptionMenuItem &option, QPainter *painter, const QWidget *widget) const;
};

/// Gives a line edit the border of a field whose value is wrong; the words for it stand beside the field.
void markWrong(QWidget *field, bool wrong);
[[nodiscard]] bool isMarkedWrong(const QWidget *field);

} // namespace Tenantscope::Ui
