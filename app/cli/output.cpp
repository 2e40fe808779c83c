// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/output.h"

#include <QSocketNotifier>

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <utility>

namespace Tenantscope::Cli {

namespace {

constexpr qsizetype plenty = 256 * 1024;

bool isWritable(int descriptor)
{
    pollfd state = {.fd = descriptor, .events = POLLOUT, .revents = 0};
    // An error counts as writable: write() will tell which.
    return ::poll(&state, 1, 0) != 0;
}

} // namespace

Output::Output(int descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
{
}

Output::~Output() = default;

void Output::write(QByteArray bytes)
{
    if (m_failure || m_isCut || bytes.isEmpty())
        return;
    if (isEmpty()) {
        m_waiting = std::move(bytes);
        m_written = 0;
    } else {
        if (m_written > plenty)
            m_waiting.remove(0, std::exchange(m_written, 0));
        m_waiting += bytes;
    }
    if (!m_notifier || !m_notifier->isEnabled())
        writeSome();
}

void Output::cutShort()
{
    m_isCut = true;
    const qsizetype lineEnd = m_isWithinLine ? m_waiting.indexOf('\n', m_written) + 1 : m_written;
    if (lineEnd > 0 || !m_isWithinLine) // else the line under way is the last one, and has no end
        m_waiting.truncate(lineEnd);
}

void Output::close()
{
    if (!m_failure && isEmpty() && ::close(m_descriptor) != 0 && errno != EBADF)
        fail(errno);
}

bool Output::wantsMore() const
{
    return !m_failure && m_waiting.size() - m_written < plenty;
}

void Output::writeSome()
{
    while (!isEmpty()) {
        if (!isWritable(m_descriptor))
            return waitUntilWritable();
        // The descriptor is shared with other processes and so stays blocking. A pipe that polls writable has
        // room for PIPE_BUF bytes.
        const qsizetype piece = std::min<qsizetype>(m_waiting.size() - m_written, PIPE_BUF);
        const ssize_t count = ::write(
            m_descriptor, m_waiting.constData() + m_written, size_t(piece));
        if (count > 0) {
            m_written += count;
            m_isWithinLine = m_waiting.at(m_written - 1) != '\n';
        } else if (count == 0 || errno == EINTR || errno == EAGAIN)
            return waitUntilWritable(); // the event loop looks at the signal first
        else
            return fail(errno);
    }
    m_waiting.clear();
    m_written = 0;
}

void Output::waitUntilWritable()
{
    if (m_notifier) {
        m_notifier->setEnabled(true);
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        writeSome();
        if (isEmpty() && !m_failure)
            Q_EMIT hungry();
    });
}

void Output::fail(int code)
{
    m_failure = code;
    m_waiting.clear();
    m_written = 0;
    Q_EMIT failed();
}

bool writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), size_t(bytes.size()));
        if (count >= 0)
            bytes = bytes.sliced(count);
        else if (errno != EINTR)
            return false;
    }
    return true;
}

} // namespace Tenantscope::Cli
