// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/fonts.h"

#include <QApplication>
#include <QFontDatabase>

namespace Tenantscope::Ui {

namespace {

void setSize(QFont &font, const QFont &like, qreal factor)
{
    if (like.pointSizeF() > 0)
        font.setPointSizeF(like.pointSizeF() * factor);
    else
        font.setPixelSize(qMax(1, qRound(like.pixelSize() * factor)));
}

} // namespace

QFont scaledFont(qreal factor)
{
    const QFont base = QApplication::font();
    QFont font = base;
    setSize(font, base, factor);
    return font;
}

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    setSize(font, QApplication::font(), 1);
    return font;
}

} // namespace Tenantscope::Ui
