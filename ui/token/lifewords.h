// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/token/tokenwords.h"

namespace Tenantscope::Ui {

/// How a living token's remaining life reads.
struct LifeWords
{
    QString expiry;
    QString text;
    QString subtext;
    double part = 0; ///< of the life that is left, 0…1
    std::optional<Base::Instant> nextChange;
};

[[nodiscard]] LifeWords lifeWords(
    const OAuth::AccessToken &token, std::optional<Base::Instant> renewsAt,
    const TokenScene &scene);

} // namespace Tenantscope::Ui
