// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/secretclipboard.h"

#include "ui/shared/expiringmimedata.h"
#include "ui/shared/xcbqueue.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QScopedValueRollback>

namespace Tenantscope::Ui {

namespace {

QByteArray hashOf(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace

SecretClipboard::SecretClipboard(Base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    connect(
        QGuiApplication::clipboard(), &QClipboard::dataChanged, this,
        &SecretClipboard::lookAtClipboard);
}

SecretClipboard::~SecretClipboard()
{
    const QSignalBlocker nobodyListens(this);
    clearNow();
}

void SecretClipboard::copy(const Base::Secret &secret, const QString &what, QByteArrayView prefix)
{
    QByteArray bytes = prefix.toByteArray();
    bytes.append(secret.reveal());
    if (m_data)
        m_data->expire();
    m_hash = hashOf(bytes);
    m_data = new ExpiringMimeData(Base::Secret(bytes));
    Base::wipe(bytes);
    m_what = what;
    m_copiedAt = m_clock.now();
    {
        const QScopedValueRollback copying(m_copying, true);
        QGuiApplication::clipboard()->setMimeData(m_data); // takes it over
    }
    armExpiry();
    Q_EMIT changed();
}

void SecretClipboard::clearNow()
{
    if (!isHolding())
        return;
    const bool ours = isOurs();
    // Before anything else: where clearing fails (Wayland, without focus), whoever asks gets nothing.
    if (m_data)
        m_data->expire();
    if (ours) {
        const QScopedValueRollback copying(m_copying, true);
        QGuiApplication::clipboard()->clear();
    }
    forget();
}

void SecretClipboard::setStay(std::optional<std::chrono::seconds> stay)
{
    if (stay == m_stay)
        return;
    m_stay = stay;
    if (!isHolding())
        return;
    armExpiry();
    Q_EMIT changed();
}

std::optional<std::chrono::nanoseconds> SecretClipboard::remaining() const
{
    if (!m_until)
        return std::nullopt;
    return std::max(*m_until - m_clock.now(), std::chrono::nanoseconds(0));
}

QString SecretClipboard::what() const
{
    return m_what;
}

bool SecretClipboard::isOurs() const
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (!data)
        return false;
    if (data == m_data)
        return true;
    QString text = data->text();
    QByteArray bytes = text.toUtf8();
    const bool same = hashOf(bytes) == m_hash;
    Base::wipe(bytes);
    Base::wipe(text);
    return same;
}

void SecretClipboard::lookAtClipboard()
{
    if (!m_copying && isHolding() && !isOurs())
        forget();
}

void SecretClipboard::armExpiry()
{
    m_until.reset();
    m_expiry.cancel();
    if (!m_stay)
        return;
    m_until = m_copiedAt + *m_stay;
    m_expiry = m_clock.wakeAt(*m_until, [this] { clearNow(); });
}

void SecretClipboard::forget()
{
    m_expiry.cancel();
    m_until.reset();
    m_hash.clear();
    m_what.clear();
    m_data.clear();
    overwriteXcbQueue();
    Q_EMIT changed();
}

} // namespace Tenantscope::Ui
