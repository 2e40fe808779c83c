// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/profilestore.h"

#include "app/base/setaside.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <chrono>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tenantscope::Tenant {

using Base::ErrorKind;

namespace {

constexpr auto lockPatience = std::chrono::milliseconds(500); // a change takes a millisecond
constexpr qint64 largestFile = 4 * 1024 * 1024;               // some ten thousand profiles
constexpr auto onlyOurs = QFile::ReadOwner | QFile::WriteOwner;

Base::Error unusable(const QString &file, const QString &words)
{
    return {.kind = ErrorKind::FileUnusable, .subject = file, .detail = words};
}

Base::Error invalid(QStringView name, QLatin1StringView rule)
{
    return {.kind = ErrorKind::InvalidProfile, .subject = name.toString(), .detail = rule};
}

/// −1: there is none.
qsizetype placeOf(const QList<Profile> &profiles, QStringView name)
{
    const auto found = std::find_if(profiles.begin(), profiles.end(), [name](const Profile &one) {
        return isSameProfileName(one.name, name);
    });
    return found == profiles.end() ? -1 : found - profiles.begin();
}

Base::Result<void> writeTo(const QString &name, const QList<Profile> &profiles)
{
    QJsonArray list;
    for (const Profile &profile : profiles)
        list.append(toJson(profile));
    const QJsonDocument document(
        QJsonObject{{u"format"_s, ProfileStore::format}, {u"profiles"_s, list}});
    QSaveFile file(name);
    const bool isWritten = file.open(QFile::WriteOnly) && file.setPermissions(onlyOurs)
        && file.write(document.toJson()) >= 0 && file.commit();
    if (!isWritten)
        return Base::failure(unusable(name, file.errorString()));
    return {};
}

} // namespace

ProfileStore::ProfileStore(const QString &file)
    : m_file(file)
{
}

QString ProfileStore::usualFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return folder + u"/tenantscope/profiles.json"_s;
}

Base::Result<void> ProfileStore::load()
{
    Base::Result<Content> content = read();
    if (!content)
        return Base::failure(content.error());
    if (!content->isWhole) // to be put right under the lock
        return edit([](QList<Profile> &) { return Base::Result<void>(); });
    m_profiles = std::move(content->profiles);
    return {};
}

Base::Result<Profile> ProfileStore::find(QStringView name) const
{
    const qsizetype place = placeOf(m_profiles, name.trimmed());
    if (place < 0)
        return Base::failure(invalid(name, ProfileRule::unknown));
    return m_profiles.at(place);
}

Base::Result<void> ProfileStore::add(const Profile &profile)
{
    return insert(std::numeric_limits<qsizetype>::max(), profile);
}

Base::Result<void> ProfileStore::insert(qsizetype place, const Profile &profile)
{
    if (const auto name = checkedProfileName(profile.name); !name)
        return Base::failure(name.error()); // who reads the file again would take it for damaged
    return edit([&](QList<Profile> &profiles) -> Base::Result<void> {
        if (placeOf(profiles, profile.name) >= 0)
            return Base::failure(invalid(profile.name, ProfileRule::nameTaken));
        profiles.insert(std::clamp<qsizetype>(place, 0, profiles.size()), profile);
        return {};
    });
}

Base::Result<void> ProfileStore::replace(QStringView name, const Profile &profile)
{
    if (const auto checked = checkedProfileName(profile.name); !checked)
        return Base::failure(checked.error());
    return edit([&](QList<Profile> &profiles) -> Base::Result<void> {
        const qsizetype place = placeOf(profiles, name);
        if (place < 0)
            return Base::failure(invalid(name, ProfileRule::unknown));
        const qsizetype other = placeOf(profiles, profile.name);
        if (other >= 0 && other != place)
            return Base::failure(invalid(profile.name, ProfileRule::nameTaken));
        profiles.replace(place, profile);
        return {};
    });
}

