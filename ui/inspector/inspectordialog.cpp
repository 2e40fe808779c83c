// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/inspector/inspectordialog.h"

#include "app/base/plaintext.h"
#include "app/jwt/decode.h"
#include "app/session/sentence.h"
#include "app/session/tenantbook.h"
#include "ui/inspector/claimspage.h"
#include "ui/ledger/ledgerpage.h"
#include "ui/scopes/scopespage.h"
#include "ui/shared/icons.h"
#include "ui/shared/line.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"
#include "ui/tenants/tenantwords.h"

#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>

#include <utility>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Session::KnownTenant;

namespace {

constexpr QSize usualSize(960, 640);
constexpr int sourceWidth = 24; // characters

} // namespace

InspectorDialog::InspectorDialog(
    Session::TenantBook &book, Session::TokenLedger &ledger, QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_source(new QComboBox(this))
    , m_note(new PlainLabel(PlainLabel::Style::Secondary, this))
    , m_pages(new QTabWidget(this))
    , m_claims(new ClaimsPage(book.services().clock, m_pages))
    , m_scopes(new ScopesPage(m_pages))
    , m_ledger(new LedgerPage(ledger, book.services().clock, m_pages))
{
    setWindowTitle(tr("Token inspector"));
    setAcceptDrops(true);
    layOut();
    resize(usualSize);
    connect(m_source, &QComboBox::activated, this, &InspectorDialog::chooseSource);
    connect(m_claims, &ClaimsPage::verifyRequested, this, &InspectorDialog::verify);
    connectBook();
    refresh();
}

void InspectorDialog::showPage(Page page)
{
    m_pages->setCurrentIndex(int(page));
    switch (page) {
    case Page::Claims:
        return m_claims->focusTable();
    case Page::Scopes:
        return m_scopes->focusSearch();
    case Page::CopiedTokens:
        return m_ledger->focusTable();
    }
}

void InspectorDialog::showTenant(KnownTenant &tenant)
{
    m_tenant = &tenant;
    m_note->setText({});
    refresh();
}

void InspectorDialog::paste()
{
    QString text = QGuiApplication::clipboard()->text();
    QByteArray bytes = text.toUtf8();
    Base::wipe(text);
    take(bytes);
    Base::wipe(bytes);
}

void InspectorDialog::take(QByteArrayView text)
{
    std::optional<Jwt::FoundToken> found = Jwt::findToken(text);
    if (!found) {
        m_note->setText(
            text.size() > Jwt::largestToken ? tr("That text is too long for a token.")
                                            : tr("There is no token in that text."));
        return;
    }
    m_note->setText({});
    m_pasted = std::move(found);
    m_tenant = nullptr;
    refresh();
}

void InspectorDialog::done(int result)
{
    m_pasted.reset();
    m_note->setText({});
    refresh();
    QDialog::done(result);
}

void InspectorDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste))
        return paste();
    QDialog::keyPressEvent(event);
}

void InspectorDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasText())
        return;
    event->setDropAction(Qt::CopyAction); // or the program it comes from would lose it
    event->accept();
}

void InspectorDialog::dropEvent(QDropEvent *event)
{
    QString text = event->mimeData()->text();
    QByteArray bytes = text.toUtf8();
    Base::wipe(text);
    take(bytes);
    Base::wipe(bytes);
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

bool InspectorDialog::event(QEvent *event)
{
    if (event->type() == Presentation::changeEvent)
        fillSources();
    return QDialog::event(event);
}

QWidget *InspectorDialog::createSource()
{
    auto *bar = new QWidget(this);
    auto *label = new PlainLabel(tr("Token of"), PlainLabel::Style::Base, bar);
    label->setBuddy(m_source);
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_source->setMinimumContentsLength(sourceWidth);
    auto *paste = new QPushButton(tr("Paste a token"), bar);
    paste->setAutoDefault(false);
    setPlainToolTip(
        paste,
        tr("Takes a token, an Authorization header or a curl command off the clipboard; it is sent nowhere"));
    connect(paste, &QPushButton::clicked, this, &InspectorDialog::paste);
    m_note->setElideMode(Qt::ElideRight);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_source);
    layout->addWidget(paste);
    layout->addWidget(m_note, 1);
    return bar;
}

