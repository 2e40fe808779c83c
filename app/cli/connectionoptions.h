// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/commandline.h"

QT_BEGIN_NAMESPACE
class QCommandLineParser;
QT_END_NAMESPACE

namespace Tenantscope::Cli {

/// The connection options, checked. A demo tenant, a profile and a tenant in so many words exclude each other, and so do
/// a private key and a secret.
[[nodiscard]] tl::expected<ConnectionOptions, UsageError> readConnection(
    const QCommandLineParser &parser);

} // namespace Tenantscope::Cli
