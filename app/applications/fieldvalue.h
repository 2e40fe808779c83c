// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/applicationstore.h" // Absence

#include <QJsonObject>
#include <QStringView>

namespace Tenantscope::Applications {

/// The value at \a path in \a members; Undefined when there is none. Names are joined by "."; one that holds a "." itself is found, too.
[[nodiscard]] QJsonValue valueAt(const QJsonObject &members, QStringView path);

/// Why \a value is no value.
[[nodiscard]] Absence absenceOf(const QJsonValue &value);

/// What parts a list's elements in elementTexts(): no byte of UTF-8.
inline constexpr char elementMark = '\xff';

/// What a search compares in \a value: its text, of a list those of its elements, parted by elementMark; UTF-8.
[[nodiscard]] QByteArray elementTexts(const QJsonValue &value);

/// \a value as a cell's text: the elements of a list joined by ", ", objects as JSON.
[[nodiscard]] QString cellTextOf(const QJsonValue &value);

} // namespace Tenantscope::Applications
