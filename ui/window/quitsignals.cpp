// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/quitsignals.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace Tenantscope::Ui {

namespace {

constexpr int watched[] = {SIGTERM, SIGINT, SIGHUP};

/// The pipe's writing end, for the handler: a signal knows no object.
volatile sig_atomic_t writingEnd = -1;

void wake(int)
{
    const int kept = errno;
    const char byte = 0;
    // A full pipe means that the news is on its way already.
    [[maybe_unused]] const ssize_t written = ::write(writingEnd, &byte, 1);
    errno = kept;
}

void handle(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : watched)
        ::sigaction(number, &action, nullptr);
}

} // namespace

QuitSignals::QuitSignals(QObject *parent)
    : QObject(parent)
{
    if (::pipe2(m_ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // then a signal ends the program at once, as it does without us
    m_notifier = std::make_unique<QSocketNotifier>(m_ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &QuitSignals::drain);
    writingEnd = m_ends[1];
    handle(wake);
}

QuitSignals::~QuitSignals()
{
    if (!m_notifier)
        return;
    handle(SIG_DFL);
    writingEnd = -1;
    m_notifier.reset();
    ::close(m_ends[0]);
    ::close(m_ends[1]);
}

void QuitSignals::drain()
{
    char bytes[16];
    while (::read(m_ends[0], bytes, sizeof bytes) > 0) {
    }
    Q_EMIT received();
}

} // namespace Tenantscope::Ui
