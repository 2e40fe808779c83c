// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/commandline.h"

QT_BEGIN_NAMESPACE
class QCommandLineParser;
QT_END_NAMESPACE

namespace Tenantscope::Cli {

/// The options of \a command, typed and checked. \a command is one of commandNames().
[[nodiscard]] tl::expected<Wish, UsageError> readWish(
    const QString &command, const QCommandLineParser &parser);

/// The connection options. A demo tenant and a real one exclude each other.
[[nodiscard]] tl::expected<ConnectionOptions, UsageError> readConnection(
    const QCommandLineParser &parser);

} // namespace Tenantscope::Cli
