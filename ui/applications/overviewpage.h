// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/searchquery.h"
#include "ui/applications/applicationdetails.h"
#include "ui/shared/markedtext.h"

#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QAction;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

struct OverviewMember;

/// The members of an application that are looked at most, each value with a button that copies it, each absence with its
/// reason.
class OverviewPage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit OverviewPage(QWidget *parent = nullptr);

    void setDetails(const ApplicationDetails &details);
    /// What \a query found is marked.
    void setQuery(const Applications::SearchQuery &query);
    /// What stands as buttons below the secret; they must outlive the page.
    void setSecretActions(const QList<QAction *> &actions) { m_secretActions = actions; }

private:
    [[nodiscard]] Marker markerFor(QAnyStringView member) const;
    void addMember(
        QVBoxLayout &layout, const ApplicationDetails &details, const OverviewMember &member);

    void addSecret(QVBoxLayout &layout, const ApplicationDetails &details);

    Applications::SearchQuery m_query;
    QList<QAction *> m_secretActions;
};

} // namespace Tenantscope::Ui
