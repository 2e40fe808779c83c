// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/applicationstore.h"
#include "app/applications/finding.h"

#include <deque>
#include <map>

namespace Tenantscope::Applications {

class Arena;

/// The distinct `app_type`s of a store's rows, each kept once and numbered.
class TypeNames final
{
public:
    /// The number of \a name; one more row uses it.
    quint32 use(const QString &name);
    /// One row fewer uses it.
    void release(quint32 number) { --m_names[number].rows; }

    [[nodiscard]] const QString &name(quint32 number) const { return m_names[number].text; }
    [[nodiscard]] QStringList inUse() const; ///< sorted

private:
    struct Name
    {
        QString text;
        int rows = 0;
    };
    std::deque<Name> m_names; ///< does not move its elements
    std::map<QString, quint32> m_numbers;
};

/// What a store keeps of one row at hand: texts in its arena, the rest of it in a packed page.
struct RowRecord
{
    QByteArrayView clientId;
    QByteArrayView name;
    QByteArrayView grantTypes;
    QByteArrayView description;
    quint32 page = 0; ///< its packed page, and where in its text
    quint32 offset = 0;
    quint32 size = 0;
    quint32 type = 0;
    qint32 callbacks = 0;
    bool firstParty = false;
    quint16 absences = 0;  ///< two bits a column
    FindingSet findings{}; ///< worked out by the store, if it is wanted
    bool isSummary = false;

    [[nodiscard]] Absence absence(Column column) const
    {
        return Absence((absences >> (2 * int(column))) & 3);
    }
};

/// The record of \a application, its texts stored in \a arena and its type in \a types.
[[nodiscard]] RowRecord makeRecord(
    const Management::Application &application, Arena &arena, TypeNames &types);

/// A cell's text, as ApplicationStore::text().
[[nodiscard]] QString recordText(const RowRecord &record, Column column, const TypeNames &types);

} // namespace Tenantscope::Applications
