// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"
#include "app/tenant/credentials.h"
#include "app/tenant/dashboardlink.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace Tenantscope::Session {

/// What can be done about an error from where its reader is.
enum class Remedy {
    None,
    EditDomain,
    EditClient,
    EditAudience,
    Retry,
    GetNewToken,
    CopyScope,
    Reload
};

/// An error, worded: what happened, why, and what to do now. All three are plain text; the tenant's own words follow ours
/// and are already neutralised.
struct Sentence
{
    QString what;
    QString why;
    QString now;
    QString tenantWords; ///< empty when the tenant said nothing
    Remedy remedy = Remedy::None;
    /// Where in the Auth0 Dashboard it is mended, if it is there; for `Tenant::dashboardLink()`.
    std::optional<Tenant::DashboardPage> page = {};

    /// "What. Why. What now." on one line.
    [[nodiscard]] QString line() const;

    bool operator==(const Sentence &) const = default;
};

/// What somebody was doing when the error came.
enum class Doing {
    SigningIn,
    Renewing,
    LoadingApplications,
    LoadingDetails,
    ReadingSecret, ///< of one application
    LoadingGrants,
    FetchingKeys
};

/// Words every ErrorKind, in the reader's language.
[[nodiscard]] Sentence describe(const Base::Error &error, Doing doing);

/// Technical facts for a Details view or stderr, one a line: request status, `error`, `error_description`,
/// `error_uri`, request id, attempts, certificate. Redacted and neutralised.
[[nodiscard]] QStringList details(const Base::Error &error);

/// Words for what stands beside the sign-in fields.
[[nodiscard]] QString describe(Tenant::Hint hint);
[[nodiscard]] QString describe(Tenant::Domain::Note note);

} // namespace Tenantscope::Session
