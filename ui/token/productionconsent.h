// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Tenantscope::Ui {

/// Whether somebody said, in this run, that they mean to copy tokens of production. One a window.
class ProductionConsent final
{
public:
    [[nodiscard]] bool isGiven() const { return m_isGiven; }
    void give() { m_isGiven = true; }

private:
    bool m_isGiven = false;
};

} // namespace Tenantscope::Ui
