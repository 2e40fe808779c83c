// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/applicationstore.h" // fold()

namespace Tenantscope::Applications {

/// Parts the fields of a search text: U+001F, which fold() lets through from nowhere else.
inline constexpr char16_t fieldSeparator = u'\x1f';

/// All that a search of \a application looks at: name, ID, type (and the words tables show for it), description, grant types,
/// every URL, what stands where URLs should, and metadata; folded, fields parted by fieldSeparator.
[[nodiscard]] QByteArray searchTextOf(const Management::Application &application);

/// \a text with lone surrogates, which JSON may hold and UTF-8 cannot, as U+FFFD.
[[nodiscard]] QString wellFormed(QStringView text);

} // namespace Tenantscope::Applications
