// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/markedtext.h"

#include <QByteArrayList>

namespace Tenantscope::Ui {

/// Where the folded \a words of a search stand in \a text, in order, overlapping finds joined.
[[nodiscard]] QList<TextSpan> foundSpans(const QString &text, const QByteArrayList &words);

} // namespace Tenantscope::Ui
