// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>

#include <variant>

namespace Tenantscope::Management {
class ApiCall;
}

namespace Tenantscope::Session {
class TenantSession;
}

namespace Tenantscope::Ui {

/// Fetches what the list leaves out of one application, on its user's wish.
class RestFetcher final : public QObject
{
    Q_OBJECT

public:
    struct Idle
    {
        bool operator==(const Idle &) const = default;
    };
    struct Asking
    {
        bool operator==(const Asking &) const = default;
    };
    struct Here
    {
        QByteArray json; ///< the application's own text

        bool operator==(const Here &) const = default;
    };
    struct Failed
    {
        Base::Error error;

        bool operator==(const Failed &) const = default;
    };
    using State = std::variant<Idle, Asking, Here, Failed>;

    /// \a session must outlive the fetcher.
    RestFetcher(Session::TenantSession &session, QObject *parent);
    ~RestFetcher() override;

    void fetch(const QString &clientId);
    /// Ends what is under way and forgets what came.
    void reset();

    [[nodiscard]] const State &state() const { return m_state; }
    /// Whom the state is about.
    [[nodiscard]] const QString &clientId() const { return m_clientId; }

Q_SIGNALS:
    void stateChanged();

private:
    void take();
    void setState(State state);

    Session::TenantSession &m_session;
    QPointer<Management::ApiCall> m_call;
    QString m_clientId;
    State m_state;
};

} // namespace Tenantscope::Ui
