// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/algorithm.h"

#include <algorithm>
#include <array>

namespace Tenantscope::Jwt {

namespace {

struct Name
{
    Algorithm algorithm;
    QLatin1StringView text;
};

constexpr std::array names{
    Name{Algorithm::Rs256, QLatin1StringView("RS256")},
    Name{Algorithm::Rs384, QLatin1StringView("RS384")},
    Name{Algorithm::Rs512, QLatin1StringView("RS512")},
    Name{Algorithm::Ps256, QLatin1StringView("PS256")},
    Name{Algorithm::Ps384, QLatin1StringView("PS384")},
    Name{Algorithm::Ps512, QLatin1StringView("PS512")},
    Name{Algorithm::Es256, QLatin1StringView("ES256")},
};

} // namespace

QLatin1StringView nameOf(Algorithm algorithm)
{
    const auto name = std::find_if(names.begin(), names.end(), [algorithm](const Name &known) {
        return known.algorithm == algorithm;
    });
    Q_ASSERT(name != names.end());
    return name->text;
}

std::optional<Algorithm> algorithmFrom(QStringView name)
{
    const auto found = std::find_if(
        names.begin(), names.end(), [name](const Name &known) { return known.text == name; });
    return found == names.end() ? std::nullopt : std::optional(found->algorithm);
}

} // namespace Tenantscope::Jwt
