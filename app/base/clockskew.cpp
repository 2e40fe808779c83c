// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/clockskew.h"

namespace Tenantscope::Base {

bool isSkewed(std::optional<std::chrono::seconds> clockSkew)
{
    return clockSkew && std::chrono::abs(*clockSkew) > std::chrono::minutes(1);
}

QDateTime correctedWall(const QDateTime &wall, std::optional<std::chrono::seconds> clockSkew)
{
    return isSkewed(clockSkew) ? wall.addSecs(-clockSkew->count()) : wall;
}

} // namespace Tenantscope::Base
