// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/applications/applicationspane.h"

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class SearchField;
class TypeFilter;

/// The line above the table: search, earlier ones and help, type, reload, details.
class ApplicationsToolbar final : public QWidget
{
    Q_OBJECT

public:
    explicit ApplicationsToolbar(
        const ApplicationsPane::Actions &actions, QWidget *parent = nullptr);

    [[nodiscard]] SearchField &search() const { return *m_search; }
    [[nodiscard]] TypeFilter &types() const { return *m_types; }
    [[nodiscard]] QPushButton &searchesButton() const { return *m_searches; }
    [[nodiscard]] QPushButton &helpButton() const { return *m_help; }

private:
    SearchField *m_search;
    QPushButton *m_searches;
    QPushButton *m_help;
    TypeFilter *m_types;
};

} // namespace Tenantscope::Ui
