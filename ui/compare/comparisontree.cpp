// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/compare/comparisontree.h"

#include "app/base/plaintext.h"
#include "app/management/application.h"
#include "app/session/comparisontext.h"
#include "ui/shared/colors.h"
#include "ui/shared/fonts.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"

#include <QHeaderView>
#include <QLocale>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Applications::ApplicationLabel;
using Applications::ChangedApplication;
using Applications::FieldChange;

namespace {

constexpr qsizetype mostShown = 2'000; ///< of a group; the copied texts have all
constexpr qsizetype longestText = 300;
constexpr int firstWidth = 340;
constexpr int secondWidth = 290;
constexpr int rowPadding = 10;

} // namespace

ComparisonTree::ComparisonTree(QWidget *parent)
    : CopyTree(parent)
{
    setAccessibleName(tr("Differences"));
    setFrameShape(QFrame::NoFrame);
    setColumnCount(3);
    setHeaderLabels({tr("What"), tr("Before"), tr("After")});
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideMiddle);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->resizeSection(0, firstWidth);
    header()->resizeSection(1, secondWidth);
    header()->setStretchLastSection(true);
}

void ComparisonTree::setComparison(const Applications::Comparison &comparison)
{
    m_comparison = comparison;
    show();
}

bool ComparisonTree::event(QEvent *event)
{
    if (event->type() == Presentation::changeEvent)
        show();
    return CopyTree::event(event);
}

void ComparisonTree::show()
{
    setUpdatesEnabled(false);
    clear();
    addChanged();
    addLabels(tr("Added"), m_comparison.added);
    addLabels(tr("Removed"), m_comparison.removed);
    if (QTreeWidgetItem *first = topLevelItem(0)) {
        first->setSizeHint(0, QSize(0, fontMetrics().height() + rowPadding)); // of all rows
        setCurrentItem(first, 0, QItemSelectionModel::NoUpdate);
    }
    setUpdatesEnabled(true);
}

QTreeWidgetItem *ComparisonTree::addGroup(const QString &title, qsizetype count)
{
    auto *group = new QTreeWidgetItem(
        this, {tr("%1: %2").arg(title, QLocale().toString(qint64(count)))});
    group->setExpanded(true);
    return group;
}

void ComparisonTree::addLabels(const QString &title, const QList<ApplicationLabel> &labels)
{
    if (labels.isEmpty())
        return;
    QTreeWidgetItem *group = addGroup(title, labels.size());
    const bool isBefore = &labels == &m_comparison.removed;
    for (qsizetype i = 0; i < std::min(labels.size(), mostShown); ++i)
        addLabel(
            *group, isBefore ? labels[i] : ApplicationLabel{},
            isBefore ? ApplicationLabel{} : labels[i]);
    if (labels.size() > mostShown)
        new QTreeWidgetItem(group, {tr("More: see the copied text")});
}

void ComparisonTree::addChanged()
{
    const QList<ChangedApplication> &changed = m_comparison.changed;
    if (changed.isEmpty())
        return;
    QTreeWidgetItem *group = addGroup(tr("Changed"), changed.size());
    for (qsizetype i = 0; i < std::min(changed.size(), mostShown); ++i) {
        QTreeWidgetItem *item = addLabel(*group, changed[i].before, changed[i].after);
        for (const FieldChange &change : changed[i].fields)
            addField(*item, change);
        item->setExpanded(changed.size() <= 20);
    }
    if (changed.size() > mostShown)
        new QTreeWidgetItem(group, {tr("More: see the copied text")});
}

void ComparisonTree::addField(QTreeWidgetItem &parent, const FieldChange &change)
{
    const auto list = listChange(change);
    if (!list)
        return addValue(parent, change.field, &change.before, &change.after);
    for (const QJsonValue &element : list->removed)
        addValue(parent, change.field, &element, nullptr);
    for (const QJsonValue &element : list->added)
        addValue(parent, change.field, nullptr, &element);
}

/// Null pointers: an element of a list that came or went; that side stays empty.
void ComparisonTree::addValue(
    QTreeWidgetItem &parent, const QString &what, const QJsonValue *before, const QJsonValue *after)
{
    auto *item = new QTreeWidgetItem(&parent, {Base::plainLine(what, longestText)});
    item->setData(0, realTextRole, what);
    const bool isName = what == "name"_L1 || what == "description"_L1;
    for (const auto &[column, value] : {std::pair(1, before), std::pair(2, after)}) {
        if (!value)
            continue;
        const QString text = Session::comparedValueText(*value);
        item->setText(column, isName ? shownName(this, text) : shownText(this, text));
        item->setData(column, realTextRole, Management::valueText(*value));
        item->setFont(column, fixedFont());
        item->setToolTip(column, plainToolTip(item->text(column)));
    }
}

/// An application by its name, with its client ID on the side, or sides, that have it.
QTreeWidgetItem *ComparisonTree::addLabel(
    QTreeWidgetItem &parent, const ApplicationLabel &before, const ApplicationLabel &after)
{
    const bool isGone = after == ApplicationLabel{};
    const QString name = Base::plainLine((isGone ? before : after).name, longestText);
    auto *item = new QTreeWidgetItem(
        &parent, {name.isEmpty() ? tr("(no name)") : shownName(this, name)});
    item->setData(0, realTextRole, (isGone ? before : after).name);
    item->setToolTip(0, plainToolTip(item->text(0)));
    for (const auto &[column, label] : {std::pair(1, &before), std::pair(2, &after)}) {
        const QString id = Base::plainLine(label->clientId, longestText);
        item->setText(column, id.isEmpty() ? id : shownIdentifier(this, id));
        item->setData(column, realTextRole, label->clientId);
        item->setFont(column, fixedFont());
        item->setForeground(column, colorsOf(palette()).secondary);
    }
    return item;
}

} // namespace Tenantscope::Ui
