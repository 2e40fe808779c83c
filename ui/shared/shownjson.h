// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

/// As shownText(), of a text with JSON in it: what a string says by escapes (`\u00e9`, `\/`) is masked, too.
[[nodiscard]] QString shownJson(const QObject *place, const QString &text);

} // namespace Tenantscope::Ui
