// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Gives the functions of this file a context for translators.
class TimeText final
{
    Q_DECLARE_TR_FUNCTIONS(Tenantscope::Ui::TimeText)

public:
    static QString days(qint64 days, qint64 hours)
    {
        //: what is left of a token's life: whole days, then hours
        return tr("%n days %1 h", nullptr, int(days)).arg(hours);
    }
    static QString hours(qint64 hours, qint64 minutes)
    {
        return tr("%1 h %2 min").arg(hours).arg(minutes);
    }
    static QString minutes(qint64 minutes) { return tr("%1 min").arg(minutes); }
    static QString seconds(qint64 seconds) { return tr("%1 s").arg(seconds); }
    static QString expired() { return tr("Expired just now"); }
};

constexpr auto day = 24h;

QString longText(std::chrono::seconds left)
{
    const qint64 hours = left / 1h;
    if (left >= 2 * day)
        return TimeText::days(hours / 24, hours % 24);
    return TimeText::hours(hours, (left % 1h) / 1min);
}

} // namespace

QString countdownText(std::chrono::nanoseconds remaining)
{
    const auto left = std::chrono::floor<std::chrono::seconds>(remaining);
    if (left <= 0s)
        return TimeText::expired();
    if (left >= 1h)
        return longText(left);
    return u"%1:%2"_s.arg(left / 1min).arg(qint64((left % 1min).count()), 2, 10, QChar(u'0'));
}

QString durationText(std::chrono::nanoseconds duration)
{
    const auto whole = std::max(std::chrono::floor<std::chrono::seconds>(duration), 0s);
    if (whole >= 1h)
        return longText(whole);
    if (whole >= 1min)
        return TimeText::minutes(whole / 1min);
    return TimeText::seconds(whole.count());
}

QString localText(const QDateTime &instant, const QDateTime &now)
{
    const QLocale locale;
    const QDateTime local = instant.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const qint64 away = today.daysTo(local.date());
    if (away == 0)
        return locale.toString(local, u"HH:mm"_s);
    if (qAbs(away) < 7)
        return locale.toString(local, u"ddd HH:mm"_s);
    return dateText(instant, now);
}

QString dateText(const QDateTime &instant, const QDateTime &now)
{
    const QDateTime local = instant.toLocalTime();
    const bool sameYear = local.date().year() == now.toLocalTime().date().year();
    return QLocale().toString(local, sameYear ? u"ddd d MMM HH:mm"_s : u"ddd d MMM yyyy HH:mm"_s);
}

QString utcText(const QDateTime &instant)
{
    return QLocale().toString(instant.toUTC(), u"HH:mm"_s) + u" UTC"_s;
}

} // namespace Tenantscope::Ui
