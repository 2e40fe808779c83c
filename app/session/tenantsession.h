// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/applicationlist.h"
#include "app/applications/grantlist.h"
#include "app/base/clock.h"
#include "app/base/random.h"
#include "app/http/client.h"
#include "app/http/policy.h"
#include "app/management/listquery.h"
#include "app/oauth/tokenkeeper.h"
#include "app/session/requestlog.h"
#include "app/session/tokenverifier.h"
#include "app/tenant/credentials.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace Tenantscope::Management {
class ApiCall;
class ManagementClient;
} // namespace Tenantscope::Management

namespace Tenantscope::Session {

/// Deadlines and patience of a whole session; tests pass short ones.
struct SessionPolicy
{
    Http::Policy token = Http::Policy::token();
    Http::Policy management = Http::Policy::management();
};

/// One tenant's live connection: what a window or a command talks to. Composes client, keeper, list and log, and
/// passes a wish to the one who fulfils it.
class TenantSession final : public QObject
{
    Q_OBJECT

public:
    /// \a caFile as in Http::Client. \a clock and \a random must outlive the session.
    TenantSession(
        Base::Clock &clock, Base::Random &random, QString caFile = {}, SessionPolicy policy = {},
        QObject *parent = nullptr);
    ~TenantSession() override;

    /// As Http::Client::warmUp().
    static void warmUp();

    /// Takes \a credentials and asks for a token. The first token loads the applications when \a loadsApplications and the
    /// audience is a Management API's; for another API's the list stops with NotManagementAudience. Rows and request
    /// log of another domain or client are gone at once; those of the same one stay.
    void signIn(Tenant::Credentials credentials, bool loadsApplications = true);
    /// Drops token, credentials, rows, connections and whatever is under way. The request log stays until another tenant's comes.
    void signOut();

    /// Drops token, credentials and connections, but keeps the rows for who signs in to the same tenant again.
    void lock();
    /// As Http::Client::setCaFile().
    void setCaFile(const QString &caFile);
    /// As Applications::ApplicationStore::setEnvironment().
    void setEnvironment(Tenant::Environment environment);
    /// As Applications::ApplicationStore::setInsights(): before the first load.
    void setInsights(Applications::Insights insights);
    /// As Applications::ApplicationStore::dropJson().
    void dropJson(int row);

    void renewToken();  ///< "Get new token"
    void cancelToken(); ///< ends the token request under way
    /// (Re)loads from the first page; \a listed WithSecrets only on its user's explicit wish.
    void loadApplications(
        Management::ListedMembers listed = Management::ListedMembers::WithoutSecrets);
    void resumeApplications();
    void stopApplications();
    void loadGrants(); ///< (re)loads from the first page
    void stopGrants();
    /// All members of one application but its secrets: one GET. Null without credentials.
    Management::ApiCall *fetchApplication(const QString &clientId, QObject *parent);
    /// The secret of one application: one GET, which the tenant logs, so on its user's explicit wish only. For
    /// Management::readClientSecret(). Null without credentials.
    Management::ApiCall *fetchSecret(const QString &clientId, QObject *parent);
    /// All applications with their secrets, being read anew, for whoever owns \a parent: the tenant logs it, so on its user's
    /// explicit wish only. One at a time: clears the one before, and is itself cleared when its sign-in ends. Null without
    /// credentials, and for another API's audience.
    Applications::ApplicationList *listWithSecrets(QObject *parent);

    /// Tells \a receiver what \a token is by the keys of \a domain, which are fetched over this session's connections, with
    /// or without credentials, and kept as KeySource keeps them. An empty \a audience is not checked. As TokenVerifier::verify(); nobody is told
    /// any more after signOut(), lock(), setCaFile() or a sign-in to another tenant.
    void verify(
        const Base::Secret &token, const Tenant::Domain &domain, const QString &audience,
        QObject *context, TokenVerifier::Receiver receiver);

    [[nodiscard]] const Tenant::Domain &domain() const;
    [[nodiscard]] QString audience() const;
    [[nodiscard]] QString clientId() const;
    [[nodiscard]] bool isSignedIn() const;          ///< has credentials
    [[nodiscard]] bool canListApplications() const; ///< the audience is a Management API's
    [[nodiscard]] OAuth::TokenKeeper &keeper() { return m_keeper; }
    [[nodiscard]] const OAuth::TokenState &tokenState() const { return m_keeper.state(); }
    [[nodiscard]] const Applications::ApplicationList &applications() const
    {
        return m_applications;
    }
    [[nodiscard]] const Applications::GrantList &grants() const { return m_grants; }
    [[nodiscard]] RequestLog &requestLog() { return m_log; }
    [[nodiscard]] const Http::Client &http() const { return m_client; }
    [[nodiscard]] Base::Clock &clock() const { return m_clock; }

Q_SIGNALS:
    void signedInChanged(); ///< other credentials, or none
    void tokenStateChanged();

private:
    [[nodiscard]] bool isKnown(const Tenant::Credentials &credentials) const;
    void leaveTenant();
    void dropAll();
    void tokenChanged();
    Management::ApiCall *kept(Management::ApiCall *fetch);
    void cancelFetches();

    Base::Clock &m_clock;
    SessionPolicy m_policy;
    Http::Client m_client;
    OAuth::TokenKeeper m_keeper;
    RequestLog m_log;
    Applications::ApplicationList m_applications;
    Applications::GrantList m_grants;
    std::unique_ptr<Management::ManagementClient> m_management; ///< of the tenant signed in to last
    std::vector<QPointer<Management::ApiCall>> m_fetches;
    std::unique_ptr<Management::ManagementClient> m_secretsReader; ///< of m_secretList
    QPointer<Applications::ApplicationList> m_secretList;
    std::map<std::pair<QString, QString>, std::unique_ptr<TokenVerifier>>
        m_verifiers; ///< by domain, audience
    bool m_loadsOnToken = false;
    // Whose rows and log these are; kept through signOut().
    Tenant::Domain m_lastDomain;
    QString m_lastClientId;
};

} // namespace Tenantscope::Session
