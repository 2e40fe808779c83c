// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/secret.h"

#include <QPlainTextEdit>

namespace Tenantscope::Ui {

/// A token or secret to be read, in whole lines of fixed width. Hidden and empty unless it shows one.
///
/// Its text cannot be selected, so neither PRIMARY nor an unhinted copy ever gets it.
class SecretBox final : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// \a name is what readers of the screen call it; \a lines: how many it shows at once.
    SecretBox(const QString &name, int lines, QWidget *parent);

    void reveal(const Base::Secret &secret);
    void hideAgain();

protected:
    bool event(QEvent *event) override;

private:
    int m_lines;
};

} // namespace Tenantscope::Ui
