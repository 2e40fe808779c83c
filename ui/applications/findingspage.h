// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/applications/applicationdetails.h"

#include <QScrollArea>

namespace Tenantscope::Ui {

/// What on one application an admin should look at: how severe, why, at which values, and what to do.
class FindingsPage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit FindingsPage(QWidget *parent = nullptr);

    void setDetails(const ApplicationDetails &details);
};

} // namespace Tenantscope::Ui
