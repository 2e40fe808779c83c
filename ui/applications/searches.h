// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/applications/searchmemory.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class ApplicationsToolbar;
class SearchHelpMenu;
class SearchMenu;
class TableColumns;

/// Leads its user back to earlier searches and saved views, and to the words of the search language.
class Searches final : public QObject
{
    Q_OBJECT

public:
    /// \a toolbar and \a columns must outlive it.
    Searches(ApplicationsToolbar &toolbar, TableColumns &columns, QObject *parent);

    void setKeeping(Keeping keeping);
    void save(QSettings &settings, const QString &group) const;
    void restore(const QSettings &settings, const QString &group);

    /// The search as it stands is done with: it can be recalled.
    void remember();
    void openMenu();
    void openHelp();
    void askForName(); ///< of the view that is to be saved

private:
    void show(const SavedView &view);
    void saveAs(const QString &name);

    ApplicationsToolbar &m_toolbar;
    TableColumns &m_columns;
    SearchMemory m_memory;
    SearchMenu *m_menu;
    SearchHelpMenu *m_help;
    Keeping m_keeping = Keeping::ThisRun;
};

} // namespace Tenantscope::Ui
