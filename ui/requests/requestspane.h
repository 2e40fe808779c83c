// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Tenantscope::Session {
class TenantSession;
}

namespace Tenantscope::Ui {

/// Shows the request log of one tenant: every exchange, filter, failures only, details, clear, copy as curl.
class RequestsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit RequestsPane(Session::TenantSession &session, QWidget *parent = nullptr);
    ~RequestsPane() override;

    void focusTable();
    void copyCurrent(); ///< the current cell of the table

    void saveState(QSettings &settings) const;
    void restoreState(const QSettings &settings);

private:
    class Private;
    Private *d;
};

} // namespace Tenantscope::Ui
