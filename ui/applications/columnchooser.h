// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/column.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QListWidget;
class QListWidgetItem;
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class SearchField;
class TableColumns;

/// Chooses the columns of a table from all fields an application can have, and their order. What is chosen is seen at once.
class ColumnChooser final : public QDialog
{
    Q_OBJECT

public:
    /// \a fields: paths that are offered besides those that are shown. \a columns must outlive the dialog.
    ColumnChooser(TableColumns &columns, const QStringList &fields, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void connectParts();
    void fill();
    void fillLater();
    QListWidgetItem *addItem(Applications::Column column, bool isShown);
    void filter();
    void leaveHidden();
    void take(const QListWidgetItem &item);
    void moveCurrent(int step);
    void allowMoves();
    [[nodiscard]] std::optional<Applications::Column> current() const;

    TableColumns &m_columns;
    QList<Applications::Column> m_offered;
    SearchField *m_search;
    QListWidget *m_list;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_fit;
    QPushButton *m_reset;
    QListWidgetItem *m_own =
        nullptr; ///< the field that is named in m_search when nothing else is found
    bool m_filling = false;
};

} // namespace Tenantscope::Ui
