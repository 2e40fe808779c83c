// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace Tenantscope::Jwt {

/// The object in \a json; nullopt: it holds none, or one nested deeper than 64.
[[nodiscard]] std::optional<QJsonObject> readObject(QByteArrayView json);

enum class Reach { TopLevel, AllLevels };

/// A name that an object in \a json, which readObject() takes, gives to two members: readers differ in which of them
/// counts (RFC 8259 §4). Names are compared as they are meant, escapes resolved. nullopt: there is none.
[[nodiscard]] std::optional<QString> duplicateMember(QByteArrayView json, Reach reach);

/// Whether \a json, which readObject() accepts, is JSON to the letter of RFC 8259, as other readers want it. QJsonDocument
/// puts up with a byte order mark, with `1.`, `.5` and `\x`, and with control characters in strings.
[[nodiscard]] bool isStrict(QByteArrayView json);

} // namespace Tenantscope::Jwt
