// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/secret.h"

#include <QLineEdit>

namespace Tenantscope::Ui {

/// Where a secret is typed or pasted to be compared: it shows dots, keeps line ends, and gives its text away once.
class SecretField final : public QLineEdit
{
    Q_OBJECT

public:
    SecretField(const QString &name, QWidget *parent);

    /// What stands there, which is wiped.
    [[nodiscard]] Base::Secret take();
    void wipe();
};

} // namespace Tenantscope::Ui
