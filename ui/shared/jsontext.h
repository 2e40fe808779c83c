// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Tenantscope::Ui {

/// A JSON text broken into lines and indented for reading. Only blanks between values change: order, numbers and strings
/// stay byte for byte. A text that is no JSON comes out readable as well.
[[nodiscard]] QByteArray indentedJson(QByteArrayView json);

} // namespace Tenantscope::Ui
