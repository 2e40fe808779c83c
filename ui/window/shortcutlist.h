// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

namespace Tenantscope::Ui {

class WindowActions;

/// Lists every action with its keys, made from the actions themselves.
class ShortcutList final : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutList(const WindowActions &actions, QWidget *parent = nullptr);
};

} // namespace Tenantscope::Ui
