// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/sentence.h"
#include "ui/signin/signinform.h"

#include <QString>

#include <array>

namespace Tenantscope::Ui {

/// Which field an error of checkCredentials() is about.
[[nodiscard]] SignInForm::Field fieldOf(Base::ErrorKind kind);
/// Which field a remedy leads to; nullopt: none of this form.
[[nodiscard]] std::optional<SignInForm::Field> fieldOf(Session::Remedy remedy);

/// A sentence as it stands beside a field: short, for the field's name is above it.
[[nodiscard]] QString fieldText(const Session::Sentence &sentence);
[[nodiscard]] QString domainNotes(const QList<Tenant::Domain::Note> &notes);
[[nodiscard]] QString placeholderFor(SecretSource source);
[[nodiscard]] QString placeholderFor(const Tenant::PrivateKey &key);
[[nodiscard]] QString audienceNote(bool follows);

/// What to remark beside each field, in SignInForm::Field's order; \a typed tells which field a hint about cleaning means.
[[nodiscard]] std::array<QString, 4> hintTexts(
    const QList<Tenant::Hint> &hints, const Tenant::CredentialsInput &typed);

} // namespace Tenantscope::Ui
