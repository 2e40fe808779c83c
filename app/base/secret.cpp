// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/secret.h"

#include <QCryptographicHash>
#include <QDebug>

#include <cstring>
#include <utility>

namespace Tenantscope::Base {

Secret::Secret(QByteArrayView bytes)
    : m_bytes(bytes.isEmpty() ? nullptr : std::make_unique<char[]>(size_t(bytes.size())))
    , m_size(bytes.size())
{
    if (m_bytes)
        std::memcpy(m_bytes.get(), bytes.data(), size_t(m_size));
}

Secret Secret::fromText(QStringView text)
{
    QByteArray utf8 = text.toUtf8();
    Secret secret{QByteArrayView(utf8)};
    wipe(utf8);
    return secret;
}

Secret::Secret(const Secret &other)
    : Secret(other.reveal())
{
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::move(other.m_bytes))
    , m_size(std::exchange(other.m_size, 0))
{
}

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other)
        *this = Secret(other);
    return *this;
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        clear();
        m_bytes = std::move(other.m_bytes);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret::~Secret()
{
    clear();
}

void Secret::clear()
{
    if (m_bytes)
        explicit_bzero(m_bytes.get(), size_t(m_size));
    m_bytes.reset();
    m_size = 0;
}

QByteArrayView Secret::reveal() const
{
    return {m_bytes.get(), m_size};
}

QString Secret::fingerprint() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(reveal());
    return QString::fromLatin1(hash.result().toHex().left(8));
}

bool Secret::equals(const Secret &other) const
{
    if (m_size != other.m_size)
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < m_size; ++i)
        difference |= static_cast<unsigned char>(m_bytes[size_t(i)] ^ other.m_bytes[size_t(i)]);
    return difference == 0;
}

void wipe(QByteArray &bytes)
{
    // A copy that shares these bytes would make data() detach and leave the original in place.
    if (!bytes.isEmpty())
        explicit_bzero(bytes.data(), size_t(bytes.size()));
    bytes.clear();
}

void wipe(QString &text)
{
    if (!text.isEmpty())
        explicit_bzero(text.data(), size_t(text.size()) * sizeof(QChar));
    text.clear();
}

QDebug operator<<(QDebug debug, const Secret &secret)
{
    const QDebugStateSaver saver(debug);
    return debug.nospace() << "Secret(" << secret.size() << " bytes)";
}

} // namespace Tenantscope::Base
