// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QPainter;
class QRect;
class QTextCharFormat;
class QTextOption;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

/// A stretch of a text, in UTF-16 units.
struct TextSpan
{
    int start = 0;
    int length = 0;

    bool operator==(const TextSpan &) const = default;
};

/// What to mark of a text as it is shown, cut or not.
using Marker = std::function<QList<TextSpan>(const QString &shown)>;

/// What a search found, marked as with a felt pen: readable on every ground, also that of a selected row.
[[nodiscard]] QTextCharFormat foundFormat(bool isSelected, bool isDark);

/// Draws \a text with the painter's font and pen into \a rect, in its middle, with \a spans in \a format.
void drawMarkedText(
    QPainter &painter, const QRect &rect, const QString &text, const QTextOption &option,
    const QList<TextSpan> &spans, const QTextCharFormat &format);

} // namespace Tenantscope::Ui
