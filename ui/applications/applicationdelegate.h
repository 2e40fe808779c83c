// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/rowdelegate.h"

namespace Tenantscope::Ui {

/// Draws the cells of the applications table, with what the search found marked.
class ApplicationDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    void setWords(const QByteArrayList &words) { m_words = words; } ///< folded

protected:
    [[nodiscard]] QList<TextSpan> highlights(const QString &text) const override;

private:
    QByteArrayList m_words;
};

} // namespace Tenantscope::Ui
