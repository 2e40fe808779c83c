// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/keyfile.h"

#include "app/jwt/sign.h"

#include <QFile>

#include <cstring>
#include <memory>

namespace Tenantscope::Jwt {

using Base::Result;
using Base::Secret;

namespace {

tl::unexpected<Base::Error> badFile(const QString &file, const QString &why)
{
    return Base::failure(
        {.kind = Base::ErrorKind::InvalidPrivateKey, .subject = file, .detail = why});
}

} // namespace

Result<Secret> readKeyFile(const QString &file)
{
    QFile source(file);
    // Unbuffered: QFile's own buffer would keep a copy that nobody wipes.
    if (!source.open(QFile::ReadOnly | QFile::Unbuffered))
        return badFile(file, source.errorString());
    constexpr qint64 room = longestPem + 1; // one more tells a longer file
    const auto buffer = std::make_unique<char[]>(size_t(room));
    qint64 size = 0;
    qint64 count = 0;
    // A pipe (`--private-key <(vault …)`) hands its text out piecemeal.
    while (size < room && (count = source.read(buffer.get() + size, room - size)) > 0)
        size += count;
    Secret pem(QByteArrayView(buffer.get(), size));
    ::explicit_bzero(buffer.get(), size_t(room));
    if (count < 0)
        return badFile(file, source.errorString());
    if (const Result<SigningKey> key = SigningKey::fromPem(pem.reveal()); !key)
        return badFile(file, key.error().detail);
    return pem;
}

} // namespace Tenantscope::Jwt
