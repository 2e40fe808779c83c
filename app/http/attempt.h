// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/http/bodydecoder.h"
#include "app/http/failure.h"
#include "app/http/request.h"
#include "app/http/retry.h"

#include <QNetworkReply>
#include <QObject>

namespace Tenantscope::Http {

class Network;
class OneShotBody;

/// One try of a request on the wire: the only reader of a reply, with its deadlines and its cap.
///
/// Destroying it drops the connection at once and emits nothing.
class Attempt final : public QObject
{
    Q_OBJECT

public:
    /// \a request must outlive the attempt, which changes nothing of it.
    Attempt(Network &network, Base::Clock &clock, const Request &request);
    ~Attempt() override;

    void start();

    [[nodiscard]] Base::Instant sentAt() const { return m_sentAt; }
    /// Valid once ended() was emitted. A Response may have any status; its `json` is not read yet.
    [[nodiscard]] AttemptOutcome takeOutcome();

Q_SIGNALS:
    /// Once, never from within start(). The attempt may be deleted in it.
    void ended();

private:
    void connectReply();
    void noteSent();
    void noteHeaders();
    void noteProgress(qint64 bytes);
    void read();
    void finish();
    void expect(std::chrono::milliseconds deadline, Base::ErrorKind otherwise);
    void fail(Base::ErrorKind kind, const QString &detail);
    void end(std::variant<Response, Base::Error> result);
    void drop();

    [[nodiscard]] Method method() const;
    [[nodiscard]] int status() const;
    [[nodiscard]] bool bytesSent() const;
    [[nodiscard]] Failing failing() const;

    Network &m_network;
    Base::Clock &m_clock;
    const Request &m_request;
    QNetworkReply *m_reply = nullptr; ///< ours until drop()
    OneShotBody *m_upload = nullptr;  ///< a POST's, lives with the reply
    QString m_proxy;
    QList<QSslError> m_tlsErrors;
    Base::Instant m_sentAt;
    bool m_requestSent = false;
    bool m_answerBegan = false;
    BodyDecoder m_body;
    qint64 m_sinceProgress = 0; ///< bytes since the silence window was last wound up
    Base::Wake m_stage;         ///< deadline of what is awaited now
    Base::Wake m_whole;
    AttemptOutcome m_outcome;
};

} // namespace Tenantscope::Http
