// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

namespace Tenantscope::Base {

/// Where a value's bytes stand in a JSON text.
struct JsonSpan
{
    qsizetype offset = 0;
    qsizetype size = 0;

    bool operator==(const JsonSpan &) const = default;
};

/// What a value is, by its first byte.
enum class JsonKind { Object, Array, String, Number, Literal };

/// The spans of the elements of the array at \a path in \a json: an empty path names the top level, else
/// each step is a member name. nullopt when there is no array or the text is no JSON. Agrees with
/// QJsonDocument, which must have accepted the text: the last of duplicate members counts.
[[nodiscard]] std::optional<QList<JsonSpan>> arrayElements(
    QByteArrayView json, const QStringList &path);

/// \a json with the value of each member for which \a isSecret is true replaced by \a mask (itself JSON,
/// e.g. `"***"`), at any depth, the rest byte for byte. \a isSecret gets the names from the top level
/// down. Text that is not JSON, or ends early, is masked from the first doubt to its end.
[[nodiscard]] QByteArray maskMembers(
    QByteArrayView json, const std::function<bool(const QStringList &path)> &isSecret,
    QByteArrayView mask = "\"***\"");
/// The same for an \a isSecret that judges by the kind of the value as well.
[[nodiscard]] QByteArray maskMembers(
    QByteArrayView json,
    const std::function<bool(const QStringList &path, JsonKind kind)> &isSecret,
    QByteArrayView mask = "\"***\"");

/// How deeply objects and arrays nest in \a json, which need not be well formed; 0 for a scalar.
[[nodiscard]] int jsonDepth(QByteArrayView json);

} // namespace Tenantscope::Base
