// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Tenantscope::Base {

/// Source of chance: jitter only, never keys. Tests pass a fixed one.
class Random
{
public:
    virtual ~Random() = default;
    /// Uniform in [0, 1).
    [[nodiscard]] virtual double fraction() = 0;
};

/// The machine's source of chance.
class SystemRandom final : public Random
{
public:
    [[nodiscard]] double fraction() override;
};

} // namespace Tenantscope::Base
