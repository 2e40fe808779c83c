// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Tenantscope::Base {

/// A character that must not reach a terminal, or that some readers take for a line's end: a control, a line or
/// paragraph separator, or a bidirectional control.
struct UnsafeCharacter
{
    char32_t character = 0;
    qsizetype size = 0; ///< bytes it takes in UTF-8; 0: there is none
};
/// The one that starts at \a at in \a utf8.
[[nodiscard]] UnsafeCharacter unsafeAt(QByteArrayView utf8, qsizetype at);
/// The first byte from \a at on where a JSON string may be anything but plain text: its end, an escape, or what an unsafe
/// character can begin with. The text's size: there is none.
[[nodiscard]] qsizetype afterPlainText(QByteArrayView json, qsizetype at);
/// Appends it as a JSON string has it: `\u202e`.
void appendEscaped(QByteArray &json, char32_t character);

/// \a json with those of its strings' characters escaped, every value the same. \a json is well-formed UTF-8
/// that QJsonDocument wrote: C0 controls are escaped already, and what is not ASCII stands in strings only.
[[nodiscard]] QByteArray safeJson(const QByteArray &json);

} // namespace Tenantscope::Base
