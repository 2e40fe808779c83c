// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/exitcode.h"

namespace Tenantscope::Cli {

using Base::ErrorKind;

ExitCode exitCodeFor(ErrorKind kind)
{
    // No default: a new kind must be thought about here.
    switch (kind) {
    case ErrorKind::InvalidDomain:
    case ErrorKind::InvalidClientId:
    case ErrorKind::InvalidClientSecret:
    case ErrorKind::InvalidAudience:
    case ErrorKind::InvalidOrganization:
    case ErrorKind::InvalidPrivateKey:
    case ErrorKind::InvalidImport:
    case ErrorKind::InvalidCaFile:
    case ErrorKind::InvalidProfile:
    case ErrorKind::FileUnusable:
    case ErrorKind::FileTooNew:
    case ErrorKind::InvalidSnapshot:
    case ErrorKind::ReadOnly:
    case ErrorKind::NotManagementAudience:
        return ExitCode::Usage;

    case ErrorKind::TokenRefused:
    case ErrorKind::Unauthorized:
    case ErrorKind::MissingScope:
    case ErrorKind::Forbidden:
    case ErrorKind::NoToken:
        return ExitCode::Refused;

    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ConnectTimeout:
    case ErrorKind::FirstByteTimeout:
    case ErrorKind::SilenceTimeout:
    case ErrorKind::WholeTimeout:
    case ErrorKind::TransferBroken:
    case ErrorKind::OutcomeUnknown:
    case ErrorKind::TlsFailed:
    case ErrorKind::CertificateRejected:
    case ErrorKind::ProxyFailed:
    case ErrorKind::Redirected:
    case ErrorKind::BodyTooLarge:
    case ErrorKind::NotJson:
    case ErrorKind::Malformed:
    case ErrorKind::EmptyAnswer:
    case ErrorKind::TokenUnusable:
    case ErrorKind::NotFound:
    case ErrorKind::ServerFailed:
    case ErrorKind::UnexpectedStatus:
    case ErrorKind::ListChanged:
    case ErrorKind::ListEndless:
        return ExitCode::Network;

    case ErrorKind::RateLimited:
        return ExitCode::RateLimited;
    case ErrorKind::KeychainFailed:
        return ExitCode::Keychain;
    case ErrorKind::Cancelled:
        return ExitCode::Interrupted;
    }
    return ExitCode::Network;
}

ExitCode exitCodeForList(ErrorKind kind, qint64 rows)
{
    if (rows > 0 && kind != ErrorKind::Cancelled)
        return ExitCode::Incomplete;
    return exitCodeFor(kind);
}

int exitCodeForSignal(int signal)
{
    return 128 + signal;
}

} // namespace Tenantscope::Cli
