// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/splitter.h"

#include "ui/shared/colors.h"

#include <QPainter>
#include <QResizeEvent>

namespace Tenantscope::Ui {

namespace {

/// The line between two parts. As QSplitterHandle does for thin handles, but wider: its contents rectangle is
/// what is laid out and painted, the margins around it, over the neighbours, only take the mouse.
class Handle final : public QSplitterHandle
{
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        // Not QSplitterHandle's: it would set its own margins, each change of which is a resize again, for ever.
        QWidget::resizeEvent(event); // NOLINT(bugprone-parent-virtual-call)
        constexpr int before = 3;
        constexpr int after = 4;
        if (orientation() == Qt::Horizontal)
            setContentsMargins(before, 0, after, 0);
        else
            setContentsMargins(0, before, 0, after);
        setMask(QRegion(contentsRect()));
        setAttribute(Qt::WA_MouseNoMask);
    }

    void paintEvent(QPaintEvent *) override
    {
        const Colors colors = colorsOf(palette());
        QPainter(this).fillRect(contentsRect(), colors.line);
    }
};

} // namespace

Splitter::Splitter(Qt::Orientation orientation, QWidget *parent)
    : QSplitter(orientation, parent)
{
    setHandleWidth(1);
    setChildrenCollapsible(false);
}

QSplitterHandle *Splitter::createHandle()
{
    return new Handle(orientation(), this);
}

} // namespace Tenantscope::Ui
