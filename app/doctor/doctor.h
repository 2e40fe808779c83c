// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/doctor/step.h"
#include "app/http/client.h"
#include "app/management/managementclient.h"
#include "app/oauth/tokenkeeper.h"
#include "app/session/sentence.h"
#include "app/session/tenantsession.h"
#include "app/tenant/credentials.h"

#include <QList>

QT_BEGIN_NAMESPACE
class QHostInfo;
QT_END_NAMESPACE

namespace Tenantscope::Doctor {

/// What is to be examined.
struct Patient
{
    Tenant::CheckedCredentials checked;
    QString caFile = {}; ///< as in Http::Client
    Session::SessionPolicy policy = {};
};

/// Examines one connection: each step is told as it ends, and none is asked twice.
class Doctor final : public QObject
{
    Q_OBJECT

public:
    /// \a clock and \a random must outlive the doctor.
    Doctor(Base::Clock &clock, Base::Random &random, Patient patient, QObject *parent = nullptr);
    ~Doctor() override;

    void start(); ///< once
    [[nodiscard]] const QList<Step> &steps() const { return m_steps; }

Q_SIGNALS:
    void stepEnded(const Tenantscope::Doctor::Step &step);
    void finished(); ///< once, from the event loop

private:
    void examineInput();
    void lookUp();
    void lookedUp(const QHostInfo &info);
    void discover();
    void discovered(const Base::Result<Http::Response> &answer);
    void examineClock();
    void askForToken();
    void examineScopes(const OAuth::AccessToken &token);
    void askForApplications();

    void tell(Step step);
    void fail(const QString &name, const Base::Error &error, Session::Doing doing);
    [[nodiscard]] const Tenant::Domain &domain() const
    {
        return m_patient.checked.credentials.domain;
    }

    Base::Clock &m_clock;
    Patient m_patient;
    Http::Client m_client;
    OAuth::TokenKeeper m_keeper;
    Management::ManagementClient m_management;
    QList<Step> m_steps;
    int m_lookup = -1; ///< Qt's number of the one under way
    Base::Wake m_lookupEnd;
};

} // namespace Tenantscope::Doctor
