// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/splitter.h"

namespace Tenantscope::Ui {

/// A main part and a side part: beside each other where there is room, else the side part below. Each way has sizes of its
/// own.
class SplitBox final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int widestBelow = 1024; ///< up to this width the side part stands below

    /// \a sideWidth and \a sideHeight: the side part's size at first.
    SplitBox(QWidget *main, QWidget *side, QSize sideSize, QWidget *parent = nullptr);

    [[nodiscard]] QByteArray state(Qt::Orientation orientation) const;
    void setState(Qt::Orientation orientation, const QByteArray &state);
    [[nodiscard]] Qt::Orientation orientation() const { return m_splitter->orientation(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void turn();
    void applyState();

    QSize m_sideSize;
    Splitter *m_splitter;
    QByteArray m_beside;
    QByteArray m_below;
    bool m_isPlaced = false;
};

} // namespace Tenantscope::Ui
