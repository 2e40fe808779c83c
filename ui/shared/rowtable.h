// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QTableView>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

/// A table of whole rows as this program looks: no grid, a tint under the pointer, columns that share the width until
/// somebody sizes one by hand, and a current row whenever there are rows.
class RowTable : public QTableView
{
    Q_OBJECT

public:
    /// How a column takes part in the table's width, in pixels at the usual text size.
    struct ColumnWidth
    {
        int least = 80;
        int share = 0; ///< of what is left over, in proportion to the other columns'
    };

    explicit RowTable(const QString &accessibleName, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Of all columns. Those that nobody sized by hand take theirs.
    void setColumnWidths(QList<ColumnWidth> widths);
    void fit(); ///< forgets what was sized by hand
    [[nodiscard]] bool isSizedByHand() const { return m_sizedByHand; }
    /// Lays out at once what a changed model has left for later, so that the scroll bar's range is right.
    void settleLayout();

    [[nodiscard]] int hoveredRow() const { return m_hoveredRow; } ///< −1: none

    /// Keeps the columns' widths and sort order under \a key.
    void saveState(QSettings &settings, const QString &key) const;
    void restoreState(const QSettings &settings, const QString &key);

Q_SIGNALS:
    void openRequested();          ///< Enter, or a double click
    void detailsToggleRequested(); ///< Space
    void copyRequested();          ///< Ctrl+C

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void createHeaders();
    void fitRowHeight();
    void fitColumns();
    void setHoveredRow(int row);
    void updateRow(int row);
    void ensureCurrent();

    QWidget *m_headerEnd; ///< above the scroll bar
    QList<ColumnWidth> m_widths;
    int m_hoveredRow = -1;
    bool m_fitting = false;
    bool m_sizedByHand = false;
};

} // namespace Tenantscope::Ui
