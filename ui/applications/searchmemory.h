// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/applications/columnlayout.h"

#include <QString>
#include <QStringList>

#include <optional>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

/// What its user sees of the applications, under a name: what is sought, of which type, in which columns and order.
struct SavedView
{
    QString name;
    QString search;
    std::optional<QString> type; ///< an `app_type`, "" for none; nullopt: all
    ColumnLayout layout;

    bool operator==(const SavedView &) const = default;
};

/// How long searches and views of a tenant live.
enum class Keeping {
    Always,  ///< from run to run
    ThisRun, ///< the tenant is not saved: nobody said yet that it is not production
    Never,   ///< production: what is there of before is erased, views cannot be saved
};

/// Remembers one tenant's last searches and saved views.
class SearchMemory final
{
public:
    static constexpr qsizetype mostRecent = 15;
    static constexpr qsizetype mostViews = 50;
    static constexpr qsizetype longestName = 60;

    /// \a search becomes the most recent one. Blanks alone are none.
    void remember(const QString &search);
    void forgetRecent();
    /// A view of the same name gives way. False when there are as many as can be.
    bool keep(const SavedView &view);
    void remove(const QString &name);

    [[nodiscard]] const QStringList &recent() const { return m_recent; }    ///< the last one first
    [[nodiscard]] const QList<SavedView> &views() const { return m_views; } ///< by name

    /// \a group: where the tenant's state stands.
    void save(QSettings &settings, const QString &group) const;
    /// What cannot be read is left out.
    void restore(const QSettings &settings, const QString &group);
    static void erase(QSettings &settings, const QString &group);

private:
    QStringList m_recent;
    QList<SavedView> m_views;
};

} // namespace Tenantscope::Ui
