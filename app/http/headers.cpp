// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/headers.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tenantscope::Http {

namespace {

int monthNumber(QStringView name)
{
    static constexpr std::array names{"Jan"_L1, "Feb"_L1, "Mar"_L1, "Apr"_L1, "May"_L1, "Jun"_L1,
                                      "Jul"_L1, "Aug"_L1, "Sep"_L1, "Oct"_L1, "Nov"_L1, "Dec"_L1};
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? 0 : int(found - names.begin()) + 1;
}

std::optional<QDateTime> utc(int year, int month, QStringView day, QStringView time)
{
    const QDate date(year, month, day.toInt());
    const QTime clock = QTime::fromString(time.toString(), u"HH:mm:ss"_s);
    if (!date.isValid() || !clock.isValid())
        return std::nullopt;
    return QDateTime(date, clock, Qt::UTC);
}

/// Two digits of a year, in the obsolete form: taken as 1970 to 2069.
int fullYear(QStringView year)
{
    const int number = year.toInt();
    return year.size() == 4 ? number : number + (number < 70 ? 2000 : 1900);
}

/// `Sun, 06 Nov 1994 08:49:37 GMT` or `Sunday, 06-Nov-94 08:49:37 GMT`; the weekday is not judged.
std::optional<QDateTime> fixedDate(const QString &text)
{
    static const QRegularExpression form(
        u"^[A-Za-z]+, (\\d\\d)[ -]([A-Z][a-z]{2})[ -](\\d{4}|\\d{2}) (\\d\\d:\\d\\d:\\d\\d) GMT$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return utc(
        fullYear(match.capturedView(3)), monthNumber(match.capturedView(2)), match.capturedView(1),
        match.capturedView(4));
}

/// `Sun Nov  6 08:49:37 1994`
std::optional<QDateTime> asctimeDate(const QString &text)
{
    static const QRegularExpression form(
        u"^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \\d]\\d) (\\d\\d:\\d\\d:\\d\\d) (\\d{4})$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return utc(
        match.capturedView(4).toInt(), monthNumber(match.capturedView(1)),
        match.capturedView(2).trimmed(), match.capturedView(3));
}

} // namespace

Headers::Headers(QList<Header> fields)
    : m_fields(std::move(fields))
{
}

void Headers::append(QByteArray name, QByteArray value)
{
    m_fields.append({std::move(name), std::move(value)});
}

QByteArray Headers::value(QByteArrayView name) const
{
    for (const Header &field : m_fields) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0)
            return field.value;
    }
    return {};
}

bool Headers::contains(QByteArrayView name) const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [name](const Header &field) {
        return field.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

std::optional<qint64> Headers::integer(QByteArrayView name) const
{
    // Several fields of one name reach us as one, parted by commas: the first counts.
    const QByteArray all = value(name);
    const qsizetype comma = all.indexOf(',');
    const QByteArray first = comma < 0 ? all : all.left(comma);
    bool isNumber = false;
    const qint64 number = first.trimmed().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<QDateTime> Headers::date(QByteArrayView name) const
{
    const QString text = QString::fromLatin1(value(name)).trimmed();
    if (const std::optional<QDateTime> date = fixedDate(text))
        return date;
    return asctimeDate(text);
}

} // namespace Tenantscope::Http
