// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/searchhelpmenu.h"

#include "app/applications/searchkey.h"
#include "app/applications/trait.h"

#include <QCoreApplication>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

QString meaningOf(const char *text)
{
    return QCoreApplication::translate("Tenantscope::Search", text);
}

} // namespace

SearchHelpMenu::SearchHelpMenu(QWidget *parent)
    : QMenu(parent)
{
    offer({u"\"…\""_s, tr("a phrase; a quote in it is written twice"), u"\"\""_s, 1});
    offer({u"-"_s, tr("without the word, phrase or key that follows"), u"-"_s});
    addSeparator();
    for (const Applications::KnownKey &known : Applications::searchKeys()) {
        const QString name = known.name + u':';
        if (known.key != Applications::SearchKey::Is)
            offer({name, meaningOf(known.meaning), name});
    }
    offer({u"name:="_s, tr("the whole name; so for every key"), u"name:="_s});
    offer({u"-field:"_s, tr("without that field"), u"-field:"_s});
    addSeparator();
    for (const Applications::KnownTrait &known : Applications::knownTraits()) {
        const QString term = u"is:"_s + known.name;
        offer({term, meaningOf(known.meaning), QString(term + u' ')});
    }
}

void SearchHelpMenu::offer(const Entry &entry)
{
    QAction *action = addAction(tr("%1  –  %2").arg(entry.shown, entry.meaning));
    connect(action, &QAction::triggered, this, [this, entry] {
        Q_EMIT termChosen(entry.term, entry.back);
    });
}

} // namespace Tenantscope::Ui
