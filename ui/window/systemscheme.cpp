// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/systemscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

QString service()
{
    return u"org.freedesktop.portal.Desktop"_s;
}

QString path()
{
    return u"/org/freedesktop/portal/desktop"_s;
}

QString interface()
{
    return u"org.freedesktop.portal.Settings"_s;
}

QString appearance()
{
    return u"org.freedesktop.appearance"_s;
}

QString colorScheme()
{
    return u"color-scheme"_s;
}

/// Read() wraps its answer in two variants, SettingChanged in one.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

void SystemScheme::start()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(
        service(), path(), interface(), u"SettingChanged"_s, this,
        SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(
        service(), path(), interface(), u"Read"_s);
    question << appearance() << colorScheme();
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            tell(reply.value().variant());
        watcher->deleteLater();
    });
}

std::optional<ColorScheme> SystemScheme::schemeOf(uint value)
{
    if (value == 1)
        return ColorScheme::Dark;
    return value == 2 ? std::optional(ColorScheme::Light) : std::nullopt;
}

void SystemScheme::settingChanged(
    const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == appearance() && key == colorScheme())
        tell(value.variant());
}

void SystemScheme::tell(const QVariant &value)
{
    bool isNumber = false;
    const uint number = unwrapped(value).toUInt(&isNumber);
    if (isNumber)
        Q_EMIT schemeTold(schemeOf(number));
}

} // namespace Tenantscope::Ui
