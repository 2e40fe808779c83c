// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/comparison.h"
#include "ui/shared/copytree.h"

namespace Tenantscope::Ui {

/// What was added, removed and changed, field by field, as a tree of three columns: what, before, after.
class ComparisonTree final : public CopyTree
{
    Q_OBJECT

public:
    explicit ComparisonTree(QWidget *parent = nullptr);

    void setComparison(const Applications::Comparison &comparison);

protected:
    bool event(QEvent *event) override;

private:
    void show();
    QTreeWidgetItem *addGroup(const QString &title, qsizetype count);
    void addLabels(const QString &title, const QList<Applications::ApplicationLabel> &labels);
    void addChanged();
    void addField(QTreeWidgetItem &parent, const Applications::FieldChange &change);
    void addValue(
        QTreeWidgetItem &parent, const QString &what, const QJsonValue *before,
        const QJsonValue *after);
    QTreeWidgetItem *addLabel(
        QTreeWidgetItem &parent, const Applications::ApplicationLabel &before,
        const Applications::ApplicationLabel &after);

    Applications::Comparison m_comparison;
};

} // namespace Tenantscope::Ui
