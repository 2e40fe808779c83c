// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace Tenantscope::Ui {

/// A string in a text with JSON in it.
struct JsonString
{
    qsizetype offset = 0; ///< of its opening quote
    qsizetype size =
        0; ///< both quotes counted; the closing one is missing where its line ends before
    std::optional<QString>
        text; ///< what it says, escapes resolved; nullopt: there are some that JSON has not

    bool operator==(const JsonString &) const = default;
};

/// The strings in \a text, which may begin or end with anything else, such as headers, and may have been cut.
[[nodiscard]] QList<JsonString> jsonStrings(QStringView text);
/// \a text as a string in JSON, with its quotes.
[[nodiscard]] QString jsonLiteral(const QString &text);
/// What the members `name` and `description` in \a text say, at any depth.
[[nodiscard]] QStringList jsonNames(QStringView text);

} // namespace Tenantscope::Ui
