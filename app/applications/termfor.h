// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace Tenantscope::Applications {

enum class TermUse { Filter, Exclude };

/// What a search must say to find, or exclude, the applications whose field at \a member, as memberOf() names it, is \a value
/// (of a list: has it as an element), case and accents aside. Of a member that no key names, and no trait, it is those that have \a value
/// anywhere. An absent `app_type` is "". Findings are told by their cell's text, those of the worst severity; "" is none.
/// nullopt: a search cannot say it, for there is nothing to say, it is too long, or true or false of a member without a trait.
[[nodiscard]] std::optional<QString> termFor(
    const QString &member, const QString &value, TermUse use);

} // namespace Tenantscope::Applications
