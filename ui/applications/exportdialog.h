// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/rowformat.h"

#include <QFileDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

/// Asks where to export applications to, in which shape, and whether with their secrets.
class ExportDialog final : public QFileDialog
{
    Q_OBJECT

public:
    /// \a whyNoSecrets: why they cannot be had, in words; empty: they may be ticked.
    ExportDialog(const QString &whyNoSecrets, bool isProduction, QWidget *parent);

    [[nodiscard]] Applications::RowFormat format() const;
    [[nodiscard]] bool includesSecrets() const; ///< not unless ticked, anew in each dialog

private:
    void followFilter();

    QCheckBox *m_secrets;
};

} // namespace Tenantscope::Ui
