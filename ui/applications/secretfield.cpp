// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/secretfield.h"

namespace Tenantscope::Ui {

SecretField::SecretField(const QString &name, QWidget *parent)
    : QLineEdit(parent)
{
    setAccessibleName(name);
    setEchoMode(QLineEdit::Password); // which leaves nothing to copy, to drag out or to undo
    setInputMethodHints(
        Qt::ImhSensitiveData | Qt::ImhHiddenText | Qt::ImhNoPredictiveText
        | Qt::ImhNoAutoUppercase);
}

Base::Secret SecretField::take()
{
    QString text = this->text();
    Base::Secret secret = Base::Secret::fromText(text);
    wipe(); // first: then nothing else shares the bytes of text
    Base::wipe(text);
    return secret;
}

void SecretField::wipe()
{
    setText({}); // clear() could be undone
}

} // namespace Tenantscope::Ui
