// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/searches.h"

#include "ui/applications/applicationstoolbar.h"
#include "ui/applications/searchfield.h"
#include "ui/applications/searchhelpmenu.h"
#include "ui/applications/searchmenu.h"
#include "ui/applications/tablecolumns.h"
#include "ui/applications/typefilter.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QPushButton>

namespace Tenantscope::Ui {

namespace {

void popUp(QMenu &menu, const QWidget &button)
{
    menu.popup(button.mapToGlobal(QPoint(0, button.height())));
}

} // namespace

Searches::Searches(ApplicationsToolbar &toolbar, TableColumns &columns, QObject *parent)
    : QObject(parent)
    , m_toolbar(toolbar)
    , m_columns(columns)
    , m_menu(new SearchMenu(m_memory, &toolbar))
    , m_help(new SearchHelpMenu(&toolbar))
{
    SearchField &field = toolbar.search();
    connect(&field, &SearchField::ended, this, &Searches::remember);
    connect(&field, &SearchField::menuRequested, this, &Searches::openMenu);
    connect(&toolbar.searchesButton(), &QPushButton::clicked, this, &Searches::openMenu);
    connect(&toolbar.helpButton(), &QPushButton::clicked, this, &Searches::openHelp);
    connect(m_menu, &SearchMenu::searchChosen, &field, &SearchField::search);
    connect(m_menu, &SearchMenu::viewChosen, this, &Searches::show);
    connect(m_menu, &SearchMenu::saveRequested, this, &Searches::askForName);
    connect(m_help, &SearchHelpMenu::termChosen, &field, &SearchField::insertTerm);
}

void Searches::setKeeping(Keeping keeping)
{
    m_keeping = keeping;
    m_menu->setKeeping(keeping);
}

void Searches::save(QSettings &settings, const QString &group) const
{
    if (m_keeping == Keeping::Always)
        m_memory.save(settings, group);
    else if (m_keeping == Keeping::Never)
        SearchMemory::erase(settings, group); // it may have been another kind of tenant before
}

void Searches::restore(const QSettings &settings, const QString &group)
{
    if (m_keeping == Keeping::Always)
        m_memory.restore(settings, group);
}

void Searches::remember()
{
    m_memory.remember(m_toolbar.search().text());
}

void Searches::openMenu()
{
    remember();
    popUp(*m_menu, m_toolbar.searchesButton());
}

void Searches::openHelp()
{
    popUp(*m_help, m_toolbar.helpButton());
}

void Searches::askForName()
{
    if (m_keeping == Keeping::Never)
        return;
    auto *dialog = new QInputDialog(&m_toolbar);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this view"));
    dialog->setLabelText(tr("&Name of the view; one that has it already is replaced:"));
    dialog->setTextValue(m_toolbar.search().text().left(SearchMemory::longestName));
    if (auto *name = dialog->findChild<QLineEdit *>())
        name->setMaxLength(SearchMemory::longestName);
    connect(dialog, &QInputDialog::textValueSelected, this, &Searches::saveAs);
    dialog->open();
}

void Searches::saveAs(const QString &name)
{
    if (name.trimmed().isEmpty())
        return;
    m_memory.keep(
        {.name = name.trimmed(),
         .search = m_toolbar.search().text(),
         .type = m_toolbar.types().type(),
         .layout = m_columns.layout()});
}

void Searches::show(const SavedView &view)
{
    m_columns.setLayout(view.layout);
    m_toolbar.types().setType(view.type);
    m_toolbar.search().search(view.search);
}

} // namespace Tenantscope::Ui
