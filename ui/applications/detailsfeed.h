// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/applicationstore.h"
#include "app/oauth/scopeset.h"
#include "app/session/sentence.h"
#include "ui/applications/restfetcher.h"

#include <QHash>
#include <QObject>

namespace Tenantscope::Ui {

class DetailsView;

/// Decides what the details view shows: the chosen application as the list has it, or as it was fetched.
class DetailsFeed final : public QObject
{
    Q_OBJECT

public:
    /// \a session and \a view must outlive the feed.
    DetailsFeed(Session::TenantSession &session, DetailsView &view, QObject *parent);

    void setClientId(const QString &clientId); ///< empty: nothing is chosen
    void setScopes(const OAuth::ScopeSet &scopes);
    /// The application turned out to have a client secret, or none.
    void noteSecret(const QString &clientId, bool isThere);
    /// While the view is hidden nothing is unpacked for it.
    void setActive(bool active);

Q_SIGNALS:
    void newTokenRequested();

private:
    void listAdded(const Applications::ApplicationStore::Added &added);
    void listCleared();
    void show();
    [[nodiscard]] QUrl dashboardLink() const;
    void showJson(QByteArrayView json, bool isWhole);
    void carryOut(Session::Remedy remedy);

    Session::TenantSession &m_session;
    DetailsView &m_view;
    RestFetcher m_fetcher;
    OAuth::ScopeSet m_scopes;
    QString m_clientId;
    QHash<QString, bool>
        m_secrets; ///< whether there is one, by client ID, as far as somebody looked
    bool m_active = false;
};

/// Puts the scopes that \a error names on the clipboard, parted by blanks.
void copyScopes(const Base::Error &error);

} // namespace Tenantscope::Ui
