// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyle>

QT_BEGIN_NAMESPACE
class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComplex;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;
class QWidget;
QT_END_NAMESPACE

/// How Style paints each control.
namespace Tenantscope::Ui::StylePainting {

void button(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
void buttonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
void toolButton(QPainter &painter, const QStyleOption &option);
void field(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void comboBox(QPainter &painter, const QStyleOptionComplex &option, const QRect &arrow);
void checkBox(QPainter &painter, const QStyleOption &option);
void focusRing(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void arrow(QPainter &painter, const QStyleOption &option, Qt::ArrowType type);

void panelFrame(QPainter &painter, const QStyleOption &option);
void header(QPainter &painter, const QStyleOption &option, bool last);
void menuBar(QPainter &painter, const QStyleOption &option);
void menuBarItem(QPainter &painter, const QStyleOptionMenuItem &option, const QStyle &style);
void menuPanel(QPainter &painter, const QStyleOption &option);
void tab(QPainter &painter, const QStyleOptionTab &option);
void tabBase(QPainter &painter, const QStyleOption &option);
void progressBar(QPainter &painter, const QStyleOptionProgressBar &option);
void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &slider);
void statusBar(QPainter &painter, const QStyleOption &option);

} // namespace Tenantscope::Ui::StylePainting
