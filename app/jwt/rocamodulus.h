// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace Tenantscope::Jwt {

/// Whether \a modulus, a big-endian number, looks like those of certain smart cards, whose private halves can be computed
/// from them (ROCA, CVE-2017-15361). A modulus of any other origin looks so once in more than a hundred million.
[[nodiscard]] bool isRocaModulus(QByteArrayView modulus);

} // namespace Tenantscope::Jwt
