// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/base64url.h"

namespace Tenantscope::Jwt {

namespace {

/// The six bits \a character stands for; -1 outside the alphabet.
int sextet(char character)
{
    if (character >= 'A' && character <= 'Z')
        return character - 'A';
    if (character >= 'a' && character <= 'z')
        return character - 'a' + 26;
    if (character >= '0' && character <= '9')
        return character - '0' + 52;
    if (character == '-')
        return 62;
    return character == '_' ? 63 : -1;
}

} // namespace

QByteArray base64UrlEncode(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size())
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::optional<QByteArray> base64UrlDecode(QByteArrayView text)
{
    if (text.size() % 4 == 1)
        return std::nullopt;
    QByteArray bytes;
    bytes.reserve(text.size() / 4 * 3 + 2);
    quint32 bits = 0;
    int count = 0; // of the bits not yet written
    for (const char character : text) {
        const int value = sextet(character);
        if (value < 0)
            return std::nullopt;
        bits = (bits << 6) | static_cast<quint32>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes.append(static_cast<char>(static_cast<unsigned char>(bits >> count)));
            bits &= (1U << count) - 1;
        }
    }
    if (bits != 0)
        return std::nullopt;
    return bytes;
}

} // namespace Tenantscope::Jwt
