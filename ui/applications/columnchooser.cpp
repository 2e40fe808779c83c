// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/columnchooser.h"

#include "app/applications/applicationstore.h"
#include "app/base/plaintext.h"
#include "ui/applications/applicationcell.h"
#include "ui/applications/searchfield.h"
#include "ui/applications/tablecolumns.h"
#include "ui/shared/plainlabel.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Applications::Column;

namespace {

constexpr int columnRole = Qt::UserRole;
constexpr qsizetype longestTitle = 100;
constexpr int rowHeight = 28;

Column columnOf(const QListWidgetItem &item)
{
    return Column(item.data(columnRole).toInt());
}

/// What tables head it with, and how the API calls it where that is another word.
QString titleOf(Column column)
{
    const QString title = columnHeader(column, Qt::DisplayRole).toString();
    if (column == Column::Callbacks)
        return ColumnChooser::tr("%1 · how many").arg(title);
    const QString member = memberOf(column);
    const bool isOurs = column == Column::Findings; // the API knows no name for it
    return Base::plainLine(
        isOurs || title == member ? title : QString(title + u" · " + member), longestTitle);
}

QPushButton *plainButton(const QString &text, const QString &tip, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    setPlainToolTip(button, tip);
    return button;
}

} // namespace

ColumnChooser::ColumnChooser(TableColumns &columns, const QStringList &fields, QWidget *parent)
    : QDialog(parent)
    , m_columns(columns)
    , m_search(new SearchField(tr("Search columns"), this))
    , m_list(new QListWidget(this))
    , m_up(plainButton(tr("Move &up"), tr("Moves the column towards the start (Alt+Up)"), this))
    , m_down(plainButton(tr("Move &down"), tr("Moves the column towards the end (Alt+Down)"), this))
    , m_fit(plainButton(tr("&Fit widths"), tr("Lets the columns share the table's width"), this))
    , m_reset(plainButton(tr("&Reset"), tr("Shows the columns there were at first"), this))
{
    setWindowTitle(tr("Columns"));
    for (const Column column : Applications::allColumns)
        m_offered.append(column);
    for (const QString &path : fields) {
        if (const Column column = Applications::fieldColumn(path); !m_offered.contains(column))
            m_offered.append(column);
    }
    m_list->setAccessibleName(tr("Columns"));
    m_search->setPlaceholderText(tr("Search columns, or name a field: client_metadata.team"));
    layOut();
    connectParts();
    fill();
    resize(460, 560);
}

void ColumnChooser::layOut()
{
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_up, m_down})
        buttons->addWidget(button);
    buttons->addSpacing(8);
    for (QPushButton *button : {m_fit, m_reset})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(m_list, 1);
    middle->addLayout(buttons);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addLayout(middle, 1);
    layout->addSpacing(8);
    layout->addWidget(close);
    setTabOrder(m_search, m_list);
}

void ColumnChooser::connectParts()
{
    m_list->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ColumnChooser::filter);
    connect(m_search, &SearchField::leftDownwards, this, [this] {
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(
        m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) { take(*item); });
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnChooser::allowMoves);
    connect(m_up, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    connect(m_fit, &QPushButton::clicked, &m_columns, &TableColumns::fit);
    connect(m_reset, &QPushButton::clicked, &m_columns, &TableColumns::reset);
    connect(&m_columns, &TableColumns::changed, this, &ColumnChooser::fillLater);
}

/// Those that are shown in their order, then all others.
void ColumnChooser::fill()
{
    const std::optional<Column> before = current();
    const QScopedValueRollback filling(m_filling, true);
    m_list->clear();
    const QList<Column> shown = m_columns.shown();
    for (const Column column : shown)
        addItem(column, true);
    for (const Column column : m_offered) {
        if (!shown.contains(column))
            addItem(column, false);
    }
    m_own = addItem(Column::Name, false);
    for (int row = 0; before && row + 1 < m_list->count(); ++row) {
        if (columnOf(*m_list->item(row)) == *before)
            m_list->setCurrentRow(row);
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    filter();
    allowMoves();
}

QListWidgetItem *ColumnChooser::addItem(Column column, bool isShown)
{
    auto *item = new QListWidgetItem(titleOf(column), m_list);
    item->setData(columnRole, int(column));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setSizeHint(QSize(0, std::max(rowHeight, fontMetrics().height() + 8)));
    item->setCheckState(isShown ? Qt::Checked : Qt::Unchecked);
    return item;
}

/// A search that finds nothing names a field of its own.
void ColumnChooser::filter()
{
    const QScopedValueRollback filling(m_filling, true);
    const QByteArray wanted = Applications::fold(m_search->text().trimmed());
    bool isFound = false;
    for (int row = 0; row + 1 < m_list->count(); ++row) { // the last one is m_own
        const bool fits = Applications::fold(m_list->item(row)->text()).contains(wanted);
        m_list->item(row)->setHidden(!fits);
        isFound = isFound || fits;
    }
    const QString path = m_search->text().trimmed();
    m_own->setText(tr("The field %1").arg(Base::plainLine(path, longestTitle)));
    m_own->setHidden(isFound || path.isEmpty());
    leaveHidden();
}

/// Keys are about the current row: never about one that nobody sees.
void ColumnChooser::leaveHidden()
{
    if (const QListWidgetItem *item = m_list->currentItem(); item && !item->isHidden())
        return;
    for (int row = 0; row < m_list->count(); ++row) {
        if (!m_list->item(row)->isHidden())
            return m_list->setCurrentRow(row);
    }
}

void ColumnChooser::take(const QListWidgetItem &item)
{
    if (m_filling)
        return;
    const Column column = &item == m_own ? Applications::fieldColumn(m_search->text().trimmed())
                                         : columnOf(item);
    if (!m_offered.contains(column))
        m_offered.append(column);
    m_columns.setShown(column, item.checkState() == Qt::Checked);
    fillLater(); // also when the last one would not go
}

/// Not in the middle of what the list itself is telling.
void ColumnChooser::fillLater()
{
    QMetaObject::invokeMethod(this, &ColumnChooser::fill, Qt::QueuedConnection);
}

void ColumnChooser::moveCurrent(int step)
{
    if (const std::optional<Column> column = current())
        m_columns.move(*column, step);
}

void ColumnChooser::allowMoves()
{
    const std::optional<Column> column = current();
    const QList<Column> shown = m_columns.shown();
    m_up->setEnabled(column && shown.indexOf(*column) > 0);
    m_down->setEnabled(column && shown.contains(*column) && shown.last() != *column);
}

std::optional<Column> ColumnChooser::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item && item != m_own ? std::optional(columnOf(*item)) : std::nullopt;
}

/// A list takes Up and Down for itself, Alt or not.
bool ColumnChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isUp = key->key() == Qt::Key_Up;
    if (key->modifiers() != Qt::AltModifier || (!isUp && key->key() != Qt::Key_Down))
        return QDialog::eventFilter(watched, event);
    moveCurrent(isUp ? -1 : 1);
    return true;
}

} // namespace Tenantscope::Ui
