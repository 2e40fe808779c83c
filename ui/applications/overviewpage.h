// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/applications/applicationdetails.h"

#include <QScrollArea>

namespace Tenantscope::Ui {

/// The members of an application that are looked at most, each value with a button that copies it, each absence with its
/// reason.
class OverviewPage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit OverviewPage(QWidget *parent = nullptr);

    void setDetails(const ApplicationDetails &details);
};

} // namespace Tenantscope::Ui
