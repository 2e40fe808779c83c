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
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Session::KnownTenant;

namespace {

constexpr int controlHeight = 28;
constexpr int widthInCharacters = 30;
constexpr qsizetype longestName = 80;

} // namespace

SideChoice::SideChoice(Session::TenantBook &book, const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_caption(new PlainLabel(label, PlainLabel::Style::Base, this))
    , m_list(new QComboBox(this))
    , m_open(new QPushButton(tr("Open snapshot…"), this))
{
    m_caption->setBuddy(m_list);
    m_open->setAccessibleName(tr("Open snapshot… (%1)").arg(label));
    m_open->setAutoDefault(false);
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(widthInCharacters);
    for (QWidget *control : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_open)})
        control->setMinimumHeight(controlHeight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_caption);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_open);
    connect(m_list, &QComboBox::activated, this, [this](int row) {
        const Offer offer = m_offers.value(row);
        take(offer.kind, offer.tenant);
    });
    connect(m_open, &QPushButton::clicked, this, &SideChoice::openFile);
    connect(&m_book, &Session::TenantBook::tenantsChanged, this, &SideChoice::followTenants);
    followTenants();
}

void SideChoice::choose(const KnownTenant &tenant)
{
    for (const Offer &offer : std::as_const(m_offers)) {
        if (offer.tenant == &tenant)
            return take(Kind::Tenant, offer.tenant);
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
    take(Kind::File, nullptr);
}

void SideChoice::alignWith(SideChoice &other)
{
    const int width = std::max(m_caption->sizeHint().width(), other.m_caption->sizeHint().width());
    m_caption->setMinimumWidth(width);
    other.m_caption->setMinimumWidth(width);
}

bool SideChoice::isChosen() const
{
    return m_chosen.kind != Kind::Nothing;
}

QString SideChoice::name() const
{
    if (m_chosen.tenant)
        return tenantName(*m_chosen.tenant);
    return m_chosen.kind == Kind::File ? m_file : QString();
}

bool SideChoice::isProduction() const
{
    return m_chosen.isProduction;
}

std::optional<Applications::SnapshotTaker> SideChoice::taker() const
{
    if (m_chosen.tenant && m_chosen.isWhole)
        return snapshotTakerOf(*m_chosen.tenant);
    if (m_chosen.kind == Kind::File && m_fromFile)
        return Applications::SnapshotTaker(*m_fromFile);
    return std::nullopt;
}

bool SideChoice::event(QEvent *event)
{
    if (event->type() == Presentation::changeEvent)
        fill();
    return QWidget::event(event);
}

void SideChoice::followTenants()
{
    const QList<KnownTenant *> all = m_book.tenants();
    for (KnownTenant *one : all) {
        connect(one, &KnownTenant::changed, this, &SideChoice::follow, Qt::UniqueConnection);
        connect(
            &one->session().applications(), &Applications::ApplicationList::stateChanged, this,
            &SideChoice::follow, Qt::UniqueConnection);
    }
    follow();
}

/// What was chosen stays chosen as long as there is such a tenant, wherever it stands among the others.
void SideChoice::follow()
{
    const Chosen now = chosenNow();
    const bool isOther = now != std::exchange(m_chosen, now);
    fill();
    if (isOther)
        Q_EMIT changed();
}

/// The same things are offered to both sides. An open list stays as it is while they are the same.
void SideChoice::fill()
{
    const QList<Offer> now = offers();
    if (now != m_offers) {
        m_list->clear();
        for (const Offer &offer : now)
            m_list->addItem(offer.text);
        m_offers = now;
    }
    for (qsizetype row = 0; row < m_offers.size(); ++row) {
        if (m_offers[row].kind == m_chosen.kind && m_offers[row].tenant == m_chosen.tenant)
            m_list->setCurrentIndex(int(row));
    }
}

void SideChoice::take(Kind kind, KnownTenant *tenant)
{
    m_chosen.kind = kind;
    m_chosen.tenant = tenant;
    m_chosen = chosenNow();
    fill();
    Q_EMIT changed();
}

SideChoice::Chosen SideChoice::chosenNow() const
{
    KnownTenant *tenant = m_chosen.tenant;
    switch (m_chosen.kind) {
    case Kind::Tenant:
        if (!tenant || !m_book.tenants().contains(tenant))
            return {};
        return {m_chosen.kind, tenant, isListWhole(*tenant), tenant->isProduction()};
    case Kind::File:
        return {.kind = Kind::File, .isWhole = true, .isProduction = true};
    case Kind::Nothing:
        return {};
    }
    Q_UNREACHABLE();
}

QList<SideChoice::Offer> SideChoice::offers() const
{
    QList<Offer> all{{.text = tr("Choose a tenant or a snapshot")}};
    const QList<KnownTenant *> tenants = m_book.tenants();
    for (KnownTenant *one : tenants) {
        if (isListWhole(*one) || one == m_chosen.tenant)
            all.append({.text = tenantText(*one), .kind = Kind::Tenant, .tenant = one});
    }
    if (!m_file.isEmpty()) {
        const QString name = Base::plainLine(m_file, longestName);
        all.append({.text = tr("File %1").arg(shownIdentifier(this, name)), .kind = Kind::File});
    }
    return all;
}

QString SideChoice::tenantText(const KnownTenant &tenant) const
{
    const QString name = Base::plainLine(tenantName(tenant), longestName);
    const QString shown = tenant.isProduction() ? shownIdentifier(this, name)
                                                : shownText(this, name);
    return isListWhole(tenant) ? tr("%1, now").arg(shown) : tr("%1, incomplete").arg(shown);
}

void SideChoice::openFile()
{
    auto *dialog = new QFileDialog(this, tr("Open snapshot"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Snapshots (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &SideChoice::takeFile);
    dialog->open();
}

} // namespace Tenantscope::Ui
