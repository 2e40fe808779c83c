// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/quota.h"

#include <QStringBuilder>

#include <optional>

using namespace Qt::StringLiterals;

namespace Tenantscope::Http {

namespace {

/// The number called \a key in \a bucket; nullopt: there is none.
std::optional<qint64> figure(const QByteArray &bucket, QByteArrayView key)
{
    const QList<QByteArray> parts = bucket.split(';');
    for (const QByteArray &part : parts) {
        const qsizetype equals = part.indexOf('=');
        if (equals < 0 || part.first(equals).trimmed() != key)
            continue;
        bool isNumber = false;
        const qint64 number = part.sliced(equals + 1).trimmed().toLongLong(&isNumber);
        return isNumber ? std::optional(number) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

QString usedUpQuota(const Headers &headers)
{
    QString longest;
    qint64 untilReset = -1;
    for (const QLatin1StringView header : {applicationQuota, organizationQuota}) {
        const QList<QByteArray> buckets = headers.value(header.data()).split(',');
        for (const QByteArray &bucket : buckets) {
            const qint64 seconds = figure(bucket, "t").value_or(0);
            if (figure(bucket, "r").value_or(1) > 0 || seconds <= untilReset)
                continue;
            untilReset = seconds;
            longest = header % ": "_L1 % QString::fromLatin1(bucket.trimmed());
        }
    }
    return longest;
}

} // namespace Tenantscope::Http
