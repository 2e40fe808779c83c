// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace Tenantscope::Ui {

/// The field that searches at each keystroke; Down leaves it for what it found.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const QString &accessibleName, QWidget *parent = nullptr);

Q_SIGNALS:
    void leftDownwards();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Tenantscope::Ui
