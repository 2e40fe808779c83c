// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/searchmenu.h"

#include "app/base/plaintext.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestEntry = 80;

/// \a text as \a menu shows it as it is, or masked in presentation mode: of production as a whole, for no rule tells a piece
/// of a name from another word.
QString entryText(const QMenu &menu, const QString &text)
{
    return Base::plainLine(shownName(&menu, text), longestEntry).replace(u'&', u"&&"_s);
}

QString savingTip(Keeping keeping)
{
    switch (keeping) {
    case Keeping::Always:
        return SearchMenu::tr("Keeps search, type, columns and order under a name");
    case Keeping::ThisRun:
        return SearchMenu::tr("Keeps search, type, columns and order under a name, until the "
                              "program ends: the tenant is not saved");
    case Keeping::Never:
        break;
    }
    return SearchMenu::tr("Not for production: searches of a production tenant are not kept");
}

} // namespace

SearchMenu::SearchMenu(SearchMemory &memory, QWidget *parent)
    : QMenu(parent)
    , m_memory(memory)
{
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &SearchMenu::fill);
}

void SearchMenu::fill()
{
    clear();
    qDeleteAll(findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    addViews();
    addRecent();
    addChores();
}

void SearchMenu::addViews()
{
    for (const SavedView &view : m_memory.views()) {
        QAction *action = addAction(entryText(*this, view.name));
        setPlainToolTip(action, shownName(this, view.search)); // of production as a whole, too
        connect(action, &QAction::triggered, this, [this, view] { Q_EMIT viewChosen(view); });
    }
    if (!m_memory.views().isEmpty())
        addSeparator();
}

void SearchMenu::addRecent()
{
    for (const QString &search : m_memory.recent()) {
        QAction *action = addAction(entryText(*this, search));
        setPlainToolTip(action, tr("Search for this again"));
        connect(action, &QAction::triggered, this, [this, search] { Q_EMIT searchChosen(search); });
    }
    if (!m_memory.recent().isEmpty())
        addSeparator();
}

void SearchMenu::addChores()
{
    QAction *save = addAction(tr("&Save this view…"));
    save->setEnabled(m_keeping != Keeping::Never);
    setPlainToolTip(save, savingTip(m_keeping));
    connect(save, &QAction::triggered, this, &SearchMenu::saveRequested);
    if (!m_memory.views().isEmpty()) {
        QMenu *removal = addMenu(tr("&Remove a saved view"));
        for (const SavedView &view : m_memory.views()) {
            connect(
                removal->addAction(entryText(*this, view.name)), &QAction::triggered, this,
                [this, name = view.name] { m_memory.remove(name); });
        }
    }
    if (!m_memory.recent().isEmpty())
        connect(addAction(tr("&Forget recent searches")), &QAction::triggered, this, [this] {
            m_memory.forgetRecent();
        });
}

} // namespace Tenantscope::Ui
