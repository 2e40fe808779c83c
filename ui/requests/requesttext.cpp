// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/requests/requesttext.h"

#include "app/http/curl.h"
#include "app/session/sentence.h"
#include "ui/shared/jsontext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Http::Exchange;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Tenantscope::Ui::RequestText", text);
}

/// What the request was for, for the words about its failure.
Session::Doing doingOf(const Exchange &exchange)
{
    if (exchange.path.startsWith("/oauth/token"_L1))
        return Session::Doing::SigningIn;
    if (!exchange.path.startsWith("/api/v2/clients/"_L1))
        return Session::Doing::LoadingApplications;
    return exchange.path.contains("include_fields=true"_L1) ? Session::Doing::ReadingSecret
                                                            : Session::Doing::LoadingDetails;
}

QString headerLines(const Http::Headers &headers)
{
    QString lines;
    for (const Http::Header &header : headers.fields()) {
        lines += QString::fromLatin1(header.name) + u": "_s + QString::fromLatin1(header.value)
            + u'\n';
    }
    return lines;
}

QString bodyText(const QByteArray &body)
{
    const bool isJson = body.startsWith('{') || body.startsWith('[');
    return QString::fromUtf8(isJson ? indentedJson(body) : body);
}

} // namespace

QString timeText(const QDateTime &instant)
{
    return instant.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
}

QString secondsText(std::chrono::seconds seconds)
{
    return translated("%1 s").arg(QLocale().toString(qint64(seconds.count())));
}

QString millisecondsText(std::chrono::milliseconds duration)
{
    if (duration < std::chrono::seconds(1))
        return translated("%1 ms").arg(QLocale().toString(qint64(duration.count())));
    const std::chrono::duration<double> seconds = duration;
    return translated("%1 s").arg(QLocale().toString(seconds.count(), 'f', 1));
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

bool isUnderWay(const Exchange &exchange)
{
    return exchange.state == Exchange::State::Queued || exchange.state == Exchange::State::InFlight;
}

QString troubleText(const Exchange &exchange)
{
    const Session::Sentence sentence = Session::describe(*exchange.error, doingOf(exchange));
    return sentence.why.isEmpty() ? sentence.what : sentence.why;
}

QString urlText(const Exchange &exchange)
{
    const QString rest = exchange.host + exchange.path;
    return exchange.host.contains("://"_L1) ? rest : QString(u"https://" + rest);
}

QString requestText(const Exchange &exchange)
{
    const QString line = exchange.method + u' ' + exchange.path + u'\n';
    QString text = line + headerLines(exchange.requestHeaders);
    if (!exchange.requestBody.isEmpty())
        text += u'\n' + bodyText(exchange.requestBody);
    return text;
}

QString answerText(const Exchange &exchange)
{
    QString text;
    if (exchange.status > 0) {
        text += QString::number(exchange.status) + u'\n' + headerLines(exchange.responseHeaders)
            + u'\n';
        text += exchange.responseBody.isEmpty() ? translated("(body not kept)")
                                                : bodyText(exchange.responseBody);
    } else {
        text += isUnderWay(exchange) ? translated("No answer yet.") : translated("No answer came.");
    }
    if (exchange.error)
        text += u"\n\n"_s + Session::details(*exchange.error).join(u'\n');
    return text;
}

QString curlText(const Exchange &exchange)
{
    if (exchange.method != "GET"_L1)
        return {};
    const QUrl url = QUrl::fromEncoded(urlText(exchange).toUtf8(), QUrl::StrictMode);
    return Http::curlCommand(exchange.method, url).value_or(QString());
}

} // namespace Tenantscope::Ui
