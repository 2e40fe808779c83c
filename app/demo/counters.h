// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMap>
#include <QString>

namespace Tenantscope::Demo {

/// What a demo tenant has done so far.
struct DemoCounters
{
    /// Requests by method and path, e.g. `GET /api/v2/clients`. Every application's own path counts as
    /// `/api/v2/clients/{id}`, and every path that is none as `other`.
    QMap<QString, int> requests{};
    int rateLimited = 0; ///< 429 answers of the Management API, scripted ones among them
    int tokensIssued = 0;
    int faultsGiven = 0;    ///< answers spoilt by `401` … `cut-json`
    int concurrentPeak = 0; ///< most requests under way at once, latency included

    bool operator==(const DemoCounters &) const = default;
};

} // namespace Tenantscope::Demo
