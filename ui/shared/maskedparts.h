// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QWidget;
QT_END_NAMESPACE

// How parts that are no label follow presentation mode.
namespace Tenantscope::Ui {

/// Calls \a follow now, and whenever what is masked may have changed for \a widget.
void followPresentation(QWidget &widget, const std::function<void()> &follow);

/// When a field shows dots.
enum class MaskWhen {
    On, ///< in presentation mode, whatever it holds
    /// In presentation mode in production, elsewhere as Holding. For searches: what is typed there is a piece of a name,
    /// which no rule tells from another word.
    Production,
    Holding, ///< in presentation mode while its text holds what is masked
};
/// \a edit shows dots in presentation mode; its own, if any, stay otherwise. Its parent is there.
void maskInPresentation(QLineEdit &edit, MaskWhen when = MaskWhen::On);
/// As setPlainToolTip(), of a link: masked as a whole in presentation mode, for tenants have their names in paths, too.
void setShownToolTip(QWidget &widget, const QString &text);

} // namespace Tenantscope::Ui
