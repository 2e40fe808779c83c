// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/rocamodulus.h"

#include <algorithm>
#include <iterator>

namespace Tenantscope::Jwt {

namespace {

constexpr unsigned generator = 65'537;

/// Those up to 167 of which the powers of 65,537 do not reach every remainder: the others could tell nothing.
constexpr unsigned primes[] = {11, 13, 17,  19,  37,  53,  61,  71, 73,
                               79, 97, 103, 107, 109, 127, 151, 157};

unsigned remainder(QByteArrayView bigEndian, unsigned prime)
{
    unsigned rest = 0;
    for (const char byte : bigEndian)
        rest = (rest * 256 + static_cast<unsigned char>(byte)) % prime;
    return rest;
}

bool isPowerOfGenerator(unsigned rest, unsigned prime)
{
    unsigned power = 1;
    do {
        if (power == rest)
            return true;
        power = power * (generator % prime) % prime;
    } while (power != 1);
    return false;
}

} // namespace

/// The cards' primes, and so their products, are powers of 65,537 modulo each small prime. See Nemec and others, The
/// Return of Coppersmith's Attack, 2017, section 2.
bool isRocaModulus(QByteArrayView modulus)
{
    return std::ranges::all_of(primes, [modulus](unsigned prime) {
        return isPowerOfGenerator(remainder(modulus, prime), prime);
    });
}

} // namespace Tenantscope::Jwt
