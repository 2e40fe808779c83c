// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/fieldvalues.h"

#include "app/applications/fieldvalue.h"

#include <algorithm>

namespace Tenantscope::Applications {

FieldValues::FieldValues(QString path)
    : m_path(std::move(path))
{
}

void FieldValues::set(int row, const QJsonObject &members)
{
    if (row >= int(m_numbers.size()))
        m_numbers.resize(size_t(row) + 1, notHere);
    const QJsonValue value = valueAt(members, m_path);
    const Absence absence = absenceOf(value);
    m_numbers[size_t(row)] = absence == Absence::None ? numberOf(elementTexts(value))
                                                      : firstAbsent + quint32(absence);
}

bool FieldValues::isHere(int row) const
{
    return row < int(m_numbers.size()) && m_numbers[size_t(row)] != notHere;
}

QString FieldValues::text(int row) const
{
    const QByteArrayView texts = elements(row);
    if (!texts.contains(elementMark))
        return QString::fromUtf8(texts);
    return QString::fromUtf8(texts.toByteArray().replace(elementMark, ", "));
}

QByteArrayView FieldValues::elements(int row) const
{
    const quint32 number = m_numbers[size_t(row)];
    return number < firstAbsent ? m_texts[number] : QByteArrayView();
}

Absence FieldValues::absence(int row) const
{
    const quint32 number = m_numbers[size_t(row)];
    return number < firstAbsent ? Absence::None : Absence(number - firstAbsent);
}

bool FieldValues::isInSome() const
{
    return std::ranges::any_of(m_numbers, [](quint32 number) {
        return number != notHere && number != firstAbsent + quint32(Absence::Missing);
    });
}

quint32 FieldValues::numberOf(const QByteArray &text)
{
    const auto known = m_known.constFind(QByteArrayView(text));
    if (known != m_known.cend())
        return *known;
    const QByteArrayView kept = m_arena.store(text);
    m_texts.push_back(kept);
    const auto number = quint32(m_texts.size() - 1);
    m_known.insert(kept, number);
    return number;
}

} // namespace Tenantscope::Applications
