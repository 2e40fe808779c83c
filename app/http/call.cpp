// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/call.h"

#include "app/http/callrun.h"
#include "app/http/clientprivate.h"

namespace Tenantscope::Http {

Call::Call(Client &client, Request request, QObject *parent)
    : QObject(parent)
    , m_run(std::make_unique<Run>(*this, *client.d, std::move(request)))
{
}

Call::~Call() = default;

void Call::cancel()
{
    m_run->cancel();
}

Base::Result<Response> Call::takeResult()
{
    return std::exchange(m_result, Base::Result<Response>());
}

} // namespace Tenantscope::Http
