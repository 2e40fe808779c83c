// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/mainwindow.h"

#include "app/session/tenantbook.h"
#include "ui/applications/applicationspane.h"
#include "ui/shared/colors.h"
#include "ui/shared/emptylook.h"
#include "ui/shared/icons.h"
#include "ui/shared/passwordevents.h"
#include "ui/shared/presentation.h"
#include "ui/shared/splitter.h"
#include "ui/tenants/tenantspane.h"
#include "ui/token/tokenpane.h"
#include "ui/window/idlelock.h"
#include "ui/window/noticebar.h"
#include "ui/window/notifier.h"
#include "ui/window/screenlock.h"
#include "ui/window/statusline.h"
#include "ui/window/systemscheme.h"
#include "ui/window/tenantview.h"
#include "ui/window/theme.h"
#include "ui/window/tokennotices.h"
#include "ui/window/windowstate.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Session::KnownTenant;

namespace {

constexpr QSize usualSize(1280, 800);
constexpr QSize smallestSize(760, 520);
constexpr int tenantsWidth = 220;

constexpr QLatin1StringView geometryKey = "window/geometry"_L1;
constexpr QLatin1StringView tenantsKey = "window/tenants"_L1;
constexpr QLatin1StringView tenantsShownKey = "window/tenantsShown"_L1;
constexpr QLatin1StringView detailsKey = "applications/details"_L1;
constexpr QLatin1StringView requestLogKey = "window/requestLog"_L1;
constexpr QLatin1StringView themeKey = "theme/choice"_L1;
constexpr QLatin1StringView systemSchemeKey = "theme/lastSystemScheme"_L1;
constexpr QLatin1StringView textStepKey = "theme/textStep"_L1;

} // namespace

MainWindow::MainWindow(Session::TenantBook &book, Theme &theme, WindowState &state, QWidget *parent)
    : QMainWindow(parent)
    , m_book(book)
    , m_theme(theme)
    , m_state(state)
    , m_settings(state.settings())
    , m_clipboard(book.services().clock)
    , m_ledger(book.services().clock)
    , m_presentation(new Presentation(*this))
    , m_systemScheme(new SystemScheme(this))
    , m_screenLock(new ScreenLock(this))
    , m_idleLock(new IdleLock(book.services().clock, this))
    , m_tokenNotices(new TokenNotices(book, this))
    , m_notifier(new Notifier(this))
    , m_actions(new WindowActions(this))
{
    maskPasswordEvents();
    createPanes();
    m_actions->fillMenus(*menuBar());
    connectActions();
    connectTenantActions();
    connectViewActions();
    connectInsight();
    connectTheme();
    connectLocks();
    connectSettings();
    restoreState();
    KnownTenant *last = m_book.find(m_state.settings().value(lastTenantKey).toString());
    showTenant(last ? *last : firstTenant());
    connectParts();
    connectNotices();
    followTenants();
    if (m_view->isTenantShown())
        m_tenants->focusList();
    else
        m_view->focusMain();
}

MainWindow::~MainWindow()
{
    m_book.disconnect(this);
    delete m_insight;
    delete m_inspector;
    delete takeCentralWidget(); // the panes, while what they refer to is still there
}

void MainWindow::restoreTheme(Theme &theme, const WindowState &state)
{
    const QSettings &settings = state.settings();
    const int choice = settings.value(themeKey).toInt();
    if (choice >= 0 && choice <= int(Theme::Choice::Dark))
        theme.setChoice(Theme::Choice(choice));
    if (const QString last = settings.value(systemSchemeKey).toString(); !last.isEmpty())
        theme.setSystemScheme(last == u"dark" ? ColorScheme::Dark : ColorScheme::Light);
    theme.setTextStep(settings.value(textStepKey).toInt());
}

void MainWindow::fillForm(const SignInValues &values)
{
    if (tenant().kind() != KnownTenant::Kind::Unsaved || m_view->session().isSignedIn())
        showTenant(m_book.addUnsaved());
    m_view->fillForm(values);
}

void MainWindow::openDemo()
{
    if (m_book.hasDemo())
        openTenant(m_book.demo());
}

void MainWindow::openTenant(KnownTenant &tenant)
{
    const bool canOpen = tenant.hasSecret() || tenant.kind() == KnownTenant::Kind::Saved;
    if (!tenant.session().isSignedIn() && !tenant.isWaiting() && canOpen)
        tenant.open(); // without a secret it says so
    showTenant(tenant);
    m_view->focusMain();
}

void MainWindow::showError(const Base::Error &error)
{
    if (m_view->isTenantShown())
        tell(error);
    else
        m_view->showError(error);
}

void MainWindow::tellDamage(const QString &file)
{
    m_notice->tell(
        tr("The saved tenants could not all be read; the damaged file is kept as %1").arg(file));
}

KnownTenant &MainWindow::tenant() const
{
    return m_view->tenant();
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(
            m_isPainted, true)) // by a timer: it comes after all that is already on its way
        QTimer::singleShot(0, this, &MainWindow::startLateWork);
}

