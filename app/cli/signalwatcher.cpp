// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/signalwatcher.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>

namespace Tenantscope::Cli {

namespace {

constexpr int watched[] = {SIGINT, SIGTERM, SIGHUP};

// A handler gets no argument of ours: this is the one way to tell it where to write.
std::atomic<int> handlersPipe{-1};

extern "C" void passOn(int signal)
{
    const int before = errno;
    const auto number = static_cast<unsigned char>(signal);
    [[maybe_unused]] const ssize_t count = ::write(handlersPipe.load(), &number, 1);
    errno = before;
}

void setAction(int signal, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = int(SA_RESETHAND); // and no SA_RESTART: a blocked write() must notice
    ::sigaction(signal, &action, nullptr);
}

} // namespace

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // out of descriptors: signals keep their default actions
    m_readEnd = ends[0];
    m_writeEnd = ends[1];
    handlersPipe = m_writeEnd;
    m_notifier = std::make_unique<QSocketNotifier>(m_readEnd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SignalWatcher::report);
    for (const int signal : watched)
        setAction(signal, passOn);
    ::signal(SIGPIPE, SIG_IGN);
}

SignalWatcher::~SignalWatcher()
{
    if (m_readEnd == -1)
        return;
    for (const int signal : watched)
        setAction(signal, SIG_DFL);
    handlersPipe = -1;
    m_notifier.reset();
    ::close(m_readEnd);
    ::close(m_writeEnd);
}

void SignalWatcher::report()
{
    unsigned char number = 0;
    while (::read(m_readEnd, &number, 1) == 1)
        Q_EMIT received(number);
}

} // namespace Tenantscope::Cli
