// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <memory>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
QT_END_NAMESPACE

namespace Tenantscope::Cli {

/// Turns SIGINT, SIGTERM and SIGHUP into a Qt signal. The first of them is reported; a second one of the same
/// kind ends the process at once. SIGPIPE is ignored: writing fails with EPIPE instead. One at a time.
class SignalWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override; ///< the default actions are back

    /// Readable as soon as a signal came, for whoever must block: poll() it beside what is waited for.
    [[nodiscard]] int descriptor() const { return m_readEnd; }

Q_SIGNALS:
    void received(int signal);

private:
    void report();

    int m_readEnd = -1;
    int m_writeEnd = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace Tenantscope::Cli
