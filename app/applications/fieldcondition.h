// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/applicationstore.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Tenantscope::Applications {

/// What a search says of one field: that it is there, is empty, or has a word in it, case and accents aside.
///
///     path          it is there, if only as null
///     path=word     its text has the word in it; of a list, an element's text: true, false and numbers as JSON writes them
///     path=[]       it is empty, as `[ ]` in a cell: an empty list, object or text, or null
///
/// A path is as in fieldColumn(). `\=` in it is an equals sign of a name, `\\` a backslash.
class FieldCondition final
{
public:
    enum class Match {
        Part,
        Whole ///< the word is the whole of the text
    };

    /// nullopt: \a text has no path, so it says nothing yet.
    [[nodiscard]] static std::optional<FieldCondition> create(QStringView text, Match match);

    /// Quick, once the store keeps the field at hand.
    [[nodiscard]] bool holds(const ApplicationStore &store, int row) const;
    /// Whether it holds of no row that \a wider does not hold of.
    [[nodiscard]] bool isWithin(const FieldCondition &wider) const;

    /// What it looks at; nullopt: a field that is in no list, of which it never holds.
    [[nodiscard]] std::optional<Column> field() const { return m_field; }
    /// What the field's text must have in it, folded; empty: nothing.
    [[nodiscard]] QByteArray word() const { return m_word; }

    bool operator==(const FieldCondition &) const = default;

private:
    enum class Asks { Presence, Emptiness, Part, Whole };

    std::optional<Column> m_field;
    Asks m_asks = Asks::Presence;
    QByteArray m_word;
};

/// What create() reads as the path \a path.
[[nodiscard]] QString writtenPath(QString path);

/// The word that asks for emptiness.
inline constexpr QLatin1StringView emptyWord("[]");

} // namespace Tenantscope::Applications
