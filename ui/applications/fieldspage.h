// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/searchquery.h"
#include "ui/applications/applicationdetails.h"

#include <QWidget>

namespace Tenantscope::Ui {

class FieldsTree;
class SearchField;

/// All fields of an application as a tree, and a field that searches their names and values.
class FieldsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit FieldsPage(QWidget *parent = nullptr);

    /// What is searched for stays.
    void setDetails(const ApplicationDetails &details);
    /// What \a query, a search of the list, found is marked.
    void setQuery(const Applications::SearchQuery &query);

Q_SIGNALS:
    /// The field at \a path is to be a column of the table.
    void columnRequested(const QString &path);

private:
    SearchField *m_search;
    FieldsTree *m_tree;
};

} // namespace Tenantscope::Ui
