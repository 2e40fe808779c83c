// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/searchquery.h"
#include "ui/applications/applicationdetails.h"
#include "ui/shared/copytree.h"

namespace Tenantscope::Ui {

class FoundDelegate;

/// All members of an application as a tree, unknown ones too.
class FieldsTree final : public CopyTree
{
    Q_OBJECT

public:
    explicit FieldsTree(QWidget *parent = nullptr);

    void setDetails(const ApplicationDetails &details);
    /// Shows only fields whose name or value has \a text, case and accents aside, with all that they are in; empty: all.
    void setSearch(const QString &text);
    /// What \a query found is marked.
    void setQuery(const Applications::SearchQuery &query);
    void copyCurrent() const override; ///< the value, whatever column it stands in

Q_SIGNALS:
    /// The field at \a path is to be a column of the table.
    void columnRequested(const QString &path);

private:
    void createActions();
    [[nodiscard]] bool filter(QTreeWidgetItem &item, bool isParentFound);
    void copyPath() const;
    void requestColumn();
    void addValue(
        QTreeWidgetItem &parent, const QString &name, const QString &path, const QJsonValue &value);
    void addAbsence(const QString &name);
    void addChildren(QTreeWidgetItem &item, const QString &path, const QJsonValue &value);

    QByteArray m_search; ///< folded
    bool m_isFiltered = false;
    FoundDelegate *m_delegate;
};

} // namespace Tenantscope::Ui
