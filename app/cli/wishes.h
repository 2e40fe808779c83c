// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/commandline.h"

QT_BEGIN_NAMESPACE
class QCommandLineParser;
QT_END_NAMESPACE

namespace Tenantscope::Cli {

/// The command and its operands, \a words, and its options, typed and checked. The first of \a words is one of
/// commandNames().
[[nodiscard]] tl::expected<Wish, UsageError> readWish(
    const QStringList &words, const QCommandLineParser &parser);

} // namespace Tenantscope::Cli
