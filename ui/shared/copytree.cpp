// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/copytree.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

namespace Tenantscope::Ui {

CopyTree::CopyTree(QWidget *parent)
    : QTreeWidget(parent)
{
}

void CopyTree::copyCurrent() const
{
    if (const QTreeWidgetItem *item = currentItem())
        copy(item->data(currentColumn(), realTextRole).toString());
}

bool CopyTree::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        event->accept(); // of the cell here, not the window's own Copy
    return QTreeWidget::event(event);
}

void CopyTree::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy)) {
        QTreeWidget::keyPressEvent(event);
        return;
    }
    event->accept();
    copyCurrent();
}

void CopyTree::copy(const QString &text)
{
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace Tenantscope::Ui
