// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/verify.h"

#include "tests/app/jwt/rfcvectors.h"
#include "tests/fuzz/harness.h"

using namespace Tenantscope;

namespace {

const Jwt::KeySet &trustedKeys()
{
    static const auto set = Jwt::readKeySet(QByteArray(
        "{\"keys\":[" + Test::rfc7515RsaKey + ',' + Test::rfc7515EcKey + ',' + Test::rfc7520RsaKey
        + "]}"));
    return *set;
}

/// Whether \a token signs what one of the RFCs' tokens does. ECDSA has two signatures for each, so that is not compared.
bool isAnExample(QByteArrayView token)
{
    const auto signedPart = [](QByteArrayView text) { return text.first(text.lastIndexOf('.')); };
    for (const QByteArray &known :
         {Test::rfc7515Rs256, Test::rfc7515Es256, Test::rfc7520Rs256, Test::rfc7520Ps384}) {
        if (signedPart(token) == signedPart(known))
            return true;
    }
    return false;
}

} // namespace

/// A token and, from the second line on, a JWKS: reading the one and checking the other. Whatever the token is, with keys
/// whose private halves nobody here has only what was signed by them may be verified.
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    const qsizetype lineEnd = bytes.indexOf('\n');
    const QByteArrayView token = bytes.first(lineEnd < 0 ? bytes.size() : lineEnd);
    const Jwt::SignatureVerdict trusted = Jwt::verifySignature(token, trustedKeys());
    FUZZ_CHECK(trusted.outcome() != Jwt::Outcome::Verified || isAnExample(token));

    const auto set = Jwt::readKeySet(bytes.sliced(lineEnd < 0 ? bytes.size() : lineEnd + 1));
    if (!set)
        return 0;
    for (const Jwt::PublicKey &key : set->keys)
        FUZZ_CHECK(!key.algorithms().isEmpty() && key.thumbprint().size() == 43);
    const Jwt::Verdict verdict = Jwt::verify(
        token, *set, {.now = QDateTime::fromSecsSinceEpoch(0, Qt::UTC)});
    if (verdict.outcome() == Jwt::Outcome::Verified)
        FUZZ_CHECK(!set->keys.empty() && !verdict.thumbprint.isEmpty());
    return 0;
}
