// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/mainwindow.h"

#include "app/session/tenantsession.h"
#include "ui/applications/applicationspane.h"
#include "ui/requests/requestspane.h"
#include "ui/shared/colors.h"
#include "ui/shared/icons.h"
#include "ui/shared/line.h"
#include "ui/shared/splitter.h"
#include "ui/signin/signinpane.h"
#include "ui/token/tokenpane.h"
#include "ui/window/statusline.h"
#include "ui/window/systemscheme.h"
#include "ui/window/theme.h"
#include "ui/window/windowstate.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QMenuBar>
#include <QPointer>
#include <QScreen>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usualSize(1280, 800);
constexpr QSize smallestSize(760, 520);

constexpr QLatin1StringView geometryKey = "window/geometry"_L1;
constexpr QLatin1StringView splitterKey = "window/splitter"_L1;
constexpr QLatin1StringView requestLogKey = "window/requestLog"_L1;
constexpr QLatin1StringView themeKey = "theme/choice"_L1;
constexpr QLatin1StringView systemSchemeKey = "theme/lastSystemScheme"_L1;
constexpr QLatin1StringView textStepKey = "theme/textStep"_L1;

} // namespace

MainWindow::MainWindow(
    Session::TenantSession &session, Theme &theme, WindowState &state, CredentialsSource demo,
    QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_theme(theme)
    , m_state(state)
    , m_demo(std::move(demo))
    , m_clipboard(session.clock())
    , m_systemScheme(new SystemScheme(this))
    , m_actions(new WindowActions(this))
{
    createPanes();
    m_actions->fillMenus(*menuBar());
    connectActions();
    connectViewActions();
    connectPanes();
    connectTheme();
    restoreState();
    showPage(m_signIn);
    followSession();
}

MainWindow::~MainWindow()
{
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
    m_signIn->fill(values);
    m_signIn->edit(Session::Remedy::None);
}

void MainWindow::openDemo()
{
    if (m_demo)
        openTenant({.source = m_demo, .isDemo = true}, tr("Starting the demo tenant…"));
}

void MainWindow::openProfile(const SignInValues &values, CredentialsSource keychain)
{
    openTenant({.source = std::move(keychain), .values = values}, tr("Waiting for your keychain…"));
}

void MainWindow::showError(const Base::Error &error)
{
    m_signIn->showError(error);
}

void MainWindow::tellDamage(const QString &file)
{
    m_statusLine->showMessage(
        tr("The saved tenants could not all be read; the damaged file is kept as %1").arg(file));
}

void MainWindow::openTenant(Opening opening, const QString &waitingText)
{
    if (m_opening)
        return;
    m_token->setDemo(opening.isDemo);
    m_opening = std::move(opening);
    ++m_openings;
    m_token->setWaiting(waitingText, m_opening->values.domain);
    showPage(m_tenantPage);
    if (m_isPainted)
        startOpening();
}

void MainWindow::startOpening()
{
    const QPointer<MainWindow> self(this);
    m_opening->source(
        [self, number = m_openings](const Base::Result<Tenant::Credentials> &credentials) {
            if (self && self->m_opening && self->m_openings == number) // not given up meanwhile
                self->endOpening(credentials);
        });
}

void MainWindow::endOpening(const Base::Result<Tenant::Credentials> &credentials)
{
    const Opening opening = *std::exchange(m_opening, std::nullopt);
    m_token->setWaiting({});
    if (credentials)
        return signIn(*credentials, opening.isDemo);
    m_token->setDemo(m_isDemo);
    followSession();
    showPage(m_signIn);
    if (!opening.isDemo)
        fillForm(opening.values);
    if (credentials.error().kind != Base::ErrorKind::Cancelled)
        showError(credentials.error());
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
    if (m_opening)
        startOpening();
    setWindowIcon(QIcon(iconPixmap(u"telescope"_s, QSizeF(64, 64), 1, colorsOf(palette()).focus)));
    m_systemScheme->start();
    m_network.start();
    if (!m_isDemo && !(m_opening && m_opening->isDemo)) // which is not spoken to in TLS
        Session::TenantSession::warmUp();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveState();
    m_clipboard.clearNow();
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange)
        m_actions->fullScreen->setChecked(isFullScreen());
    QMainWindow::changeEvent(event);
}

