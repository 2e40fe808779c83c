// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantbook.h"
#include "ui/shared/presentation.h"
#include "ui/window/mainwindow.h"
#include "ui/window/noticewords.h"
#include "ui/window/notifier.h"
#include "ui/window/tokennotices.h"

#include <QApplication>

// What the window tells when nobody looks at it.
namespace Tenantscope::Ui {

using Session::KnownTenant;

void MainWindow::connectNotices()
{
    connect(m_tokenNotices, &TokenNotices::told, this, &MainWindow::notify);
    connect(m_tokenNotices, &TokenNotices::unseenChanged, this, &MainWindow::updateTitle);
    connect(m_tokenNotices, &TokenNotices::ended, m_notifier, [this](const KnownTenant *tenant) {
        m_notifier->close(tenant);
    });
    connect(m_notifier, &Notifier::activated, this, &MainWindow::showNoticed);
    connect(m_presentation, &Presentation::changed, m_notifier, [this] {
        if (m_presentation->isOn())
            m_notifier->closeAll(); // they name what is masked from now on
    });
    const auto attend = [this](Qt::ApplicationState state) {
        m_tokenNotices->setAttended(state == Qt::ApplicationActive);
    };
    connect(qApp, &QGuiApplication::applicationStateChanged, m_tokenNotices, attend);
    attend(QGuiApplication::applicationState());
}

void MainWindow::notify(const TokenNotice &notice)
{
    if (m_isClosing)
        return;
    const NoticeWords words = noticeWords(notice, this);
    m_notifier->show(notice.tenant, {.summary = words.summary, .body = words.body});
}

/// Brings the window to the front, on the tenant that the notification was about.
void MainWindow::showNoticed(const void *subject)
{
    if (m_isClosing)
        return;
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    const QList<KnownTenant *> tenants = m_book.tenants();
    for (KnownTenant *tenant : tenants) {
        if (tenant == subject && !m_isLocked)
            return showTenant(*tenant);
    }
}

} // namespace Tenantscope::Ui
