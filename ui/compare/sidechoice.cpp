// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/compare/sidechoice.h"

#include "app/base/plaintext.h"
#include "app/session/tenantbook.h"
#include "ui/compare/tenantsnapshot.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"
#include "ui/tenants/tenantwords.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Session::KnownTenant;

namespace {

constexpr int controlHeight = 28;
constexpr int widthInCharacters = 30;
constexpr qsizetype longestName = 80;

enum class Kind { Nothing, Tenant, File };
constexpr int kindRole = Qt::UserRole;
constexpr int tenantRole = Qt::UserRole + 1; ///< its place in the book

} // namespace

SideChoice::SideChoice(Session::TenantBook &book, const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_caption(new PlainLabel(label, PlainLabel::Style::Base, this))
    , m_choice(new QComboBox(this))
    , m_open(new QPushButton(tr("Open snapshot…"), this))
{
    m_caption->setBuddy(m_choice);
    m_open->setAccessibleName(tr("Open snapshot… (%1)").arg(label));
    m_open->setAutoDefault(false);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(widthInCharacters);
    for (QWidget *control : {static_cast<QWidget *>(m_choice), static_cast<QWidget *>(m_open)})
        control->setMinimumHeight(controlHeight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_caption);
    layout->addWidget(m_choice, 1);
    layout->addWidget(m_open);
    fill();
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT changed(); });
    connect(m_open, &QPushButton::clicked, this, &SideChoice::openFile);
    connect(&m_book, &Session::TenantBook::tenantsChanged, this, &SideChoice::fill);
}

void SideChoice::choose(const KnownTenant &tenant)
{
    const qsizetype place = m_book.tenants().indexOf(&tenant);
    for (int i = 0; i < m_choice->count(); ++i) {
        const bool isTenant = Kind(m_choice->itemData(i, kindRole).toInt()) == Kind::Tenant;
        if (isTenant && m_choice->itemData(i, tenantRole).toInt() == place)
            m_choice->setCurrentIndex(i);
    }
}

void SideChoice::takeFile(const QString &file)
{
    auto read = Applications::loadSnapshot(file);
    if (!read) {
        Q_EMIT failed(read.error());
        return;
    }
    m_fromFile = std::move(*read);
    m_file = QFileInfo(file).fileName();
    fill();
    m_choice->setCurrentIndex(m_choice->count() - 1);
    Q_EMIT changed();
}

void SideChoice::alignWith(SideChoice &other)
{
    const int width = std::max(m_caption->sizeHint().width(), other.m_caption->sizeHint().width());
    m_caption->setMinimumWidth(width);
    other.m_caption->setMinimumWidth(width);
}

bool SideChoice::isChosen() const
{
    return m_choice->currentIndex() > 0;
}

QString SideChoice::name() const
{
    const KnownTenant *one = tenant();
    return one ? tenantName(*one) : m_file;
}

bool SideChoice::isProduction() const
{
    const KnownTenant *one = tenant();
    return one && one->isProduction();
}

std::optional<Applications::Snapshot> SideChoice::snapshot() const
{
    if (const KnownTenant *one = tenant())
        return isListWhole(*one) ? std::optional(snapshotOf(*one)) : std::nullopt;
    return isChosen() ? m_fromFile : std::nullopt;
}

bool SideChoice::event(QEvent *event)
{
    if (event->type() == Presentation::changeEvent)
        fill();
    return QWidget::event(event);
}

/// The same things are offered to both sides; what was chosen stays chosen while it is offered.
void SideChoice::fill()
{
    const Kind kind = Kind(m_choice->currentData(kindRole).toInt());
    const KnownTenant *before = tenant();
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->addItem(tr("Choose a tenant or a snapshot"), int(Kind::Nothing));
    const QList<KnownTenant *> all = m_book.tenants();
    for (qsizetype place = 0; place < all.size(); ++place) {
        const KnownTenant &one = *all[place];
        if (!isListWhole(one))
            continue;
        const QString name = Base::plainLine(tenantName(one), longestName);
        m_choice->addItem(
            tr("%1, now").arg(
                one.isProduction() ? shownIdentifier(this, name) : shownText(this, name)),
            int(Kind::Tenant));
        m_choice->setItemData(m_choice->count() - 1, int(place), tenantRole);
        if (&one == before && kind == Kind::Tenant)
            m_choice->setCurrentIndex(m_choice->count() - 1);
    }
    if (m_file.isEmpty())
        return;
    m_choice->addItem(
        tr("File %1").arg(shownText(this, Base::plainLine(m_file, longestName))), int(Kind::File));
    if (kind == Kind::File)
        m_choice->setCurrentIndex(m_choice->count() - 1);
}

void SideChoice::openFile()
{
    auto *dialog = new QFileDialog(this, tr("Open snapshot"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Snapshots (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &SideChoice::takeFile);
    dialog->open();
}

KnownTenant *SideChoice::tenant() const
{
    if (Kind(m_choice->currentData(kindRole).toInt()) != Kind::Tenant)
        return nullptr;
    return m_book.tenants().value(m_choice->currentData(tenantRole).toInt());
}

} // namespace Tenantscope::Ui