Base::Result<void> ProfileStore::remove(QStringView name)
{
    return edit([&](QList<Profile> &profiles) -> Base::Result<void> {
        const qsizetype place = placeOf(profiles, name);
        if (place < 0)
            return Base::failure(invalid(name, ProfileRule::unknown));
        profiles.removeAt(place);
        return {};
    });
}

Base::Result<void> ProfileStore::move(QStringView name, qsizetype place)
{
    return edit([&](QList<Profile> &profiles) -> Base::Result<void> {
        const qsizetype from = placeOf(profiles, name);
        if (from < 0)
            return Base::failure(invalid(name, ProfileRule::unknown));
        profiles.move(from, std::clamp<qsizetype>(place, 0, profiles.size() - 1));
        return {};
    });
}

Base::Result<void> ProfileStore::edit(const Change &change)
{
    const QString folder = QFileInfo(m_file).absolutePath();
    if (!QDir().mkpath(folder))
        return Base::failure(unusable(folder, u"the folder cannot be made"_s));
    QLockFile lock(m_file + u".lock"_s);
    if (!lock.tryLock(int(lockPatience.count()))) {
        const bool isBusy = lock.error() == QLockFile::LockFailedError;
        return Base::failure(unusable(
            m_file, isBusy ? u"another program is changing it"_s : u"it cannot be locked"_s));
    }
    Base::Result<Content> content = read();
    if (!content)
        return Base::failure(content.error());
    if (!content->isWhole) {
        if (const Base::Result<void> salvaged = salvage(content->profiles); !salvaged)
            return salvaged;
    }
    if (const Base::Result<void> changed = change(content->profiles); !changed)
        return changed;
    if (const Base::Result<void> written = write(content->profiles); !written)
        return written;
    m_profiles = std::move(content->profiles);
    return {};
}

ProfileStore::Content ProfileStore::contentOf(const QJsonObject &root)
{
    const QJsonValue list = root.value(u"profiles"_s);
    Content content;
    content.isWhole = root.value(u"format"_s).toInt() == format && list.isArray();
    for (const QJsonValue &entry : list.toArray()) {
        const std::optional<Profile> profile = profileFrom(entry.toObject());
        const bool isUsable = profile && placeOf(content.profiles, profile->name) < 0;
        content.isWhole = content.isWhole && isUsable;
        if (isUsable)
            content.profiles.append(*profile);
    }
    return content;
}

Base::Result<ProfileStore::Content> ProfileStore::read() const
{
    if (!QFileInfo::exists(m_file))
        return Content{.profiles = {}, .isWhole = true};
    QFile file(m_file);
    if (!file.open(QFile::ReadOnly))
        return Base::failure(unusable(m_file, file.errorString()));
    // No more room than is needed: what is freed is wiped, and a window waits for this file.
    const QByteArray text = file.read(qMin(file.size(), largestFile));
    if (file.error() != QFile::NoError)
        return Base::failure(unusable(m_file, file.errorString()));
    const QJsonObject root = QJsonDocument::fromJson(text).object(); // empty when it is none
    if (root.value(u"format"_s).toInt() > format)
        return Base::failure({.kind = ErrorKind::FileTooNew, .subject = m_file});
    return contentOf(root);
}

/// The file is damaged, and \a profiles is what could be read of it.
Base::Result<void> ProfileStore::salvage(const QList<Profile> &profiles)
{
    m_setAside = Base::setAside(m_file);
    if (m_setAside.isEmpty())
        return Base::failure(unusable(m_file, u"it is damaged, and cannot be set aside"_s));
    return write(profiles); // now, whatever becomes of the change
}

Base::Result<void> ProfileStore::write(const QList<Profile> &profiles) const
{
    return writeTo(m_file, profiles);
}

Base::Result<void> exportProfiles(const QList<Profile> &profiles, const QString &file)
{
    QList<Profile> exported = profiles;
    for (Profile &profile : exported)
        profile.isSecretSaved = false;
    return writeTo(file, exported);
}

} // namespace Tenantscope::Tenant
