// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/applicationstore.h"

#include "app/applications/arena.h"
#include "app/applications/fieldvalue.h"
#include "app/applications/fieldvalues.h"
#include "app/applications/packedpages.h"
#include "app/applications/rowrecord.h"
#include "app/applications/searchtext.h"

#include <QHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <deque>
#include <map>
#include <utility>

namespace Tenantscope::Applications {

class ApplicationStore::Private final
{
public:
    /// A field's texts, and up to which row fill() has seen to them.
    struct KeptField
    {
        FieldValues values;
        int filled = 0;
    };

    [[nodiscard]] const RowRecord &row(int number) const { return m_rows.at(size_t(number)); }
    /// The kept texts of \a column, if \a row's is among them.
    [[nodiscard]] const FieldValues *valuesOf(Column column, int row) const;
    int append(const RowRecord &record); ///< returns its row
    void dropJson(RowRecord &record);
    void replace(int row, const RowRecord &record);
    /// Works out all that is wanted about \a row.
    void workOut(int row, const Management::Application &application);

    Arena m_arena;
    Arena m_searchArena; ///< apart, so that a search runs through memory from start to end
    PackedPages m_pages;
    std::vector<int> m_rowsOfPage; ///< whose text is in it and still needed
    TypeNames m_types;
    std::deque<RowRecord> m_rows; ///< grows without moving what is there: no stall at the 65,537th
    Insights m_insights = allInsights;
    std::vector<QByteArrayView> m_searchTexts; ///< of each row, if it is worked out
    std::vector<Traits> m_traits;              ///< of each row, if it is worked out
    QHash<QByteArrayView, int> m_rowById;      ///< keys stand in the arena
    std::map<Column, KeptField> m_fields;
    QSet<QString> m_leftOut;
    Tenant::Environment m_environment = Tenant::Environment::Production;
    int m_duplicates = 0;
};

const FieldValues *ApplicationStore::Private::valuesOf(Column column, int row) const
{
    const auto field = m_fields.find(column);
    return field != m_fields.end() && field->second.values.isHere(row) ? &field->second.values
                                                                       : nullptr;
}

int ApplicationStore::Private::append(const RowRecord &record)
{
    const auto row = int(m_rows.size());
    if (!record.clientId.isEmpty())
        m_rowById.insert(record.clientId, row);
    m_rows.push_back(record);
    if (m_insights.testFlag(Insight::Search)) {
        m_searchTexts.emplace_back();
        m_traits.emplace_back();
    }
    return row;
}

void ApplicationStore::Private::replace(int row, const RowRecord &record)
{
    ++m_duplicates;
    dropJson(m_rows[size_t(row)]);
    m_types.release(m_rows[size_t(row)].type);
    m_rows[size_t(row)] = record;
}

void ApplicationStore::Private::dropJson(RowRecord &record)
{
    if (std::exchange(record.size, 0) > 0 && --m_rowsOfPage[record.page] == 0)
        m_pages.drop(record.page);
}

void ApplicationStore::Private::workOut(int row, const Management::Application &application)
{
    if (m_insights.testFlag(Insight::Search)) {
        m_searchTexts[size_t(row)] = m_searchArena.store(searchTextOf(application));
        m_traits[size_t(row)] = traitsOf(application);
    }
    if (m_insights.testFlag(Insight::Findings))
        m_rows[size_t(row)].findings = findingsOf(application);
    for (auto &[column, field] : m_fields)
        field.values.set(row, application.members());
}

ApplicationStore::ApplicationStore()
    : d(std::make_unique<Private>())
{
}

ApplicationStore::~ApplicationStore() = default;

void ApplicationStore::clear()
{
    const auto former = std::exchange(d, std::make_unique<Private>());
    d->m_environment = former->m_environment;
    d->m_insights = former->m_insights;
    for (const auto &[column, field] : former->m_fields)
        keep(column);
}

void ApplicationStore::setEnvironment(Tenant::Environment environment)
{
    d->m_environment = environment;
}

void ApplicationStore::setInsights(Insights insights)
{
    Q_ASSERT(size() == 0);
    d->m_insights = insights;
}

ApplicationStore::Added ApplicationStore::add(const Management::Page &page)
{
    Added added{.firstNew = size(), .count = 0, .replaced = {}};
    const quint32 pageNumber = d->m_pages.add(page.body);
    d->m_rowsOfPage.push_back(0);
    for (qsizetype i = 0; i < page.applications.size(); ++i) {
        const Management::Application &application = page.applications.at(i);
        if (application.isGlobal()) {
            d->m_leftOut.insert(application.clientId());
            continue;
        }
        RowRecord record = makeRecord(application, d->m_arena, d->m_types);
        record.page = pageNumber;
        record.offset = quint32(page.spans.at(i).offset);
        record.size = quint32(page.spans.at(i).size);
        ++d->m_rowsOfPage[pageNumber];
        const auto known = d->m_rowById.constFind(record.clientId);
        const bool isNew = known == d->m_rowById.cend();
        const int row = isNew ? d->append(record) : *known;
        if (isNew)
            ++added.count;
        else
            d->replace(row, record);
        d->workOut(row, application);
        if (row < added.firstNew && !std::ranges::count(added.replaced, row))
            added.replaced.push_back(row);
    }
    return added;
}

void ApplicationStore::dropJson(int row)
{
    d->dropJson(d->m_rows[size_t(row)]);
}

int ApplicationStore::size() const
{
    return int(d->m_rows.size());
}

int ApplicationStore::duplicates() const
{
    return d->m_duplicates;
}

int ApplicationStore::leftOut() const
{
    return int(d->m_leftOut.size());
}

std::optional<int> ApplicationStore::rowOf(QStringView clientId) const
{
    const QByteArray id = wellFormed(clientId).toUtf8();
    const auto found = d->m_rowById.constFind(id);
    return found == d->m_rowById.cend() ? std::nullopt : std::optional(*found);
}

QString ApplicationStore::clientId(int row) const
{
    return QString::fromUtf8(d->row(row).clientId);
}

QByteArrayView ApplicationStore::clientIdUtf8(int row) const
{
    return d->row(row).clientId;
}

QString ApplicationStore::text(int row, Column column) const
{
    if (column == Column::Findings) {
        const Tally found = tally(row);
        return found.count == 0
            ? QString()
            : QString(nameOf(found.worst) + u' ' + QString::number(found.count));
    }
    if (const FieldValues *values = d->valuesOf(column, row))
        return values->text(row);
    if (isField(column)) {
        const QJsonValue value = valueAt(application(row).members(), memberOf(column));
        return absenceOf(value) == Absence::None ? wellFormed(cellTextOf(value)) : QString();
    }
    return recordText(d->row(row), column, d->m_types);
}

Absence ApplicationStore::absence(int row, Column column) const
{
    if (column == Column::Findings && isSummary(row))
        return Absence::Missing;
    if (column == Column::Findings)
        return tally(row).count == 0 ? Absence::Empty : Absence::None;
    if (const FieldValues *values = d->valuesOf(column, row))
        return values->absence(row);
    if (isField(column))
        return absenceOf(valueAt(application(row).members(), memberOf(column)));
    return d->row(row).absence(column);
}

FieldTexts ApplicationStore::fieldTexts(int row, Column column) const
{
    if (const FieldValues *values = d->valuesOf(column, row)) {
        const QByteArrayView texts = values->elements(row);
        return {
            .absence = values->absence(row),
            .texts = QByteArray::fromRawData(texts.data(), texts.size())};
    }
    const QJsonValue value = valueAt(application(row).members(), memberOf(column));
    const Absence absence = absenceOf(value);
    return {
        .absence = absence, .texts = absence == Absence::None ? elementTexts(value) : QByteArray()};
}

int ApplicationStore::callbackCount(int row) const
{
    return d->row(row).callbacks;
}

FindingSet ApplicationStore::findings(int row) const
{
    Q_ASSERT(d->m_insights.testFlag(Insight::Findings));
    return d->row(row).findings;
}

Tally ApplicationStore::tally(int row) const
{
    return tallyOf(findings(row), environment());
}

bool ApplicationStore::isSummary(int row) const
{
    return d->row(row).isSummary;
}

Tenant::Environment ApplicationStore::environment() const
{
    return d->m_environment;
}

Insights ApplicationStore::insights() const
{
    return d->m_insights;
}

QStringList ApplicationStore::types() const
{
    return d->m_types.inUse();
}

QStringView ApplicationStore::typeOf(int row) const
{
    return d->m_types.name(d->row(row).type);
}

QByteArrayView ApplicationStore::searchText(int row) const
{
    Q_ASSERT(d->m_insights.testFlag(Insight::Search));
    return d->m_searchTexts[size_t(row)];
}

Traits ApplicationStore::traits(int row) const
{
    Q_ASSERT(d->m_insights.testFlag(Insight::Search));
    return d->m_traits[size_t(row)];
}

QByteArray ApplicationStore::json(int row) const
{
    const RowRecord &record = d->row(row);
    Q_ASSERT(record.size > 0); // not dropped
    return d->m_pages.text(record.page).sliced(record.offset, record.size);
}

qsizetype ApplicationStore::jsonSize(int row) const
{
    return qsizetype(d->row(row).size);
}

Management::Application ApplicationStore::application(int row) const
{
    return Management::Application(QJsonDocument::fromJson(json(row)).object());
}

void ApplicationStore::keep(Column column) const
{
    if (isField(column))
        d->m_fields.try_emplace(
            column, Private::KeptField{.values = FieldValues(memberOf(column))});
}

bool ApplicationStore::fill(Column column, int most) const
{
    const auto field = d->m_fields.find(column);
    if (field == d->m_fields.end())
        return true;
    auto &[values, filled] = field->second;
    for (; filled < size(); ++filled) {
        if (values.isHere(filled))
            continue;
        if (most-- == 0)
            return false;
        values.set(filled, application(filled).members());
    }
    return true;
}

void ApplicationStore::drop(Column column) const
{
    d->m_fields.erase(column);
}

bool ApplicationStore::hasField(Column column) const
{
    const auto field = d->m_fields.find(column);
    return field != d->m_fields.end() && field->second.values.isInSome();
}

} // namespace Tenantscope::Applications
