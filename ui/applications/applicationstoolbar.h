// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/applications/applicationspane.h"

namespace Tenantscope::Ui {

class SearchField;
class TypeFilter;

/// The line above the table: search, type, reload, details.
class ApplicationsToolbar final : public QWidget
{
    Q_OBJECT

public:
    explicit ApplicationsToolbar(
        const ApplicationsPane::Actions &actions, QWidget *parent = nullptr);

    [[nodiscard]] SearchField &search() const { return *m_search; }
    [[nodiscard]] TypeFilter &types() const { return *m_types; }

private:
    SearchField *m_search;
    TypeFilter *m_types;
};

} // namespace Tenantscope::Ui
