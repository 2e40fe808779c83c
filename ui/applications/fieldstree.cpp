// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/fieldstree.h"

#include "app/base/plaintext.h"
#include "ui/applications/listwords.h"
#include "ui/shared/colors.h"
#include "ui/shared/fonts.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QKeyEvent>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostChildren = 500; // of one value; Raw JSON has the others
constexpr int valueRole = Qt::UserRole;
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

} // namespace

FieldsTree::FieldsTree(QWidget *parent)
    : QTreeWidget(parent)
{
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
}

void FieldsTree::setDetails(const ApplicationDetails &details)
{
    setUpdatesEnabled(false);
    clear();
    QStringList names = details.members.keys() + details.notFetched();
    names.sort();
    for (const QString &name : names) {
        if (details.members.contains(name))
            addValue(*invisibleRootItem(), name, details.members.value(name));
        else
            addAbsence(name);
    }
    if (QTreeWidgetItem *first = topLevelItem(0)) {
        first->setSizeHint(0, QSize(0, fontMetrics().height() + rowPadding)); // of all rows
        setCurrentItem(first, 0, QItemSelectionModel::NoUpdate);
    }
    setUpdatesEnabled(true);
}

bool FieldsTree::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        event->accept(); // of the value here, not the window's own Copy
    return QTreeWidget::event(event);
}

void FieldsTree::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy)) {
        QTreeWidget::keyPressEvent(event);
        return;
    }
    event->accept();
    if (const QTreeWidgetItem *item = currentItem())
        QGuiApplication::clipboard()->setText(item->data(1, valueRole).toString());
}

void FieldsTree::addValue(QTreeWidgetItem &parent, const QString &name, const QJsonValue &value)
{
    auto *item = new QTreeWidgetItem(
        &parent, {Base::plainLine(name, 200), shownText(this, summaryOf(value))});
    item->setData(1, valueRole, value.isString() ? value.toString() : valueLine(value));
    item->setFont(1, fixedFont());
    item->setToolTip(1, plainToolTip(item->text(1)));
    if (value.isArray() || value.isObject())
        item->setForeground(1, colorsOf(palette()).secondary);
    addChildren(*item, value);
}

void FieldsTree::addAbsence(const QString &name)
{
    auto *item = new QTreeWidgetItem(
        invisibleRootItem(), {name, emptinessWords(Emptiness::NotFetched, name)});
    item->setForeground(1, colorsOf(palette()).secondary);
}

void FieldsTree::addChildren(QTreeWidgetItem &item, const QJsonValue &value)
{
    int added = 0;
    qsizetype size = 0;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        size = array.size();
        for (auto it = array.begin(); it != array.end() && added < mostChildren; ++it, ++added)
            addValue(item, u"%1"_s.arg(added), *it);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        size = object.size();
        for (auto it = object.begin(); it != object.end() && added < mostChildren; ++it, ++added)
            addValue(item, it.key(), *it);
    }
    if (size > added)
        new QTreeWidgetItem(&item, {tr("%1 more: see Raw JSON").arg(numberText(size - added)), {}});
}

} // namespace Tenantscope::Ui
