// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/splitbox.h"

#include <QVBoxLayout>

namespace Tenantscope::Ui {

SplitBox::SplitBox(QWidget *main, QWidget *side, QSize sideSize, QWidget *parent)
    : QWidget(parent)
    , m_sideSize(sideSize)
    , m_splitter(new Splitter(Qt::Horizontal, this))
{
    m_splitter->addWidget(main);
    m_splitter->addWidget(side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setCollapsible(0, false);
    m_splitter->setCollapsible(1, false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        (orientation() == Qt::Horizontal ? m_beside : m_below) = m_splitter->saveState();
    });
}

QByteArray SplitBox::state(Qt::Orientation orientation) const
{
    return orientation == Qt::Horizontal ? m_beside : m_below;
}

void SplitBox::setState(Qt::Orientation orientation, const QByteArray &state)
{
    (orientation == Qt::Horizontal ? m_beside : m_below) = state;
    applyState();
}

void SplitBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    turn();
}

void SplitBox::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    turn();
}

void SplitBox::turn()
{
    const Qt::Orientation wanted = width() <= widestBelow ? Qt::Vertical : Qt::Horizontal;
    if (m_isPlaced && wanted == orientation())
        return;
    m_isPlaced = true;
    m_splitter->setOrientation(wanted);
    applyState();
}

void SplitBox::applyState()
{
    const QByteArray &kept = state(orientation());
    // The orientation is part of the state: what was kept for one way is never applied to the other.
    const Qt::Orientation wanted = orientation();
    if (!kept.isEmpty() && m_splitter->restoreState(kept)) {
        m_splitter->setOrientation(wanted);
        return;
    }
    const bool beside = wanted == Qt::Horizontal;
    const int whole = beside ? width() : height();
    const int side = beside ? m_sideSize.width() : m_sideSize.height();
    m_splitter->setSizes({std::max(1, whole - side), side});
}

} // namespace Tenantscope::Ui
