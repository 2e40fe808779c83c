// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/scrollbox.h"

#include <QResizeEvent>

#include <algorithm>

namespace Tenantscope::Ui {

namespace {

constexpr int leastLines = 2; ///< that are seen of it in any case

} // namespace

ScrollBox::ScrollBox(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
{
    const bool wasHidden = content->isHidden()
        && content->testAttribute(Qt::WA_WState_ExplicitShowHide);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setBackgroundRole(QPalette::Window);
    // Not by height for width: layouts take such a height for the least one, and squash what else they hold.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setWidget(content);
    content->setVisible(!wasHidden); // setWidget() has shown it
}

QSize ScrollBox::sizeHint() const
{
    const QSize hint = widget()->sizeHint();
    const int height = widget()->hasHeightForWidth() ? widget()->heightForWidth(width())
                                                     : hint.height();
    return {hint.width(), height};
}

QSize ScrollBox::minimumSizeHint() const
{
    return {
        widget()->minimumSizeHint().width(),
        std::min(sizeHint().height(), leastLines * fontMetrics().lineSpacing())};
}

bool ScrollBox::event(QEvent *event)
{
    const bool isNews = event->type() == QEvent::LayoutRequest; // its content wants another height
    if (isNews)
        fitBar();
    const bool isTaken = QScrollArea::event(event);
    if (isNews)
        updateGeometry();
    return isTaken;
}

void ScrollBox::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
    fitBar();
    showFocus();
}

/// By itself a bar that is there makes lines shorter, so that there are more of them, and stays.
void ScrollBox::fitBar()
{
    const bool scrolls = widget() && sizeHint().height() > height();
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFocusPolicy(scrolls && !accessibleName().isEmpty() ? Qt::StrongFocus : Qt::NoFocus);
}

/// It may have been given before there was a place for it.
void ScrollBox::showFocus()
{
    QWidget *focus = window()->focusWidget();
    if (focus && widget() && widget()->isAncestorOf(focus))
        ensureWidgetVisible(focus);
}

bool ScrollBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget()
        && (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent))
        setVisible(!widget()->isHidden());
    const bool isTaken = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::Resize)
        showFocus();
    return isTaken;
}

} // namespace Tenantscope::Ui
