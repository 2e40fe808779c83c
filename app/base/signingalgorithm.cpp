// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/signingalgorithm.h"

using namespace Qt::StringLiterals;

namespace Tenantscope::Base {

namespace {

constexpr struct
{
    SigningAlgorithm algorithm;
    QLatin1StringView name;
} algorithms[] = {
    {SigningAlgorithm::Rs256, "RS256"_L1},
    {SigningAlgorithm::Rs384, "RS384"_L1},
    {SigningAlgorithm::Ps256, "PS256"_L1},
};

} // namespace

QLatin1StringView nameOf(SigningAlgorithm algorithm)
{
    for (const auto &known : algorithms) {
        if (known.algorithm == algorithm)
            return known.name;
    }
    Q_UNREACHABLE();
}

std::optional<SigningAlgorithm> signingAlgorithmFrom(QStringView name)
{
    for (const auto &known : algorithms) {
        if (known.name == name)
            return known.algorithm;
    }
    return std::nullopt;
}

} // namespace Tenantscope::Base
