// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/clientshape.h"

#include <algorithm>

namespace Tenantscope::Tenant {

namespace {

constexpr qsizetype idSize = 32;
constexpr qsizetype thirdPartySize = 22;
constexpr qsizetype secretSize = 64;

bool isLetterOrDigit(char16_t c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

} // namespace

bool looksLikeClientId(QByteArrayView text)
{
    constexpr QByteArrayView thirdParty = "tpc_";
    const bool isThirdParty = text.startsWith(thirdParty);
    const QByteArrayView random = isThirdParty ? text.sliced(thirdParty.size()) : text;
    return random.size() == (isThirdParty ? thirdPartySize : idSize)
        && std::all_of(random.begin(), random.end(), [](char c) {
               return isLetterOrDigit(static_cast<unsigned char>(c));
           });
}

bool looksLikeClientSecret(QStringView text)
{
    return text.size() == secretSize && std::all_of(text.begin(), text.end(), [](QChar c) {
               return isLetterOrDigit(c.unicode()) || c == u'-' || c == u'_';
           });
}

std::optional<CredentialsInput> withClientSwapped(const CredentialsInput &input)
{
    const QByteArrayView secret = input.clientSecret.reveal();
    if (!secret.isEmpty() && !looksLikeClientId(secret.trimmed()))
        return std::nullopt;
    CredentialsInput swapped = input;
    swapped.clientId = QString::fromLatin1(secret.trimmed());
    swapped.clientSecret = Base::Secret::fromText(input.clientId.trimmed());
    return swapped;
}

} // namespace Tenantscope::Tenant
