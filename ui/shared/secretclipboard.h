// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/base/secret.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <optional>

namespace Tenantscope::Ui {

class ExpiringMimeData;

/// Puts secrets on the clipboard and takes them back: hinted to clipboard managers, cleared after a time and at
/// quit, but only while the clipboard is still ours. Never touches PRIMARY.
///
/// Ours is what is our own object, or, when a clipboard manager has taken it over, a text with the same SHA-256.
class SecretClipboard final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds defaultStay{30};

    explicit SecretClipboard(Base::Clock &clock, QObject *parent = nullptr);
    ~SecretClipboard() override; ///< clears

    /// Copies \a prefix + \a secret; a new copy restarts the time. \a what names it for the status bar: "Token".
    void copy(const Base::Secret &secret, const QString &what, QByteArrayView prefix = {});
    /// Empties the clipboard if what is on it is still ours.
    void clearNow();
    /// When a secret is taken back, counted from its copy, also of the one there; nullopt: never by time.
    void setStay(std::optional<std::chrono::seconds> stay);

    [[nodiscard]] bool isHolding() const
    {
        return !m_hash.isEmpty();
    } ///< a secret of ours is there
    /// Time left of the secret on the clipboard; nullopt: there is none of ours, or its time is not limited.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> remaining() const;
    [[nodiscard]] QString what() const;

Q_SIGNALS:
    void changed(); ///< copied, cleared, or taken over by somebody else's copy

private:
    [[nodiscard]] bool isOurs() const;
    void lookAtClipboard();
    void armExpiry();
    void forget();

    Base::Clock &m_clock;
    QPointer<ExpiringMimeData> m_data; ///< the clipboard owns it
    QByteArray m_hash;                 ///< of what we copied; empty: nothing of ours is there
    QString m_what;
    std::optional<std::chrono::seconds> m_stay = defaultStay;
    Base::Instant m_copiedAt;
    std::optional<Base::Instant> m_until;
    Base::Wake m_expiry;
    bool m_copying = false;
};

} // namespace Tenantscope::Ui
