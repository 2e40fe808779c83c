// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/shortcutlist.h"

#include "ui/window/windowactions.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

namespace {

constexpr int rowHeight = 26;
constexpr int columnGap = 24;

QString keysOf(const QAction *action)
{
    QStringList keys;
    const QList<QKeySequence> sequences = action->shortcuts();
    for (const QKeySequence &sequence : sequences)
        keys.append(sequence.toString(QKeySequence::NativeText));
    return keys.join(QStringLiteral(", "));
}

} // namespace

ShortcutList::ShortcutList(const WindowActions &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *list = new QTreeWidget(this);
    list->setAccessibleName(tr("Keyboard shortcuts"));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setHeaderLabels({tr("Action"), tr("Keys"), tr("Menu"), tr("What it does")});
    const QList<QAction *> all = actions.all();
    for (const QAction *action : all) {
        auto *item = new QTreeWidgetItem(
            {WindowActions::nameOf(action), keysOf(action), actions.menuOf(action),
             action->toolTip()});
        item->setSizeHint(0, QSize(0, rowHeight));
        list->addTopLevelItem(item);
    }
    list->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = 0; column < list->columnCount() - 1; ++column) {
        list->resizeColumnToContents(column);
        list->setColumnWidth(column, list->columnWidth(column) + columnGap);
    }
    list->setCurrentItem(list->topLevelItem(0));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(list);
    layout->addWidget(buttons);
    resize(960, 640);
}

} // namespace Tenantscope::Ui
