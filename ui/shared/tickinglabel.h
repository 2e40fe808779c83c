// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/plainlabel.h"

namespace Tenantscope::Ui {

/// A label that paints a text that ticks, while readers of the screen are given one that does not: a label's text
/// that changes is read out, and nobody wants to hear seconds.
class TickingLabel final : public PlainLabel
{
    Q_OBJECT

public:
    using PlainLabel::PlainLabel;

    /// \a steady is the label's text, \a ticking what is painted; empty: the same.
    void setTexts(const QString &steady, const QString &ticking = {});
    [[nodiscard]] QString paintedText() const override;

private:
    QString m_ticking;
};

} // namespace Tenantscope::Ui
