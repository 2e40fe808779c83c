// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/progressline.h"

#include "app/base/plaintext.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"

namespace Tenantscope::Cli {

namespace {

/// To the line's start, and delete to its end (ECMA-48 EL).
constexpr char eraseLine[] = "\r\x1b[K";

} // namespace

ProgressLine::ProgressLine(int descriptor, Base::Clock &clock)
    : m_descriptor(descriptor)
    , m_clock(clock)
    , m_enabled(canRewriteLine(descriptor))
{
}

ProgressLine::~ProgressLine()
{
    clear();
}

void ProgressLine::show(const QString &text)
{
    if (!m_enabled)
        return;
    m_text = text;
    if (m_wake.isSet())
        return;
    const Base::Instant now = m_clock.now();
    if (!m_drawnAt || now - *m_drawnAt >= interval)
        draw();
    else
        m_wake = m_clock.wakeAt(*m_drawnAt + interval, [this] { draw(); });
}

void ProgressLine::clear()
{
    m_wake.cancel();
    m_text.clear();
    if (!m_drawn.isEmpty())
        writeAll(m_descriptor, eraseLine);
    m_drawn.clear();
}

void ProgressLine::draw()
{
    m_wake.cancel(); // one that has fired still counts as set
    m_drawnAt = m_clock.now();
    if (m_text == m_drawn)
        return;
    // One column stays free: writing into the last one wraps on some terminals.
    const int columns = terminalColumns(m_descriptor).value_or(80) - 1;
    const QByteArray line = eraseLine + fitted(Base::plainLine(m_text), columns).toUtf8();
    writeAll(m_descriptor, line);
    m_drawn = m_text;
}

} // namespace Tenantscope::Cli
