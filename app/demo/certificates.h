// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"

#include <QByteArray>

namespace Tenantscope::Demo {

/// A certificate for this machine's loopback names, and the authority that signed it, all in PEM.
struct ServerIdentity
{
    QByteArray authority{};   ///< the CA's certificate: what a client has to trust
    QByteArray certificate{}; ///< for localhost, 127.0.0.1 and ::1
    QByteArray
        privateKey; ///< of the certificate; the CA's is forgotten at once, so it signs nothing else
};

/// Makes a new authority and a certificate of it (P-256), good for a year from an hour ago.
[[nodiscard]] Base::Result<ServerIdentity> makeServerIdentity();

} // namespace Tenantscope::Demo
