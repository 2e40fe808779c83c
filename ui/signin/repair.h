// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/signin/signinform.h"

namespace Tenantscope::Ui {

/// What a press of the button beside a field puts right.
struct Repair
{
    SignInForm::Field field;
    QString text; ///< the button's: what will be done, never with a secret in it
    std::optional<QString>
        value; ///< the field's new one; nullopt: client ID and secret change places

    bool operator==(const Repair &) const = default;
};

/// The repair of an error of checkCredentials() in \a typed; nullopt: it takes its user.
[[nodiscard]] std::optional<Repair> repairFor(
    const Base::Error &error, const Tenant::CredentialsInput &typed);
[[nodiscard]] std::optional<Repair> repairFor(
    Tenant::Hint hint, const Tenant::CredentialsInput &typed);

} // namespace Tenantscope::Ui
