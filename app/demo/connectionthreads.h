// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <httplib.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace Tenantscope::Demo {

/// Gives each connection a thread of its own, made when no other is idle. A kept-alive connection holds its
/// thread, so a pool of fixed size would starve the client's next connection.
class ConnectionThreads final : public httplib::TaskQueue
{
public:
    ConnectionThreads() = default;
    ~ConnectionThreads() override { shutdown(); }

    void enqueue(std::function<void()> task) override;
    void shutdown() override; ///< runs what is queued, then joins

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_tasks;
    std::vector<std::thread> m_threads;
    size_t m_idle = 0;
    bool m_isOver = false;
};

} // namespace Tenantscope::Demo
