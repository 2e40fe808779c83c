// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/applications/searchmemory.h"

#include <QMenu>

namespace Tenantscope::Ui {

/// Offers a tenant's saved views and last searches, and to save what is seen now.
class SearchMenu final : public QMenu
{
    Q_OBJECT

public:
    /// \a memory must outlive the menu.
    explicit SearchMenu(SearchMemory &memory, QWidget *parent = nullptr);

    /// Decides whether a view can be saved, and what is said of it.
    void setKeeping(Keeping keeping) { m_keeping = keeping; }

Q_SIGNALS:
    void searchChosen(const QString &search);
    void viewChosen(const Tenantscope::Ui::SavedView &view);
    void saveRequested();

private:
    void fill();
    void addViews();
    void addRecent();
    void addChores();

    SearchMemory &m_memory;
    Keeping m_keeping = Keeping::ThisRun;
};

} // namespace Tenantscope::Ui
