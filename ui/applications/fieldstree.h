// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/applications/applicationdetails.h"

#include <QTreeWidget>

namespace Tenantscope::Ui {

/// All members of an application as a tree, unknown ones too.
class FieldsTree final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit FieldsTree(QWidget *parent = nullptr);

    void setDetails(const ApplicationDetails &details);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addValue(QTreeWidgetItem &parent, const QString &name, const QJsonValue &value);
    void addAbsence(const QString &name);
    void addChildren(QTreeWidgetItem &item, const QJsonValue &value);
};

} // namespace Tenantscope::Ui
