// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/oneshotbody.h"

#include <algorithm>
#include <cstring>

namespace Tenantscope::Http {

OneShotBody::OneShotBody(Base::Secret body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
    , m_size(m_body.size())
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

void OneShotBody::wipe()
{
    m_body.clear();
}

bool OneShotBody::seek(qint64 position)
{
    // Before the first byte a rewind changes nothing; later only standing still is allowed.
    return position == m_taken && QIODevice::seek(position);
}

bool OneShotBody::reset()
{
    return seek(0);
}

qint64 OneShotBody::readData(char *data, qint64 maxSize)
{
    const QByteArrayView body = m_body.reveal();
    const qint64 count = std::min<qint64>(maxSize, body.size() - m_taken);
    if (count <= 0)
        return -1;
    std::memcpy(data, body.data() + m_taken, size_t(count));
    m_taken += count;
    return count;
}

qint64 OneShotBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace Tenantscope::Http
