// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTreeWidget>

namespace Tenantscope::Ui {

/// A tree in which Copy takes its current cell's real text, which may be longer than what is shown, or masked there.
class CopyTree : public QTreeWidget
{
    Q_OBJECT

public:
    /// Of a cell, whose real text it has. A cell without it has nothing to copy.
    static constexpr int realTextRole = Qt::UserRole;

    explicit CopyTree(QWidget *parent = nullptr);

    /// Also the window's own Copy, while the tree has the focus. What is on the clipboard stays when there is nothing to copy.
    virtual void copyCurrent() const;

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    static void copy(const QString &text);
};

} // namespace Tenantscope::Ui
