// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/liststate.h"

#include <QProgressBar>

namespace Tenantscope::Ui {

/// A line of four pixels that fills as the list loads; its place stays when there is nothing to show.
class ProgressLine final : public QProgressBar
{
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent = nullptr);

    void setState(const Applications::ListState &state);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isLoading = false;
};

} // namespace Tenantscope::Ui
