// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"

#include <QString>
#include <QUrl>

namespace Tenantscope::Http {

/// A curl command line for a POSIX shell that asks \a url with method \a method and
/// `Authorization: Bearer $TOKEN`, the variable left for the shell to fill: it holds no secret.
/// Every value is quoted so that the shell passes it on byte for byte; values with NUL, CR or LF are refused.
[[nodiscard]] Base::Result<QString> curlCommand(QStringView method, const QUrl &url);

/// \a text as one word of a POSIX shell.
[[nodiscard]] QString shellQuoted(QStringView text);

} // namespace Tenantscope::Http
