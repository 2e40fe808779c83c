// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/applicationstore.h"

#include <QByteArrayList>
#include <QString>

namespace Tenantscope::Applications {

/// What the search field says: words, all of which must occur somewhere in an application, case and accents aside;
/// "a phrase" in quotes counts as one word.
class SearchQuery final
{
public:
    SearchQuery() = default; ///< matches everything
    [[nodiscard]] static SearchQuery parse(QStringView text);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    [[nodiscard]] bool matches(const ApplicationStore &store, int row) const;
    /// True when every row this query matches is surely matched by \a wider as well.
    [[nodiscard]] bool narrows(const SearchQuery &wider) const;
    [[nodiscard]] const QByteArrayList &words() const { return m_words; } ///< folded, UTF-8

    bool operator==(const SearchQuery &) const = default;

private:
    QByteArrayList m_words;
};

} // namespace Tenantscope::Applications
