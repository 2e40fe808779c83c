// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/decode.h"
#include "app/jwt/foundtoken.h"
#include "app/jwt/verify.h"

#include "tests/fuzz/harness.h"

using namespace Tenantscope;

namespace {

void checkFound(QByteArrayView pasted)
{
    const auto found = Jwt::findToken(pasted);
    if (!found)
        return;
    const QByteArrayView token = found->token.reveal();
    FUZZ_CHECK(!token.isEmpty() && token.size() <= Jwt::largestToken);
    if (found->form == Jwt::TokenForm::Opaque)
        return;
    FUZZ_CHECK(Jwt::decodeHeader(token));
    FUZZ_CHECK(token.count('.') == (found->form == Jwt::TokenForm::Jws ? 2 : 4));
    FUZZ_CHECK(Jwt::findToken(token) == found); // a found token is found again
}

void checkDecoded(QByteArrayView token)
{
    const auto decoded = Jwt::decode(token);
    if (!decoded)
        return;
    FUZZ_CHECK(Jwt::decodeUnsigned(token) == decoded);
    FUZZ_CHECK(Jwt::decodeHeader(token) == decoded->header);
    for (const auto &time : {decoded->issuedAt(), decoded->expiresAt(), decoded->notBefore()})
        FUZZ_CHECK(!time || time->isValid());
    static_cast<void>(decoded->audiences());
    static_cast<void>(decoded->authorizedParty());
    static_cast<void>(decoded->scope());
}

} // namespace

/// A token as somebody pasted it: finding and decoding it.
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    checkFound(bytes);
    checkDecoded(bytes);
    FUZZ_CHECK(Jwt::verifySignature(bytes, {}).outcome() != Jwt::Outcome::Verified);
    return 0;
}
