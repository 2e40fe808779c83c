// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantbook.h"
#include "ui/applications/applicationspane.h"
#include "ui/shared/closedialogs.h"
#include "ui/shared/emptylook.h"
#include "ui/shared/presentation.h"
#include "ui/tenants/tenantspane.h"
#include "ui/tenants/tenantwords.h"
#include "ui/token/tokenpane.h"
#include "ui/window/mainwindow.h"
#include "ui/window/noticebar.h"
#include "ui/window/statusline.h"
#include "ui/window/tenantview.h"
#include "ui/window/windowstate.h"

#include <QDir>
#include <QFileDialog>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

// How the window goes from tenant to tenant, adds and removes them, and locks them all.
namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Session::KnownTenant;

void MainWindow::showTenant(KnownTenant &tenant)
{
    if (m_view && &m_view->tenant() == &tenant)
        return;
    leaveView(); // first, so that a new view looks as the last one did
    m_view = &viewOf(tenant);
    m_view->setDetailsVisible(m_actions->details->isChecked());
    m_view->setRequestsVisible(m_actions->requestLog->isChecked());
    m_stack->setCurrentWidget(m_view);
    m_tenants->setCurrent(&tenant);
    m_statusLine->follow(&m_view->session());
    followView();
    // Last: it may delete the tenant that was shown before.
    const QList<KnownTenant *> all = m_book.tenants();
    for (KnownTenant *other : all) {
        const bool isEmpty = other->kind() == KnownTenant::Kind::Unsaved
            && other->domain().isEmpty() && !m_book.isSaving(*other);
        if (isEmpty && other != &tenant)
            m_book.drop(*other);
    }
}

/// Nothing of a tenant stays on display, or is handed on, when another one is looked at.
void MainWindow::leaveView()
{
    if (!m_view)
        return;
    closeDialog(m_insight);
    m_actions->revealToken->setChecked(false);
    m_notice->end(NoticeBar::Offer::Nothing); // what it said was of that tenant
    m_view->leave();
    m_view->saveState(m_state.settings());
}

TenantView &MainWindow::viewOf(KnownTenant &tenant)
{
    if (TenantView *known = m_views.value(&tenant))
        return *known;
    auto *view = new TenantView(
        m_book, tenant,
        {.clipboard = m_clipboard,
         .consent = m_consent,
         .settings = m_settings,
         .state = m_state.settings(),
         .ledger = m_ledger,
         .actions = *m_actions});
    view->setOffline(m_network.isOnline() == false);
    m_views.insert(&tenant, view);
    m_stack->addWidget(view);
    connect(view, &TenantView::changed, this, [this, view] {
        if (view == m_view)
            followView();
    });
    connect(view, &TenantView::noted, this, [this](const QString &text) { m_notice->tell(text); });
    connect(view, &TenantView::ledgerRequested, this, &MainWindow::showCopiedTokens);
    connect(view, &TenantView::newTenantRequested, this, &MainWindow::addTenant);
    connect(view, &TenantView::detailsVisibleChanged, this, [this, view](bool visible) {
        if (view == m_view)
            m_actions->details->setChecked(visible);
    });
    connect(&tenant, &KnownTenant::changed, this, [this, known = &tenant] {
        const bool isDemoGone = known->kind() == KnownTenant::Kind::Demo && known->failure()
            && !known->isWaiting();
        if (isDemoGone) // not from within its own signal
            QMetaObject::invokeMethod(
                known, [this, known] { giveUpDemo(*known); }, Qt::QueuedConnection);
    });
    return *view;
}

void MainWindow::giveUpDemo(KnownTenant &demo)
{
    if (!demo.failure())
        return;
    const Base::Error why = *demo.failure();
    if (&tenant() == &demo)
        showTenant(m_book.addUnsaved());
    m_book.drop(demo);
    if (why.kind != Base::ErrorKind::Cancelled)
        showError(why);
}

KnownTenant &MainWindow::firstTenant() const
{
    const QList<KnownTenant *> all = m_book.tenants();
    for (KnownTenant *one : all) {
        if (!m_view || one != &m_view->tenant())
            return *one;
    }
    return m_book.addUnsaved();
}

