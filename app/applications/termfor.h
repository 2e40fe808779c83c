// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace Tenantscope::Applications {

enum class TermUse { Filter, Exclude };

/// What a search must say to find, or exclude, the applications whose field at \a member, as memberOf() names it, is \a value,
/// case and accents aside. Undefined: it is not set; null, "", [] and {} are all empty, as cells have them. Of a list: has all its
/// elements, or to exclude any of them. Findings are told by their cell's text, those of the worst severity; "" is none.
/// nullopt: a search cannot say it, for there is nothing to say, it is too long, has too many elements, or is in no list.
[[nodiscard]] std::optional<QString> termFor(
    const QString &member, const QJsonValue &value, TermUse use);

} // namespace Tenantscope::Applications
