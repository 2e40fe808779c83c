// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace Tenantscope::Ui {

/// A page of the details that another room brings.
class DetailsPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The page is seen, and is to be about the application with \a clientId.
    virtual void showApplication(const QString &clientId) = 0;
};

} // namespace Tenantscope::Ui
