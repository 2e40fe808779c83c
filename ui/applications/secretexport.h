// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/rowformat.h"
#include "app/oauth/scopeset.h"
#include "app/tenant/profile.h"

#include <QObject>

#include <optional>

namespace Tenantscope::Applications {
class ApplicationList;
}

namespace Tenantscope::Session {
class TenantSession;
}

namespace Tenantscope::Ui {

/// Reads all applications anew with their secrets, as their user wished, and writes those that were asked for to a file that
/// only its user can read. What it read goes with it, and with the sign-in; deleted before it has finished, it leaves the file
/// as it was.
class SecretExport final : public QObject
{
    Q_OBJECT

public:
    struct Wish
    {
        QString file;
        Applications::RowFormat format;
        QStringList clientIds; ///< in the order in which they are written
        Applications::RowWriter::Table
            shown; ///< its columns and titles; a column of secrets is added
        OAuth::ScopeSet scopes;
        Tenant::Environment environment;
    };

    /// \a session must outlive it.
    SecretExport(Session::TenantSession &session, Wish wish, QObject *parent);

    void start();

Q_SIGNALS:
    void progressed(qint64 loaded, std::optional<qint64> total);
    void finished(const QString &words); ///< once: what became of it

private:
    void follow();
    void write();

    Session::TenantSession &m_session;
    Wish m_wish;
    Applications::ApplicationList *m_list = nullptr;
};

} // namespace Tenantscope::Ui
