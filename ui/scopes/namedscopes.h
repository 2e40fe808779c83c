// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/oauth/scopeset.h"

namespace Tenantscope::Ui {

/// The scopes of a token and whose they are.
struct NamedScopes
{
    QString name{}; ///< as a list may show it
    OAuth::ScopeSet scopes{};
    bool isProduction = false; ///< the name is masked as a whole in presentation mode

    bool operator==(const NamedScopes &) const = default;
};

} // namespace Tenantscope::Ui
