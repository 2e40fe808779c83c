// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDeadlineTimer>
#include <QObject>

#include <chrono>
#include <functional>

namespace Tenantscope::Ui {

/// Does a long work some of it in each turn of the event loop, so that the window never waits. Deleted before it has finished, it
/// leaves the rest undone.
class Turns final : public QObject
{
    Q_OBJECT

public:
    /// A turn ends after so long, a step later.
    static constexpr std::chrono::milliseconds length{8};
    /// Goes on for a millisecond at most; false: there is no more to do.
    using Step = std::function<bool()>;

    Turns(Step step, QObject *parent);

    /// The first turn is now.
    void start();

Q_SIGNALS:
    /// After the first turn and then ten times a second, for who shows how far it is; never after the last one.
    void progressed();
    void finished(); ///< once, perhaps within start()

private:
    void run();

    Step m_step;
    QDeadlineTimer m_silence{0}; ///< until progressed() may come again
};

} // namespace Tenantscope::Ui
