// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/fieldstree.h"

#include "app/applications/applicationstore.h"
#include "app/base/plaintext.h"
#include "ui/applications/founddelegate.h"
#include "ui/applications/listwords.h"
#include "ui/shared/colors.h"
#include "ui/shared/fonts.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"

#include <QAction>
#include <QHeaderView>
#include <QJsonArray>
#include <QRegularExpression>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Session::Emptiness;
using Session::emptinessWords;

namespace {

constexpr int mostChildren = 500; // of one value; Raw JSON has the others
constexpr int valueRole = CopyTree::realTextRole;
constexpr int pathRole = Qt::UserRole + 1; // RFC 9535
constexpr int rowPadding = 10;

QString summaryOf(const QJsonValue &value)
{
    if (isEmptyValue(value)) {
        if (value.isArray())
            return u"[ ]"_s;
        return value.isObject() ? u"{ }"_s : value.isString() ? u"\"\""_s : u"null"_s;
    }
    if (value.isArray())
        return u"[%1]"_s.arg(numberText(value.toArray().size()));
    if (value.isObject())
        return u"{%1}"_s.arg(numberText(value.toObject().size()));
    // As JSON has them, so that "true" the text and true the value differ.
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.isString() ? Base::plainLine(value.toString()) : valueLine(value);
}

/// A step into a member, as RFC 9535 writes it.
QString memberStep(const QString &name)
{
    static const QRegularExpression plain(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
    if (plain.match(name).hasMatch())
        return u'.' + name;
    QString quoted = name;
    quoted.replace(u'\\', "\\\\"_L1).replace(u'\'', "\\'"_L1);
    return u"['"_s + quoted + u"']"_s;
}

} // namespace

FieldsTree::FieldsTree(QWidget *parent)
    : CopyTree(parent)
    , m_delegate(new FoundDelegate(this))
{
    setItemDelegate(m_delegate);
    setAccessibleName(tr("All fields"));
    setFrameShape(QFrame::NoFrame);
    setColumnCount(2);
    setHeaderLabels({tr("Field"), tr("Value")});
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideMiddle);
    setIndentation(16);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setSectionResizeMode(0, QHeaderView::Interactive);
    header()->resizeSection(0, 180);
    header()->setStretchLastSection(true);
    createActions();
}

void FieldsTree::createActions()
{
    setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](const QString &text, auto function) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, this, function);
        addAction(action);
        return action;
    };
    add(tr("Copy &value"), &FieldsTree::copyCurrent);
    add(tr("Copy JSON &path"), &FieldsTree::copyPath);
    QAction *column = add(tr("&Show as column"), &FieldsTree::requestColumn);
    connect(this, &QTreeWidget::currentItemChanged, column, [column](QTreeWidgetItem *item) {
        column->setEnabled(item && !item->data(0, fieldPathRole).toString().isEmpty());
    });
}

void FieldsTree::copyCurrent() const
{
    if (const QTreeWidgetItem *item = currentItem())
        copy(item->data(1, valueRole).toString());
}

void FieldsTree::copyPath() const
{
    if (const QTreeWidgetItem *item = currentItem())
        copy(item->data(0, pathRole).toString());
}

void FieldsTree::requestColumn()
{
    if (const QTreeWidgetItem *item = currentItem())
        Q_EMIT columnRequested(item->data(0, fieldPathRole).toString());
}

void FieldsTree::setSearch(const QString &text)
{
    m_search = Applications::fold(text.trimmed());
    const bool wasFiltered = std::exchange(m_isFiltered, !m_search.isEmpty());
    if (!m_isFiltered && !wasFiltered)
        return;
    setUpdatesEnabled(false);
    for (int i = 0; i < topLevelItemCount(); ++i)
        (void)filter(*topLevelItem(i), false);
    setUpdatesEnabled(true);
}

/// Whether \a item, or something in it, is found. All of what is found stays in view.
bool FieldsTree::filter(QTreeWidgetItem &item, bool isParentFound)
{
    const auto holds = [this](const QString &text) {
        return Applications::fold(text).contains(m_search);
    };
    const bool isFound = isParentFound || holds(item.text(0))
        || (item.childCount() == 0 && holds(item.data(1, valueRole).toString()));
    bool isInside = false;
    for (int i = 0; i < item.childCount(); ++i)
        isInside = filter(*item.child(i), isFound) || isInside;
    item.setHidden(!isFound && !isInside);
    item.setExpanded(m_isFiltered && isInside);
    return isFound || isInside;
}

void FieldsTree::setDetails(const ApplicationDetails &details)
{
    setUpdatesEnabled(false);
    clear();
    QStringList names = details.members.keys() + details.notFetched();
    names.sort();
    for (const QString &name : names) {
        if (details.members.contains(name))
            addValue(
                *invisibleRootItem(), name, QString(u'$' + memberStep(name)),
                details.members.value(name));
        else
            addAbsence(name);
    }
    if (QTreeWidgetItem *first = topLevelItem(0)) {
        first->setSizeHint(0, QSize(0, fontMetrics().height() + rowPadding)); // of all rows
        setCurrentItem(first, 0, QItemSelectionModel::NoUpdate);
    }
    for (int i = 0; m_isFiltered && i < topLevelItemCount(); ++i)
        (void)filter(*topLevelItem(i), false);
    setUpdatesEnabled(true);
}

void FieldsTree::setQuery(const Applications::SearchQuery &query)
{
    m_delegate->setQuery(query);
    viewport()->update();
}

void FieldsTree::addValue(
    QTreeWidgetItem &parent, const QString &name, const QString &path, const QJsonValue &value)
{
    auto *item = new QTreeWidgetItem(
        &parent, {shownText(this, Base::plainLine(name, 200)), shownText(this, summaryOf(value))});
    item->setData(1, valueRole, Management::valueText(value)); // a copy is the real value
    item->setData(0, pathRole, path);
    const bool isInList = path.endsWith(u']') && !path.endsWith("']"_L1);
    const QString outer = parent.data(0, fieldPathRole).toString();
    const bool isInner = &parent != invisibleRootItem();
    if (!isInList && (!isInner || !outer.isEmpty()))
        item->setData(0, fieldPathRole, isInner ? QString(outer + u'.' + name) : name);
    item->setFont(1, fixedFont());
    item->setToolTip(1, plainToolTip(item->text(1)));
    if (value.isArray() || value.isObject())
        item->setForeground(1, colorsOf(palette()).secondary);
    addChildren(*item, path, value);
}

void FieldsTree::addAbsence(const QString &name)
{
    auto *item = new QTreeWidgetItem(
        invisibleRootItem(), {name, emptinessWords(Emptiness::NotFetched, name)});
    item->setForeground(1, colorsOf(palette()).secondary);
}

void FieldsTree::addChildren(QTreeWidgetItem &item, const QString &path, const QJsonValue &value)
{
    int added = 0;
    qsizetype size = 0;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        size = array.size();
        for (auto it = array.begin(); it != array.end() && added < mostChildren; ++it, ++added)
            addValue(
                item, QString::number(added), QString(path + u'[' + QString::number(added) + u']'),
                *it);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        size = object.size();
        for (auto it = object.begin(); it != object.end() && added < mostChildren; ++it, ++added)
            addValue(item, it.key(), QString(path + memberStep(it.key())), *it);
    }
    if (size > added)
        new QTreeWidgetItem(&item, {tr("%1 more: see Raw JSON").arg(numberText(size - added)), {}});
}

} // namespace Tenantscope::Ui
