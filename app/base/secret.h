// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

QT_BEGIN_NAMESPACE
class QDebug;
QT_END_NAMESPACE

namespace Tenantscope::Base {

/// Owns the bytes of a credential and overwrites them when it dies.
///
/// Those who may reveal() one:
/// - on its way out: `http/network.cpp` and `http/oneshotbody.cpp` (put it on the wire), `http/guard.cpp` (looks for line
///   ends), `http/redactor.cpp` and `http/exchangerecorder.cpp` (look for it, to mask it), `secrets/keychain.cpp` (keeps it)
/// - credentials: `tenant/credentials.cpp` (cleans it), `tenant/clientshape.cpp` (looks whether it is a client ID),
///   `jwt/keyfile.cpp` (looks whether it is a key), `oauth/clientassertion.cpp` (signs with it), `oauth/tokenrequest.cpp`
///   (encodes it)
/// - tokens, to read them: `oauth/tokenresponse.cpp`, `session/tokenverifier.cpp`, `cli/decodecommand.cpp`,
///   `ui/inspector/inspectedtoken.cpp`
/// - an application's secret: `management/secretcomparison.cpp` (compares it with one at hand, blanks and quotes aside)
/// - tokens, to hand them out: `session/tokenformat.cpp` (shapes it), `cli/tokencommand.cpp` (prints it when told to),
///   `ui/shared/secretclipboard.cpp` and `ui/shared/expiringmimedata.cpp` (copy it), `ui/shared/secretbox.cpp` (shows it, revealed)
class Secret final
{
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes);
    [[nodiscard]] static Secret fromText(QStringView text); ///< as UTF-8
    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(const Secret &other);
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    void clear();

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    /// The bytes themselves, valid while this Secret lives and is unchanged.
    [[nodiscard]] QByteArrayView reveal() const;
    /// First 8 hexadecimal digits of the SHA-256: tells secrets apart without showing them.
    [[nodiscard]] QString fingerprint() const;

    /// Compares in time that depends on the sizes only.
    friend bool operator==(const Secret &left, const Secret &right) { return left.equals(right); }

private:
    [[nodiscard]] bool equals(const Secret &other) const;

    std::unique_ptr<char[]> m_bytes;
    qsizetype m_size = 0;
};

/// Overwrites the bytes of \a bytes (detaching first) and empties it.
void wipe(QByteArray &bytes);
void wipe(QString &text);

/// Prints the size, never the bytes.
QDebug operator<<(QDebug debug, const Secret &secret);

} // namespace Tenantscope::Base
