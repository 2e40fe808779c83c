// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/management/scopecatalogue.h"

#include <QPixmap>
#include <QWidget>

namespace Tenantscope::Ui {

class PlainLabel;

/// What a kind of scope risks, as shape and words.
class KindMark final : public QWidget
{
    Q_OBJECT

public:
    explicit KindMark(QWidget *parent = nullptr);

    /// Hides itself for a kind that has nothing to say.
    void setKind(Management::ScopeKind kind);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcon();

    Management::ScopeKind m_kind = Management::ScopeKind::Plain;
    PlainLabel *m_icon;
    PlainLabel *m_words;
};

/// The colour that repeats what the shape of \a kind says; muted when nobody holds such a scope.
[[nodiscard]] QColor kindColor(const QPalette &palette, Management::ScopeKind kind, bool isHeld);
/// The shape of a risky \a kind, 16 pixels high; drawn once for each colour.
[[nodiscard]] QPixmap kindPixmap(
    Management::ScopeKind kind, const QColor &color, qreal devicePixelRatio);

} // namespace Tenantscope::Ui
