// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/xcbqueue.h"

#include <QGuiApplication>

#include <xcb/xcb.h>

namespace Tenantscope::Ui {

namespace {

constexpr int queueSize = 16 * 1024; // XCB_QUEUE_BUFFER_SIZE, the same since libxcb 1.0
constexpr int requestSize = sizeof(xcb_no_operation_request_t);

} // namespace

void overwriteXcbQueue()
{
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    xcb_connection_t *connection = x11 ? x11->connection() : nullptr;
    if (!connection)
        return;
    // The queue may be filled to any point: twice its size goes over all of it.
    for (int sent = 0; sent < 2 * queueSize; sent += requestSize)
        xcb_no_operation(connection);
    xcb_flush(connection);
}

} // namespace Tenantscope::Ui
