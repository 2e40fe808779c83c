// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/instant.h"
#include "ui/shared/plainlabel.h"

#include <QString>

#include <optional>

namespace Tenantscope::Session {
class KnownTenant;
}

namespace Tenantscope::Ui {

/// What a tenant's row says of its token.
struct TenantWords
{
    QString state;        ///< without what counts down: "Token valid"
    QString ticking = {}; ///< what is painted in its place: "22 h 14 min"; empty: the same
    QString icon = {};
    PlainLabel::Tone tone = PlainLabel::Tone::Plain;
    std::optional<Base::Instant> nextChange = {}; ///< when time alone changes any of it
};

[[nodiscard]] TenantWords tenantWords(const Session::KnownTenant &tenant, Base::Instant now);
/// What its user called it, else its domain.
[[nodiscard]] QString tenantName(const Session::KnownTenant &tenant);
/// "PRODUCTION", "STAGING", "DEVELOPMENT", "DEMO"; empty for one that is not saved.
[[nodiscard]] QString environmentWord(const Session::KnownTenant &tenant);

} // namespace Tenantscope::Ui