void MainWindow::forgetTenant(KnownTenant *gone)
{
    if (m_view && &m_view->tenant() == gone)
        showTenant(firstTenant());
    if (TenantView *view = m_views.take(gone)) {
        closeDialogs(*view);
        delete view;
    }
    if (gone->kind() == KnownTenant::Kind::Saved) // last: what was shown has been kept once more
        forgetStateOf(*gone);
}

/// At once, as the profile goes: nobody may be here any more when the removal can no longer be undone.
void MainWindow::forgetStateOf(const KnownTenant &removed)
{
    const QString group = stateGroup(removed);
    const QList<KnownTenant *> others = m_book.tenants();
    const bool isShared = std::ranges::any_of(others, [&group, &removed](const KnownTenant *other) {
        return other != &removed && stateGroup(*other) == group; // a duplicate's
    });
    m_removedState.forget();
    if (!isShared)
        m_removedState.take(m_state.settings(), group);
    if (m_state.settings().value(lastTenantKey).toString() == removed.profile().name)
        m_state.settings().remove(lastTenantKey);
}

void MainWindow::followTenants()
{
    updatePresentation();
    const QList<KnownTenant *> all = m_book.tenants();
    const bool isWorthShowing = all.size() > 1
        || (all.size() == 1 && all.constFirst()->kind() == KnownTenant::Kind::Saved);
    m_tenants->setVisible(isWorthShowing && m_actions->tenantList->isChecked());
    for (qsizetype i = 0; i < m_actions->tenants.size(); ++i) {
        QAction *action = m_actions->tenants[i];
        action->setVisible(i < all.size());
        action->setText(
            i < all.size() && !m_isLocked ? tr("&%1 %2").arg(i + 1).arg(
                shownText(this, tenantName(*all[i])).replace(u'&', QStringLiteral("&&")))
                                          : tr("Tenant &%1").arg(i + 1));
    }
    m_tenants->setCurrent(m_view ? &m_view->tenant() : nullptr);
    updateActions();
}

void MainWindow::followRemoval()
{
    if (const QString name = m_book.removedName(); !name.isEmpty()) {
        m_notice->tell(
            tr("“%1” is removed. Its secret leaves the system's keychain in 10 s.").arg(name),
            NoticeBar::Offer::Undo);
    } else {
        m_removedState.forget();
        m_notice->end(NoticeBar::Offer::Undo);
    }
    updateActions();
}

void MainWindow::addTenant()
{
    KnownTenant &added = m_book.addUnsaved();
    showTenant(added);
    m_view->fillForm({});
    m_view->offerSaving();
}

void MainWindow::duplicateTenant()
{
    const Base::Result<KnownTenant *> copy = m_book.duplicate(tenant());
    if (!copy)
        return tell(copy.error());
    showTenant(**copy);
    m_view->edit(Session::Remedy::None);
}

void MainWindow::removeTenant()
{
    m_clipboard.clearNow();
    KnownTenant &one = tenant();
    if (one.kind() == KnownTenant::Kind::Unsaved)
        return m_book.drop(one); // nothing of it is kept anywhere
    if (const auto removed = m_book.remove(one); !removed)
        tell(removed.error());
}

void MainWindow::undoRemoval()
{
    RemovedState state = std::exchange(
        m_removedState, {}); // forgotten once there is nothing to undo
    const Base::Result<KnownTenant *> back = m_book.undoRemoval();
    if (!back) {
        m_removedState = std::move(state);
        return tell(back.error());
    }
    state.putBack(m_state.settings());
    if (*back)
        showTenant(**back);
}

void MainWindow::moveTenant(int step)
{
    if (const auto moved = m_book.move(tenant(), step); !moved)
        tell(moved.error());
}

void MainWindow::signOut()
{
    m_clipboard.clearNow();
    KnownTenant &one = tenant();
    if (one.kind() != KnownTenant::Kind::Demo)
        return m_view->signOut();
    showTenant(m_book.addUnsaved());
    m_book.drop(one);
}

void MainWindow::exportTenants()
{
    auto *dialog = new QFileDialog(this, tr("Export tenants"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(u"tenants.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const auto written = Tenant::exportProfiles(m_book.store().profiles(), file);
        if (!written)
            return tell(written.error());
        m_notice->tell(tr("The saved tenants are in %1, without any secret.").arg(file));
    });
    dialog->open();
}

void MainWindow::tell(const Base::Error &error)
{
    m_notice->tell(Session::describe(error, Session::Doing::SigningIn).line());
}

} // namespace Tenantscope::Ui
