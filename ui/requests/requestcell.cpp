// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/requests/requestcell.h"

#include "app/base/plaintext.h"
#include "app/session/sentence.h"
#include "ui/requests/requesttext.h"
#include "ui/shared/cellpainter.h"

#include <QCoreApplication>
#include <QLocale>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Http::Exchange;

namespace {

constexpr qsizetype longestCell = 500;

QString translated(const char *text)
{
    return QCoreApplication::translate("Tenantscope::Ui::RequestsModel", text);
}

Qt::Alignment alignmentOf(RequestColumn column)
{
    switch (column) {
    case RequestColumn::Status:
    case RequestColumn::Duration:
    case RequestColumn::Attempt:
    case RequestColumn::Size:
        return Qt::AlignRight | Qt::AlignVCenter;
    default:
        return Qt::AlignLeft | Qt::AlignVCenter;
    }
}

QString cellText(const Exchange &exchange, RequestColumn column, Base::Instant now)
{
    switch (column) {
    case RequestColumn::Time:
        return timeText(exchange.startedAt);
    case RequestColumn::Method:
        return Base::plainLine(exchange.method, longestCell);
    case RequestColumn::Path:
        return Base::plainLine(exchange.path, longestCell);
    case RequestColumn::Status:
        return exchange.status == 0 ? u"–"_s : QString::number(exchange.status);
    case RequestColumn::Duration:
        return isUnderWay(exchange) ? u"…"_s : millisecondsText(exchange.duration);
    case RequestColumn::Attempt:
        return QLocale().toString(exchange.attempt);
    case RequestColumn::Size:
        return exchange.status == 0 ? u"–"_s : sizeText(exchange.size);
    case RequestColumn::Note:
        break;
    }
    return requestNote(exchange, now);
}

CellStyle::Tone toneOf(const Exchange &exchange)
{
    if (!isFailure(exchange))
        return CellStyle::Tone::Plain;
    // A wait the tenant asked for is no breakdown.
    return exchange.rateLimited ? CellStyle::Tone::Caution : CellStyle::Tone::Error;
}

CellStyle styleOf(const Exchange &exchange, RequestColumn column)
{
    CellStyle style;
    switch (column) {
    case RequestColumn::Path:
    case RequestColumn::Time:
    case RequestColumn::Method:
        // Not cut in the middle: the front says which page, the end of list requests is always the same.
        style.fixedWidth = true;
        break;
    case RequestColumn::Status:
    case RequestColumn::Note:
        style.tone = toneOf(exchange);
        break;
    default:
        style.tone = CellStyle::Tone::Secondary;
    }
    return style;
}

} // namespace

QVariant requestCell(const Exchange &exchange, RequestColumn column, Base::Instant now, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(exchange, column, now);
    case Qt::TextAlignmentRole:
        return int(alignmentOf(column));
    case cellStyleRole:
        return QVariant::fromValue(styleOf(exchange, column));
    default:
        return {};
    }
}

QVariant requestHeader(RequestColumn column, int role)
{
    if (role == Qt::TextAlignmentRole)
        return int(alignmentOf(column));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case RequestColumn::Time:
        return translated("Time");
    case RequestColumn::Method:
        return translated("Method");
    case RequestColumn::Path:
        return translated("Path");
    case RequestColumn::Status:
        return translated("Status");
    case RequestColumn::Duration:
        return translated("Duration");
    case RequestColumn::Attempt:
        return translated("Attempt");
    case RequestColumn::Size:
        return translated("Size");
    case RequestColumn::Note:
        break;
    }
    return translated("Note");
}

QString requestNote(const Exchange &exchange, Base::Instant now)
{
    if (exchange.state == Exchange::State::Queued)
        return translated("queued");
    if (exchange.state == Exchange::State::InFlight)
        return translated("under way");
    QString wait;
    if (const auto left = waitLeft(exchange, now))
        wait = translated("waits %1")
                   .arg(secondsText(std::chrono::ceil<std::chrono::seconds>(*left)));
    else if (exchange.wait.count() > 0)
        wait = translated("waited %1").arg(millisecondsText(exchange.wait));
    if (!wait.isEmpty() && exchange.rateLimited)
        return translated("%1 (429)").arg(wait);
    const QString trouble = exchange.error ? troubleText(exchange) : QString();
    if (wait.isEmpty() || trouble.isEmpty())
        return wait + trouble;
    return translated("%1 · %2").arg(trouble, wait);
}

std::optional<std::chrono::nanoseconds> waitLeft(const Exchange &exchange, Base::Instant now)
{
    if (exchange.state != Exchange::State::Waiting || !exchange.waitsUntil
        || *exchange.waitsUntil <= now)
        return {};
    return *exchange.waitsUntil - now;
}

bool isFailure(const Exchange &exchange)
{
    if (exchange.error && exchange.error->kind == Base::ErrorKind::Cancelled)
        return false;
    return exchange.error || exchange.status >= 300;
}

} // namespace Tenantscope::Ui
