// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/tenant/profile.h"

#include <QList>

#include <functional>

namespace Tenantscope::Tenant {

/// The saved tenants, in their user's order: one JSON file with a format version, which window and terminal twin share.
///
/// A change reads the file anew under a lock, and writes it whole (0600) or not at all, so that two programs lose
/// nothing of each other's. A file that cannot be read as what it should be is set aside, and what could be read of it
/// stays; one of a later version is left alone. Errors of all functions: FileUnusable, FileTooNew, and InvalidProfile.
class ProfileStore final
{
public:
    static constexpr int format = 1;

    /// \a file: `tenantscope/profiles.json` in the XDG configuration folder unless told otherwise. Nothing is read yet.
    explicit ProfileStore(const QString &file = usualFile());

    [[nodiscard]] static QString usualFile();
    [[nodiscard]] QString file() const { return m_file; }

    [[nodiscard]] Base::Result<void> load();

    [[nodiscard]] const QList<Profile> &profiles() const { return m_profiles; }
    [[nodiscard]] Base::Result<Profile> find(QStringView name) const;
    /// Where a damaged file went, as far as this store met one; empty: it met none.
    [[nodiscard]] QString setAside() const { return m_setAside; }

    [[nodiscard]] Base::Result<void> add(const Profile &profile);
    /// \a place is brought into range.
    [[nodiscard]] Base::Result<void> insert(qsizetype place, const Profile &profile);
    /// Puts \a profile, perhaps of another name, in the place of the one called \a name.
    [[nodiscard]] Base::Result<void> replace(QStringView name, const Profile &profile);
    [[nodiscard]] Base::Result<void> remove(QStringView name);
    [[nodiscard]] Base::Result<void> move(QStringView name, qsizetype place);

private:
    using Change = std::function<Base::Result<void>(QList<Profile> &)>;
    [[nodiscard]] Base::Result<void> edit(const Change &change);
    /// What the file says.
    struct Content
    {
        QList<Profile> profiles;
        bool isWhole = false; ///< every entry could be read
    };
    [[nodiscard]] static Content contentOf(const QJsonObject &root);
    [[nodiscard]] Base::Result<Content> read() const;
    [[nodiscard]] Base::Result<void> salvage(const QList<Profile> &profiles);
    [[nodiscard]] Base::Result<void> write(const QList<Profile> &profiles) const;

    QString m_file;
    QString m_setAside;
    QList<Profile> m_profiles;
};

/// Writes \a profiles to \a file as the store would (0600), but as what they are elsewhere: without a keychain entry.
/// FileUnusable.
[[nodiscard]] Base::Result<void> exportProfiles(
    const QList<Profile> &profiles, const QString &file);

} // namespace Tenantscope::Tenant