void InspectorDialog::layOut()
{
    m_pages->setDocumentMode(true);
    m_pages->setFocusPolicy(
        Qt::NoFocus); // its tabs take it; around them it has neither use nor name
    m_pages->addTab(m_claims, tr("Claims"));
    m_pages->addTab(m_scopes, tr("Scopes"));
    m_pages->addTab(m_ledger, tr("Copied tokens"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createSource());
    layout->addWidget(m_pages, 1);
}

void InspectorDialog::connectBook()
{
    connect(&m_book, &Session::TenantBook::tenantsChanged, this, [this] {
        for (KnownTenant *tenant : m_book.tenants())
            followTenant(*tenant);
        refresh();
    });
    connect(&m_book, &Session::TenantBook::tenantGone, this, [this](KnownTenant *gone) {
        if (m_token && m_token->tenant == gone)
            m_token.reset();
        if (m_tenant == gone)
            m_tenant = nullptr;
        gone->session().disconnect(this);
        QMetaObject::invokeMethod(this, &InspectorDialog::refresh, Qt::QueuedConnection);
    });
    for (KnownTenant *tenant : m_book.tenants())
        followTenant(*tenant);
}

void InspectorDialog::followTenant(KnownTenant &tenant)
{
    connect(
        &tenant.session(), &Session::TenantSession::tokenStateChanged, this,
        &InspectorDialog::refresh, Qt::UniqueConnection);
    // A session that leaves its tenant forgets what it was to check.
    disconnect(&tenant.session(), &Session::TenantSession::signedInChanged, this, nullptr);
    connect(
        &tenant.session(), &Session::TenantSession::signedInChanged, this,
        [this, known = &tenant] { endVerifying(*known); });
}

void InspectorDialog::endVerifying(const KnownTenant &tenant)
{
    if (m_token && m_token->tenant == &tenant && std::exchange(m_isVerifying, false))
        m_claims->setDecoded();
}

void InspectorDialog::fillSources()
{
    QList<std::pair<QString, KnownTenant *>> sources;
    const QList<KnownTenant *> tenants = m_book.tenants();
    for (KnownTenant *tenant : tenants) {
        const bool hasToken = OAuth::tokenOf(tenant->session().tokenState());
        if (hasToken || tenant == m_tenant)
            sources.append({shownText(this, Base::plainLine(tenantName(*tenant))), tenant});
    }
    if (m_pasted)
        sources.append({tr("Pasted token"), nullptr});
    if (sources != m_sources) { // an open list stays as it is while tokens are just renewed
        m_sources = sources;
        m_source->clear();
        for (const auto &[text, tenant] : std::as_const(sources))
            m_source->addItem(text, QVariant::fromValue(tenant));
    }
    m_source->setCurrentIndex(m_source->findData(QVariant::fromValue(m_tenant)));
    m_source->setEnabled(m_source->count() > 0);
}

void InspectorDialog::chooseSource(int index)
{
    m_tenant = m_source->itemData(index).value<KnownTenant *>();
    refresh();
}

void InspectorDialog::refresh()
{
    fillSources();
    const std::optional<InspectedToken> now = chosen();
    if (now != m_token || !now) {
        m_isVerifying = m_isVerifying && m_token && now && m_token->value == now->value;
        m_token = now;
        showToken();
    }
    showOthers();
}

std::optional<InspectedToken> InspectorDialog::chosen() const
{
    if (m_tenant)
        return inspectOwn(*m_tenant);
    return m_pasted ? std::optional(inspectPasted(*m_pasted, m_book)) : std::nullopt;
}

void InspectorDialog::showToken()
{
    Presentation::markProduction(
        *m_pages, m_token && m_token->tenant && m_token->tenant->isProduction());
    Presentation::setLocalNames(
        *m_pages, m_token ? QStringList{m_token->application} : QStringList());
    m_claims->setToken(
        m_token,
        m_token && m_token->tenant ? m_token->tenant->session().http().clockSkew() : std::nullopt);
    if (m_token)
        m_scopes->show(m_token->scopes, m_token->whose);
    else
        m_scopes->clear();
}

void InspectorDialog::showOthers()
{
    QList<NamedScopes> others;
    const QList<KnownTenant *> tenants = m_book.tenants();
    for (KnownTenant *tenant : tenants) {
        const OAuth::AccessToken *token = OAuth::tokenOf(tenant->session().tokenState());
        if (token && tenant != m_tenant)
            others.append(
                {.name = Base::plainLine(tenantName(*tenant)),
                 .scopes = token->scopes,
                 .isProduction = tenant->isProduction()});
    }
    if (m_pasted && m_tenant) {
        const InspectedToken pasted = inspectPasted(*m_pasted, m_book);
        others.append({.name = pasted.whose, .scopes = pasted.scopes});
    }
    m_scopes->setOthers(others);
}

void InspectorDialog::verify()
{
    if (!m_token || !m_token->tenant)
        return;
    m_isVerifying = true;
    m_claims->setVerifying();
    const QString audience = m_token->isOwn ? m_token->tenant->session().audience() : QString();
    m_token->tenant->session().verify(
        m_token->value, m_token->tenant->domain(), audience, m_claims,
        [this, asked = m_token->value](const Base::Result<Jwt::Verdict> &verdict) {
            if (!m_token || m_token->value != asked)
                return; // another one is looked at by now
            m_isVerifying = false;
            if (verdict)
                m_claims->setVerdict(*verdict);
            else
                m_claims->setTrouble(
                    Session::describe(verdict.error(), Session::Doing::FetchingKeys).line());
        });
}

} // namespace Tenantscope::Ui
