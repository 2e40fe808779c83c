// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/rowtable.h"

#include "ui/shared/cellpainter.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QSettings>
#include <QStyleOption>

#include <algorithm>

namespace Tenantscope::Ui {

namespace {

constexpr int usualRowHeight = 28;
constexpr int rowPadding = 10;

/// A header whose first text stands in line with the pane's other texts, as the cells below it do.
class RowHeader final : public QHeaderView
{
public:
    explicit RowHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
        setSectionsClickable(true);
        setHighlightSections(false);
        setMinimumSectionSize(48);
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override
    {
        if (visualIndex(logicalIndex) != 0) {
            QHeaderView::paintSection(painter, rect, logicalIndex);
            return;
        }
        const bool isMirrored = layoutDirection() == Qt::RightToLeft;
        QRect lead = rect;
        QRect rest = rect;
        if (isMirrored) {
            lead.setLeft(rect.right() - firstColumnLead + 1);
            rest.setRight(lead.left() - 1);
        } else {
            lead.setWidth(firstColumnLead);
            rest.setLeft(lead.right() + 1);
        }
        painter->save();
        painter->setClipRect(lead); // ground and line; the text begins further in
        QHeaderView::paintSection(painter, rect, logicalIndex);
        painter->restore();
        QHeaderView::paintSection(painter, rest, logicalIndex);
    }
};

/// Goes on with the header above the vertical scroll bar.
class HeaderEnd final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QStyleOption option;
        option.initFrom(this);
        style()->drawControl(QStyle::CE_HeaderEmptyArea, &option, &painter, this);
    }
};

} // namespace

RowTable::RowTable(const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_headerEnd(new HeaderEnd(this))
{
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table, as everywhere else in the window
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    createHeaders();
    connect(this, &QAbstractItemView::doubleClicked, this, &RowTable::openRequested);
}

void RowTable::createHeaders()
{
    setHorizontalHeader(new RowHeader(this));
    addScrollBarWidget(m_headerEnd, Qt::AlignTop);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        m_sizedByHand = m_sizedByHand || !m_fitting;
    });
    fitRowHeight();
}

void RowTable::setModel(QAbstractItemModel *newModel)
{
    if (model())
        model()->disconnect(this);
    {
        const QScopedValueRollback fitting(m_fitting, true); // new sections, not somebody's hand
        QTableView::setModel(newModel);
    }
    if (newModel) {
        connect(newModel, &QAbstractItemModel::rowsInserted, this, &RowTable::ensureCurrent);
        connect(newModel, &QAbstractItemModel::rowsRemoved, this, &RowTable::ensureCurrent);
        connect(newModel, &QAbstractItemModel::layoutChanged, this, &RowTable::ensureCurrent);
        connect(newModel, &QAbstractItemModel::modelReset, this, &RowTable::ensureCurrent);
    }
    fitColumns();
    ensureCurrent();
}

void RowTable::setColumnWidths(QList<ColumnWidth> widths)
{
    const qsizetype known = m_widths.size();
    m_widths = std::move(widths);
    for (qsizetype column = known; m_sizedByHand && column < m_widths.size(); ++column)
        setColumnWidth(int(column), m_widths[column].least);
    fitColumns();
}

void RowTable::fit()
{
    m_sizedByHand = false;
    fitColumns();
}

void RowTable::settleLayout()
{
    executeDelayedItemsLayout();
    updateGeometries();
}

void RowTable::saveState(QSettings &settings, const QString &key) const
{
    if (m_sizedByHand)
        settings.setValue(key, horizontalHeader()->saveState());
    else
        settings.remove(key);
}

void RowTable::restoreState(const QSettings &settings, const QString &key)
{
    const QByteArray state = settings.value(key).toByteArray();
    if (state.isEmpty())
        return;
    const int columns = horizontalHeader()->count();
    const QScopedValueRollback fitting(m_fitting, true);
    if (horizontalHeader()->restoreState(state) && horizontalHeader()->count() == columns)
        m_sizedByHand = true;
}

bool RowTable::event(QEvent *event)
{
    // With the focus here Ctrl+C is about these rows, whatever the window's own Copy is about.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        event->accept();
    return QTableView::event(event);
}

void RowTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested(); // Qt's own would put the whole display text of one cell there
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT openRequested();
    } else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        Q_EMIT detailsToggleRequested();
    } else {
        QTableView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void RowTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void RowTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRowHeight();
}

bool RowTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseMove)
        setHoveredRow(rowAt(static_cast<QMouseEvent *>(event)->position().toPoint().y()));
    else if (event->type() == QEvent::Leave)
        setHoveredRow(-1);
    return QTableView::viewportEvent(event);
}

void RowTable::fitRowHeight()
{
    const int height = std::max(usualRowHeight, fontMetrics().height() + rowPadding);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    horizontalHeader()->setFixedHeight(height);
    m_headerEnd->setFixedHeight(height);
}

void RowTable::fitColumns()
{
    const int columns = std::min(int(m_widths.size()), horizontalHeader()->count());
    if (m_sizedByHand || m_fitting || columns == 0)
        return;
    const QScopedValueRollback fitting(m_fitting, true);
    int left = viewport()->width();
    int shares = 0;
    for (int column = 0; column < columns; ++column) {
        left -= m_widths[column].least;
        shares += m_widths[column].share;
    }
    left = std::max(0, left);
    for (int column = 0; column < columns; ++column) {
        const ColumnWidth &width = m_widths[column];
        const int more = shares > 0 ? left * width.share / shares : 0;
        left -= more;
        shares -= width.share;
        setColumnWidth(column, width.least + more);
    }
}

void RowTable::setHoveredRow(int row)
{
    if (row == m_hoveredRow)
        return;
    updateRow(std::exchange(m_hoveredRow, row));
    updateRow(row);
}

void RowTable::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void RowTable::ensureCurrent()
{
    if (!currentIndex().isValid() && model()->rowCount() > 0 && model()->columnCount() > 0)
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
}

} // namespace Tenantscope::Ui
