// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QDialog;
class QWidget;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

/// Deletes \a dialog, now. One of Qt's that waits within its own function for an answer – a file dialog, whether a file may be
/// replaced – is hidden now, answered by "no", and deleted once that function has returned. Null: there is nothing to do.
void closeDialog(QDialog *dialog);
/// The same for all dialogs in \a place.
void closeDialogs(const QWidget &place);

} // namespace Tenantscope::Ui
