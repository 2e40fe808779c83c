// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/closedialogs.h"

#include <QMessageBox>
#include <QPointer>

namespace Tenantscope::Ui {

void closeDialog(QDialog *dialog)
{
    if (!dialog)
        return;
    const QList<QMessageBox *> questions = dialog->findChildren<QMessageBox *>();
    if (questions.isEmpty()) {
        delete dialog;
        return;
    }
    // They stand on the stack of a function that waits for them, which is why the dialog must outlive it and its parent.
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->setParent(nullptr, dialog->windowFlags());
    for (QMessageBox *question : questions) {
        QObject::connect(question, &QObject::destroyed, dialog, &QObject::deleteLater);
        question->reject();
    }
}

void closeDialogs(const QWidget &place)
{
    const QList<QDialog *> found = place.findChildren<QDialog *>();
    const QList<QPointer<QDialog>> dialogs(found.begin(), found.end());
    for (QDialog *dialog : dialogs) { // null: it went with the one that it was in
        if (!qobject_cast<QMessageBox *>(dialog))
            closeDialog(dialog);
    }
}

} // namespace Tenantscope::Ui
