// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/instant.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace Tenantscope::Base {

/// Every way in which something can fail. The list is closed: `session/sentence.h` words each one.
enum class ErrorKind {
    // What was typed, pasted or passed
    InvalidDomain,
    InvalidClientId,
    InvalidClientSecret,
    InvalidAudience,
    InvalidOrganization,
    InvalidPrivateKey, ///< `subject` is its file, `detail` the rule (`jwt/sign.h`) or the system's words
    InvalidImport, ///< pasted or opened text without a connection in it; `detail`: `tenant/connectionimport.h`
    InvalidCaFile,  ///< unreadable, or no PEM certificate in it
    InvalidProfile, ///< `subject` is its name, `detail` the rule (`tenant/profile.h`)
    FileUnusable, ///< one of ours, `subject`, cannot be read, locked or written; `detail`: the system's words
    FileTooNew,     ///< one of ours, `subject`, of a format that this version does not know
    InvalidSnapshot, ///< the file `subject` is no snapshot, or not a whole one; `detail` in technical words
    KeychainFailed, ///< `subject` is the profile, `detail` a problem of `secrets/keychain.h`
    ReadOnly,       ///< neither GET nor POST to the token endpoint: never sent

    // On the way to the server
    HostNotFound,
    ConnectionFailed, ///< refused, unreachable or lost before a byte was sent
    ConnectTimeout,   ///< no TCP and TLS connection within the deadline
    FirstByteTimeout, ///< connected, but no answer began
    SilenceTimeout,   ///< the answer began, then stalled or dripped
    WholeTimeout,     ///< the request as a whole took too long
    TransferBroken,   ///< the connection broke while the answer was under way
    OutcomeUnknown,   ///< the token request left, no answer came: it may have succeeded
    TlsFailed,        ///< no common TLS version or cipher, or the handshake broke
    CertificateRejected,
    ProxyFailed,

    // An answer that is none
    Redirected, ///< a 3xx, not followed
    BodyTooLarge,
    NotJson,   ///< HTML, text or JSON under another type: captive portal, proxy
    Malformed, ///< JSON that ends early or does not have the documented shape
    EmptyAnswer,

    // What the tenant said
    TokenRefused,  ///< an OAuth error answer, RFC 6749 §5.2
    TokenUnusable, ///< a token of another type than Bearer, or with characters RFC 6750 forbids
    Unauthorized,  ///< the Management API answers 401
    MissingScope,  ///< 403 insufficient_scope; `scopes` names any one that would do
    Forbidden,     ///< any other 403
    NotFound,
    RateLimited,      ///< 429 beyond patience; `retryAt` when the tenant named a time
    ServerFailed,     ///< 5xx to the last attempt
    UnexpectedStatus, ///< any other status; `status`, `code` and `description` say more

    // The list as a whole
    ListChanged, ///< the stated total shrank on the way, or is not the number of distinct applications
    ListEndless,           ///< the tenant keeps sending the same page
    NotManagementAudience, ///< the token is for another API: there is no list to ask for
    NoToken,               ///< nothing to send: no living token, and none can be had

    Cancelled,
};

/// What is known of a certificate that was rejected.
struct CertificateFacts
{
    QString subject{};
    QString issuer{};
    QDateTime notBefore{};
    QDateTime notAfter{};
    QString sha256{};       ///< of the DER form, lower-case hexadecimal
    QStringList problems{}; ///< Qt's words, e.g. "The host name did not match…"

    bool operator==(const CertificateFacts &) const = default;
};

/// One failure: what happened and the facts somebody needs to mend it. Holds no sentence and no secret;
/// texts that came from outside are kept as they came and neutralised when shown (`plaintext.h`).
struct Error
{
    ErrorKind kind;
    QString subject{};     ///< host, file, proxy, redirect target or content type it is about
    QString detail{};      ///< technical words of ours or of Qt's
    int status = 0;        ///< HTTP status, 0 when there was no answer
    QString code{};        ///< `error` (OAuth) or `errorCode` (Management API)
    QString description{}; ///< the tenant's own words
    QString uri{};         ///< OAuth `error_uri`
    QString requestId{};   ///< `x-auth0-requestid`, else `cf-ray`
    QStringList scopes{};  ///< MissingScope: the scopes of which one is needed
    std::optional<Instant> retryAt{};
    std::optional<CertificateFacts> certificate{};
    int attempts = 0; ///< how many times it was tried

    bool operator==(const Error &) const = default;
};

} // namespace Tenantscope::Base

Q_DECLARE_METATYPE(Tenantscope::Base::Error)
