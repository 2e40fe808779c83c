// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/demo/profile.h"

namespace Tenantscope::Demo {

/// What an application is called, and the label its host name starts with.
struct ApplicationName
{
    QByteArray text{}; ///< UTF-8
    QByteArray hostLabel{};
};

/// A name as a company gives it ("Billing Portal (Staging)"), or one of those that break programs: names given
/// twice, very long ones, markup, formulas, right-to-left and control characters. The latter stand
/// near the front, so that small tenants have them too.
[[nodiscard]] ApplicationName applicationName(quint64 seed, int index, Purpose purpose);

} // namespace Tenantscope::Demo
