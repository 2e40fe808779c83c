// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Tenantscope::Cli {

/// \a json on one line: blanks between its tokens are gone, and in its strings control characters, line and
/// paragraph separators and bidirectional controls are escaped (`\u001b`). All else, numbers above all, stays byte
/// for byte, and every value the same. \a json is UTF-8 that QJsonDocument accepted.
[[nodiscard]] QByteArray oneLineJson(QByteArrayView json);

} // namespace Tenantscope::Cli
