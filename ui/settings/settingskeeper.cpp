// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/settings/settingskeeper.h"

#include <QSettings>
#include <QString>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto leastLifeKey = "settings/leastLifeMinutes"_L1;
constexpr auto clipboardStayKey = "settings/clipboardStaySeconds"_L1; ///< 0: not by time
constexpr auto revealStayKey = "settings/revealStaySeconds"_L1;
constexpr auto asksForProductionKey = "settings/asksForProduction"_L1;
constexpr auto locksWhenIdleKey =
    "window/lockWhenIdle"_L1; ///< as it was before there were settings

/// The duration under \a key; nullopt: there is none that can be used.
template<typename Duration>
std::optional<Duration> read(
    const QSettings &file, QLatin1StringView key, const SettingRange<Duration> &range)
{
    bool isNumber = false;
    const Duration value(file.value(key).toInt(&isNumber));
    return isNumber && range.contains(value) ? std::optional(value) : std::nullopt;
}

bool read(const QSettings &file, QLatin1StringView key, bool otherwise)
{
    // QVariant takes any word but "false" for true.
    const QString word = file.value(key).toString();
    return word == "true"_L1 || (otherwise && word != "false"_L1);
}

std::optional<std::chrono::seconds> readClipboardStay(const QSettings &file)
{
    if (file.value(clipboardStayKey).toString() == "0"_L1)
        return std::nullopt;
    const auto kept = read(file, clipboardStayKey, clipboardStayRange);
    return kept ? kept : Settings{}.clipboardStay;
}

Settings readAll(const QSettings &file)
{
    const Settings usual;
    return {
        .leastLife = read(file, leastLifeKey, leastLifeRange).value_or(usual.leastLife),
        .clipboardStay = readClipboardStay(file),
        .revealStay = read(file, revealStayKey, revealStayRange).value_or(usual.revealStay),
        .locksWhenIdle = read(file, locksWhenIdleKey, usual.locksWhenIdle),
        .asksForProduction = read(file, asksForProductionKey, usual.asksForProduction)};
}

} // namespace

SettingsKeeper::SettingsKeeper(QSettings &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_current(readAll(file))
{
}

void SettingsKeeper::set(const Settings &settings)
{
    Q_ASSERT(leastLifeRange.contains(settings.leastLife));
    Q_ASSERT(!settings.clipboardStay || clipboardStayRange.contains(*settings.clipboardStay));
    Q_ASSERT(revealStayRange.contains(settings.revealStay));
    if (settings == m_current)
        return;
    m_current = settings;
    write();
    Q_EMIT changed();
}

void SettingsKeeper::write()
{
    const Settings usual;
    // A default that a later version finds wiser shall reach whoever never chose.
    const auto keep = [this](QLatin1StringView key, const auto &value, const auto &otherwise) {
        if (value == otherwise)
            m_file.remove(key);
        else
            m_file.setValue(key, value);
    };
    const auto number = [](auto duration) { return int(duration.count()); };
    const auto stay = [&number](const std::optional<std::chrono::seconds> &set) {
        return number(set.value_or(std::chrono::seconds(0)));
    };
    keep(leastLifeKey, number(m_current.leastLife), number(usual.leastLife));
    keep(clipboardStayKey, stay(m_current.clipboardStay), stay(usual.clipboardStay));
    keep(revealStayKey, number(m_current.revealStay), number(usual.revealStay));
    keep(locksWhenIdleKey, m_current.locksWhenIdle, usual.locksWhenIdle);
    keep(asksForProductionKey, m_current.asksForProduction, usual.asksForProduction);
}

} // namespace Tenantscope::Ui
