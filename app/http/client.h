// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/base/random.h"
#include "app/http/exchange.h"
#include "app/http/ratelimiter.h"
#include "app/http/request.h"

#include <QObject>

#include <memory>

namespace Tenantscope::Http {

class Call;

/// The only door to the network: decides whether a request may leave at all, and when.
///
/// It knows `POST` to the token endpoint (`/oauth/token`) and `GET`; anything else is refused before a socket
/// opens. No redirect is followed, no certificate error passed over, no cookie kept; HTTP/2 is off. Nothing
/// of TLS is touched before the first send(), unless by warmUp().
class Client final : public QObject
{
    Q_OBJECT

public:
    /// \a caFile: PEM file that replaces the system's roots, as curl's --cacert does; empty: the system's.
    /// It is read at the first send(); a bad one fails every https Call with InvalidCaFile.
    Client(
        Base::Clock &clock, Base::Random &random, QString caFile = {}, QObject *parent = nullptr);
    ~Client() override;

    /// Sends \a request, now or when its bucket allows. Never null; a refused request is a Call that finishes
    /// with ErrorKind::ReadOnly (or InvalidDomain). \a parent owns the Call and must not outlive the Client.
    Call *send(Request request, QObject *parent);

    /// Loads TLS, which takes some 10 ms, so that the first https request need not wait for it.
    static void warmUp();
    /// Closes the kept-alive connections, and with them what Qt still holds of the requests that went over them
    /// (credentials among it). A connection in use is closed when its request ends. The next send() connects anew.
    void dropConnections();
    /// Other authorities to trust from the next request on, as in the constructor; connections made before are dropped.
    void setCaFile(const QString &caFile);
    [[nodiscard]] QString caFile() const;

    /// What the Management API's bucket holds, for the gauge.
    [[nodiscard]] std::optional<RateGauge> rateGauge() const;
    /// Clock skew, ours minus theirs, as the last `Date` header told it and by what our wall clock was set since.
    [[nodiscard]] std::optional<std::chrono::seconds> clockSkew() const;
    /// The proxy in use for \a url as "host:port", empty without one. Loopback is never proxied.
    [[nodiscard]] static QString proxyFor(const QUrl &url);

Q_SIGNALS:
    /// A new attempt, or news of one: the same `id` again.
    void exchangeChanged(const Tenantscope::Http::Exchange &exchange);
    void rateGaugeChanged();
    void clockSkewChanged();

private:
    friend class Call;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Tenantscope::Http
