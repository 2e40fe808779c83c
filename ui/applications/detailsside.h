// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/searchquery.h"
#include "app/oauth/scopeset.h"

#include <QList>
#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace Tenantscope::Session {
class TenantSession;
}

namespace Tenantscope::Ui {

class DetailsFeed;
class DetailsPage;
class DetailsView;
class SecretClipboard;
class SecretFlow;

/// Where the details of the chosen application stand beside the table. They are made when they are first shown: until then
/// it only knows what they will need.
class DetailsSide final : public QWidget
{
    Q_OBJECT

public:
    struct Shared
    {
        Session::TenantSession &session; ///< these must outlive the details
        SecretFlow &secret;
        SecretClipboard &clipboard;
        QList<QAction *> secretActions = {}; ///< buttons beside the secret
    };
    using PageMaker = std::function<DetailsPage *()>;

    explicit DetailsSide(const Shared &shared, QWidget *parent = nullptr);
    ~DetailsSide() override;

    /// Shows or hides it; while it is hidden nothing is unpacked for it.
    void setActive(bool active);
    void setClientId(const QString &clientId); ///< empty: nothing is chosen
    void setScopes(const OAuth::ScopeSet &scopes);
    void setQuery(const Applications::SearchQuery &query);
    /// The page that \a maker gives, behind the details' own; before they are shown.
    void addPage(const PageMaker &maker, const QString &title);
    void focusContent();

    [[nodiscard]] int tab() const;
    void setTab(int tab);

Q_SIGNALS:
    /// The field at \a path is to be a column of the table.
    void columnRequested(const QString &path);
    void closeRequested();
    void newTokenRequested();

private:
    struct Page
    {
        PageMaker make;
        QString title;
    };

    void create();
    void noteSecret();

    const Shared m_shared;
    QString m_clientId;
    OAuth::ScopeSet m_scopes;
    Applications::SearchQuery m_query;
    QList<Page> m_pages; ///< to be made
    int m_tab = 0;
    DetailsView *m_view = nullptr; ///< once they are shown, as the feed
    DetailsFeed *m_feed = nullptr;
};

} // namespace Tenantscope::Ui
