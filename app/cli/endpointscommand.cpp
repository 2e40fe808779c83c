// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/endpointscommand.h"

#include "app/base/plaintext.h"
#include "app/cli/console.h"
#include "app/cli/jsontext.h"
#include "app/cli/output.h"
#include "app/cli/suggestion.h"
#include "app/cli/text.h"
#include "app/cli/textcolumns.h"
#include "app/management/endpointcatalogue.h"
#include "app/management/scopecatalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;
using Management::Endpoint;

namespace {

constexpr qsizetype longestQuoted = 60;

QString scopesText(const Endpoint &endpoint)
{
    QStringList ways;
    for (const QStringList &way : endpoint.ways)
        ways.append(way.join(u" and "_s)); // never translated: scripts read it too
    return ways.join(u" or "_s);
}

QByteArray table(const QList<Endpoint> &endpoints)
{
    QList<QStringList> rows{
        {Text::tr("METHOD"), Text::tr("PATH"), Text::tr("STAGE"), Text::tr("SCOPES")}};
    for (const Endpoint &endpoint : endpoints) {
        QString stage = nameOf(endpoint.lifecycle);
        if (stage.isEmpty())
            stage = u"–"_s;
        if (endpoint.isDeprecated)
            stage += u", "_s + Text::tr("deprecated");
        rows.append({endpoint.method, endpoint.path, stage, scopesText(endpoint)});
    }
    return inColumns(rows);
}

QByteArray json(const QList<Endpoint> &endpoints)
{
    QJsonArray list;
    for (const Endpoint &endpoint : endpoints) {
        QJsonArray ways;
        for (const QStringList &way : endpoint.ways)
            ways.append(QJsonArray::fromStringList(way));
        const QString stage = nameOf(endpoint.lifecycle);
        list.append(QJsonObject{
            {u"group"_s, endpoint.group},
            {u"method"_s, endpoint.method},
            {u"path"_s, endpoint.path},
            {u"scopes"_s, ways},
            {u"lifecycle"_s, stage.isEmpty() ? QJsonValue() : QJsonValue(stage)},
            {u"deprecated"_s, endpoint.isDeprecated}});
    }
    return oneLineJson(QJsonDocument(list).toJson(QJsonDocument::Compact)) + '\n';
}

} // namespace

EndpointsCommand::EndpointsCommand(EndpointsWish wish, Output &output, Console &console)
    : m_wish(std::move(wish))
    , m_output(output)
    , m_console(console)
{
}

void EndpointsCommand::start()
{
    const auto catalogue = Management::EndpointCatalogue::read();
    QList<Endpoint> found = catalogue.search(m_wish.search);
    if (m_wish.scope) {
        found.removeIf([this](const Endpoint &endpoint) {
            return !endpoint.scopes().contains(*m_wish.scope);
        });
    }
    m_output.write(printedEndpoints(found, m_wish.format));
    if (m_wish.scope)
        noteUnknownScope();
    if (found.isEmpty())
        m_console.note(Text::tr("No endpoint matches. The catalogue has %1 of them, as Auth0's "
                                "reference names them.")
                           .arg(catalogue.all().size()));
    Q_EMIT finished(ExitCode::Success);
}

void EndpointsCommand::noteUnknownScope()
{
    const QString note = noteOnScope(*m_wish.scope, Management::ScopeCatalogue::read());
    if (!note.isEmpty())
        m_console.note(note);
}

QByteArray printedEndpoints(const QList<Endpoint> &endpoints, EndpointsWish::Format format)
{
    if (format == EndpointsWish::Format::Json)
        return json(endpoints);
    return endpoints.isEmpty() ? QByteArray() : table(endpoints);
}

QString noteOnScope(const QString &scope, const Management::ScopeCatalogue &known)
{
    if (known.find(scope))
        return {};
    QStringList names;
    for (const Management::KnownScope &each : known.all())
        names.append(each.name);
    const QString nearest = nearestWord(scope, names);
    const QString note = Text::tr("“%1” is no known scope of the Management API.")
                             .arg(Base::plainLine(scope, longestQuoted));
    return nearest.isEmpty() ? note : note + u' ' + Text::tr("Did you mean %1?").arg(nearest);
}

} // namespace Tenantscope::Cli
