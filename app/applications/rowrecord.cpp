// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/rowrecord.h"

#include "app/applications/arena.h"
#include "app/applications/fieldvalue.h"
#include "app/applications/searchtext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

int listSize(const QJsonValue &value)
{
    if (value.isArray())
        return int(value.toArray().size());
    return absenceOf(value) == Absence::None ? 1 : 0; // a lone value where a list should be
}

} // namespace

quint32 TypeNames::use(const QString &name)
{
    const auto [place, isNew] = m_numbers.try_emplace(name, quint32(m_names.size()));
    if (isNew)
        m_names.push_back({name});
    ++m_names[place->second].rows;
    return place->second;
}

QStringList TypeNames::inUse() const
{
    QStringList names;
    for (const auto &[name, number] : m_numbers) {
        if (m_names[number].rows > 0)
            names.append(name);
    }
    return names;
}

RowRecord makeRecord(const Management::Application &application, Arena &arena, TypeNames &types)
{
    const auto stored = [&arena](const QString &text) {
        return arena.store(wellFormed(text).toUtf8());
    };
    const QJsonObject &members = application.members();
    RowRecord record;
    record.clientId = stored(application.clientId());
    record.name = stored(application.name());
    record.grantTypes = stored(cellTextOf(members.value(memberOf(Column::GrantTypes))));
    record.description = stored(application.description());
    record.type = types.use(wellFormed(application.appType()));
    record.callbacks = listSize(members.value(memberOf(Column::Callbacks)));
    record.firstParty = application.isFirstParty().value_or(false);
    record.isSummary = isSummary(application);
    for (const Column column : allColumns) {
        Absence absence = absenceOf(members.value(memberOf(column)));
        if (column == Column::FirstParty && absence == Absence::None && !application.isFirstParty())
            absence = Absence::Empty; // neither true nor false
        record.absences |= quint16(int(absence) << (2 * int(column)));
    }
    return record;
}

QString recordText(const RowRecord &record, Column column, const TypeNames &types)
{
    if (record.absence(column) != Absence::None)
        return {};
    switch (column) {
    case Column::Name:
        return QString::fromUtf8(record.name);
    case Column::Type:
        return types.name(record.type);
    case Column::ClientId:
        return QString::fromUtf8(record.clientId);
    case Column::FirstParty:
        return record.firstParty ? u"true"_s : u"false"_s;
    case Column::Callbacks:
        return QString::number(record.callbacks);
    case Column::GrantTypes:
        return QString::fromUtf8(record.grantTypes);
    case Column::Description:
        return QString::fromUtf8(record.description);
    case Column::Findings: // the store tells them, by the tenant's environment
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace Tenantscope::Applications