void MainWindow::createPanes()
{
    m_signIn = new SignInPane(m_session, m_demo ? m_actions->openDemo : nullptr);
    m_token = new TokenPane(
        m_session, m_clipboard,
        {.renew = m_actions->renewToken,
         .copy = m_actions->copyToken,
         .reveal = m_actions->revealToken,
         .cancel = m_actions->cancelToken});
    m_applications = new ApplicationsPane(
        m_session,
        {.reload = m_actions->reload,
         .stop = m_actions->stop,
         .resume = m_actions->resume,
         .toggleDetails = m_actions->details});
    m_requests = new RequestsPane(m_session);
    m_requests->hide();
    m_splitter = new Splitter(Qt::Vertical);
    m_splitter->addWidget(m_applications);
    m_splitter->addWidget(m_requests);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({320, 280}); // a request's details can be read without dragging

    m_tenantPage = new QWidget;
    auto *layout = new QVBoxLayout(m_tenantPage);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_token);
    layout->addWidget(new Line(Qt::Horizontal, m_tenantPage));
    layout->addWidget(m_splitter, 1);

    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_signIn);
    m_pages->addWidget(m_tenantPage);
    setCentralWidget(m_pages);
    m_statusLine = new StatusLine(
        m_session, m_clipboard, m_network, m_actions->clearClipboard, this);
    setStatusBar(m_statusLine);
}

void MainWindow::connectPanes()
{
    connect(
        m_signIn, &SignInPane::credentialsEntered, this,
        [this](const Tenant::Credentials &credentials) { signIn(credentials, false); });
    connect(m_signIn, &SignInPane::cancelRequested, this, [this] { m_session.cancelToken(); });
    connect(m_signIn, &SignInPane::leaveRequested, this, [this] { showPage(m_tenantPage); });
    connect(m_token, &TokenPane::remedyChosen, this, &MainWindow::carryOut);
    connect(m_applications, &ApplicationsPane::editCredentialsRequested, this, [this] {
        editCredentials(Session::Remedy::None);
    });
    connect(m_applications, &ApplicationsPane::newTokenRequested, this, [this] {
        m_session.renewToken();
    });
    connect(m_applications, &ApplicationsPane::countTextChanged, this, &MainWindow::showCount);
    connect(
        m_applications, &ApplicationsPane::detailsVisibleChanged, m_actions->details,
        &QAction::setChecked);

    connect(&m_session, &Session::TenantSession::signedInChanged, this, &MainWindow::followSession);
    connect(
        &m_session, &Session::TenantSession::tokenStateChanged, this, &MainWindow::followSession);
    connect(
        &m_session.applications(), &Applications::ApplicationList::stateChanged, this,
        &MainWindow::updateActions);
    connect(&m_clipboard, &SecretClipboard::changed, this, &MainWindow::updateActions);
    connect(&m_network, &NetworkState::changed, this, [this] {
        m_token->setOffline(m_network.isOnline() == false);
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
    m_splitter->restoreState(settings.value(splitterKey).toByteArray());
    m_actions->requestLog->setChecked(settings.value(requestLogKey).toBool());
    m_applications->restoreState(settings);
    m_requests->restoreState(settings);
    m_actions->details->setChecked(m_applications->areDetailsVisible());
    if (!m_state.setAside().isEmpty())
        m_statusLine->showMessage(tr("The window's saved state could not be read; it is kept as %1")
                                      .arg(m_state.setAside()));
}

void MainWindow::saveState()
{
    QSettings &settings = m_state.settings();
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(splitterKey, m_splitter->saveState());
    settings.setValue(requestLogKey, m_actions->requestLog->isChecked());
    settings.setValue(themeKey, int(m_theme.choice()));
    settings.setValue(textStepKey, m_theme.textStep());
    if (const auto scheme = m_theme.systemScheme())
        settings.setValue(systemSchemeKey, *scheme == ColorScheme::Dark ? u"dark"_s : u"light"_s);
    else
        settings.remove(systemSchemeKey);
    m_applications->saveState(settings);
    m_requests->saveState(settings);
    settings.sync();
}

} // namespace Tenantscope::Ui
