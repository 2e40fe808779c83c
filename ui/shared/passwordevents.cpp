// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/passwordevents.h"

#include <QAccessible>
#include <QLineEdit>
#include <QScopeGuard>

namespace Tenantscope::Ui {

namespace {

QAccessible::UpdateHandler earlierHandler = nullptr;

void maskAndTell(QAccessibleEvent *event);

/// As if maskAndTell() were not there.
void tell(QAccessibleEvent &event)
{
    if (earlierHandler)
        return earlierHandler(&event);
    // Qt changes a table's own record of its cells before it asks for a handler, and would change it once more. Its bridge
    // passes none of these on: who listens is told not to keep a table's cells.
    if (event.type() == QAccessible::TableModelChanged)
        return;
    QAccessible::installUpdateHandler(
        nullptr); // then Qt takes its own way, which it offers to nobody
    const auto back = qScopeGuard([] { QAccessible::installUpdateHandler(maskAndTell); });
    QAccessible::updateAccessibility(&event);
}

/// What a field with that text would tell if it stood in it.
QString asShown(const QLineEdit &edit, const QString &text)
{
    if (edit.echoMode() == QLineEdit::NoEcho)
        return {};
    return QString(text.size(), u'•');
}

void tellMasked(QLineEdit &edit, const QAccessibleTextInsertEvent &event)
{
    QAccessibleTextInsertEvent masked(
        &edit, event.changePosition(), asShown(edit, event.textInserted()));
    masked.setCursorPosition(event.cursorPosition());
    tell(masked);
}

void tellMasked(QLineEdit &edit, const QAccessibleTextRemoveEvent &event)
{
    QAccessibleTextRemoveEvent masked(
        &edit, event.changePosition(), asShown(edit, event.textRemoved()));
    masked.setCursorPosition(event.cursorPosition());
    tell(masked);
}

void tellMasked(QLineEdit &edit, const QAccessibleTextUpdateEvent &event)
{
    QAccessibleTextUpdateEvent masked(
        &edit, event.changePosition(), asShown(edit, event.textRemoved()),
        asShown(edit, event.textInserted()));
    masked.setCursorPosition(event.cursorPosition());
    tell(masked);
}

void maskAndTell(QAccessibleEvent *event)
{
    auto *edit = qobject_cast<QLineEdit *>(event->object());
    if (!edit || edit->echoMode() == QLineEdit::Normal)
        return tell(*event);
    switch (event->type()) { // Qt promises the class that goes with each type
    case QAccessible::TextInserted:
        return tellMasked(*edit, *static_cast<QAccessibleTextInsertEvent *>(event));
    case QAccessible::TextRemoved:
        return tellMasked(*edit, *static_cast<QAccessibleTextRemoveEvent *>(event));
    case QAccessible::TextUpdated:
        return tellMasked(*edit, *static_cast<QAccessibleTextUpdateEvent *>(event));
    default:
        return tell(*event); // places and states: no text
    }
}

} // namespace

void maskPasswordEvents()
{
    const auto handler = QAccessible::installUpdateHandler(maskAndTell);
    if (handler != maskAndTell)
        earlierHandler = handler;
}

} // namespace Tenantscope::Ui
