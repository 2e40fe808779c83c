// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace Tenantscope::Base {

/// Characters that must not reach a terminal, or that some readers take for a line's end: controls, line and
/// paragraph separators and bidirectional controls.
[[nodiscard]] bool isUnsafeInJson(char32_t character);

/// \a json with those of its strings' characters escaped (`\u202e`), every value the same. \a json is well-formed UTF-8
/// that QJsonDocument wrote: C0 controls are escaped already, and what is not ASCII stands in strings only.
[[nodiscard]] QByteArray safeJson(const QByteArray &json);

} // namespace Tenantscope::Base
