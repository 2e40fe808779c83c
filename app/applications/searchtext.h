// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/applicationstore.h" // fold()

#include <QVarLengthArray>

namespace Tenantscope::Applications {

/// All that a search of \a application looks at: every text and number in it, at any depth, the words tables show for its
/// type, and metadata as key=value; folded, each field behind the byte of its SearchKey. Left out is what would only be
/// noise (true, false, the tenant's name, pages of HTML) and what holds secrets; of add-ons only URLs stay.
[[nodiscard]] QByteArray searchTextOf(const Management::Application &application);

/// \a number as it stands in a search text: found by the whole of it only, or "36" would find every application with a
/// token lifetime of 36000. Empty: \a number is none.
[[nodiscard]] QByteArray searchNumber(QByteArrayView number);

/// Whether no search looks at the member \a name: for what it holds, or because it would be noise.
[[nodiscard]] bool isLeftOutOfSearch(const QString &name);

/// Of one field: few are so long that memory must be had for them, at each row of a search.
using FoldedTexts = QVarLengthArray<char, 512>;

/// What elementTexts() made, each of the texts as fold() makes it.
[[nodiscard]] FoldedTexts foldTexts(QByteArrayView texts);

/// \a text with lone surrogates, which JSON may hold and UTF-8 cannot, as U+FFFD.
[[nodiscard]] QString wellFormed(QStringView text);

} // namespace Tenantscope::Applications