void MainWindow::startLateWork()
{
    m_view->prepare();
    m_book.setReady();
    setWindowIcon(QIcon(iconPixmap(u"telescope"_s, QSizeF(64, 64), 1, colorsOf(palette()).focus)));
    m_systemScheme->start();
    m_screenLock->start();
    m_notifier->start();
    m_network.start();
    if (tenant().kind() != KnownTenant::Kind::Demo) // which is not spoken to in TLS
        Session::TenantSession::warmUp();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_isClosing) {
        saveState();
        m_clipboard.clearNow();
    }
    m_book.endRemoval();
    if (!m_book.isBusy()) {
        event->accept();
        if (m_isClosing) // a hidden window's end ends nothing by itself
            QCoreApplication::quit();
        return;
    }
    // The keychain still has to take or to drop a secret: out of sight.
    event->ignore();
    if (std::exchange(m_isClosing, true))
        return;
    hide();
    connect(&m_book, &Session::TenantBook::settled, this, &QWidget::close);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange)
        m_actions->fullScreen->setChecked(isFullScreen());
    QMainWindow::changeEvent(event);
}

void MainWindow::createPanes()
{
    m_stack = new QStackedWidget;
    m_notice = new NoticeBar(m_actions->undoRemoval);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);

    m_tenants = new TenantsPane(
        m_book, m_actions->addTenant,
        {m_actions->editCredentials, m_actions->duplicateTenant, m_actions->removeTenant,
         m_actions->moveTenantUp, m_actions->moveTenantDown, m_actions->forgetToken});
    m_splitter = new Splitter(Qt::Horizontal);
    m_splitter->addWidget(m_tenants);
    m_splitter->addWidget(content);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setCollapsible(1, false);
    m_splitter->setSizes({tenantsWidth, usualSize.width() - tenantsWidth});

    m_lockedLook = new EmptyLook(
        u"lock"_s, tr("Tenantscope is locked. Tokens and secrets have left its memory."));
    m_lockedLook->setActions({m_actions->unlock});
    m_faces = new QStackedWidget(this);
    m_faces->addWidget(m_splitter);
    m_faces->addWidget(m_lockedLook);
    setCentralWidget(m_faces);
    m_statusLine = new StatusLine(
        m_book.services().clock, m_clipboard, m_network, m_actions->clearClipboard, this);
    setStatusBar(m_statusLine);
}

void MainWindow::connectParts()
{
    connect(m_tenants, &TenantsPane::chosen, this, [this](KnownTenant *one) { showTenant(*one); });
    connect(m_tenants, &TenantsPane::openRequested, this, [this](KnownTenant *one) {
        openTenant(*one);
    });
    connect(&m_book, &Session::TenantBook::tenantsChanged, this, &MainWindow::followTenants);
    connect(&m_book, &Session::TenantBook::tenantGone, this, &MainWindow::forgetTenant);
    connect(&m_book, &Session::TenantBook::removalChanged, this, &MainWindow::followRemoval);
    connect(&m_book, &Session::TenantBook::removalFailed, this, &MainWindow::tell);
    connect(m_presentation, &Presentation::changed, this, [this] {
        followTenants();
        followView();
    });
    connect(&m_clipboard, &SecretClipboard::changed, this, &MainWindow::updateActions);
    connect(&m_network, &NetworkState::changed, this, [this] {
        for (TenantView *view : std::as_const(m_views))
            view->setOffline(m_network.isOnline() == false);
    });
}

void MainWindow::connectTheme()
{
    connect(
        m_systemScheme, &SystemScheme::schemeTold, this,
        [this](std::optional<ColorScheme> scheme) { m_theme.setSystemScheme(scheme); });
    connect(m_actions->themes, &QActionGroup::triggered, this, [this](QAction *action) {
        m_theme.setChoice(Theme::Choice(action->data().toInt()));
    });
    const QList<QAction *> themes = m_actions->themes->actions();
    for (QAction *action : themes)
        action->setChecked(action->data().toInt() == int(m_theme.choice()));
}

void MainWindow::restoreState()
{
    const QSettings &settings = m_state.settings();
    setMinimumSize(smallestSize);
    if (!restoreGeometry(settings.value(geometryKey).toByteArray()))
        resize(usualSize.boundedTo(screen()->availableSize()));
    m_splitter->restoreState(settings.value(tenantsKey).toByteArray());
    m_actions->tenantList->setChecked(settings.value(tenantsShownKey, true).toBool());
    m_actions->details->setChecked(settings.value(detailsKey).toBool());
    m_actions->requestLog->setChecked(settings.value(requestLogKey).toBool());
    if (!m_state.setAside().isEmpty())
        m_statusLine->showMessage(tr("The window's saved state could not be read; it is kept as %1")
                                      .arg(m_state.setAside()));
}

void MainWindow::saveState()
{
    QSettings &settings = m_state.settings();
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(tenantsKey, m_splitter->saveState());
    settings.setValue(tenantsShownKey, m_actions->tenantList->isChecked());
    if (tenant().kind() == KnownTenant::Kind::Saved)
        settings.setValue(lastTenantKey, tenant().profile().name);
    settings.setValue(detailsKey, m_actions->details->isChecked());
    settings.setValue(requestLogKey, m_actions->requestLog->isChecked());
    settings.setValue(themeKey, int(m_theme.choice()));
    settings.setValue(textStepKey, m_theme.textStep());
    if (const auto scheme = m_theme.systemScheme())
        settings.setValue(systemSchemeKey, *scheme == ColorScheme::Dark ? u"dark"_s : u"light"_s);
    else
        settings.remove(systemSchemeKey);
    m_view->saveState(settings);
    settings.sync();
}

} // namespace Tenantscope::Ui
