// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/sarifprinter.h"

#include "app/cli/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;
using Applications::Severity;

namespace {

QByteArray text(const QJsonObject &object)
{
    return oneLineJson(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject message(const QString &words)
{
    return {{u"text"_s, words}};
}

QString levelOf(Severity severity)
{
    switch (severity) {
    case Severity::Low:
        return u"note"_s;
    case Severity::Medium:
        return u"warning"_s;
    case Severity::High:
        break;
    }
    return u"error"_s;
}

QJsonObject ruleObject(const Applications::Rule &rule, Tenant::Environment environment)
{
    const Applications::RuleWords words = wordsOf(rule);
    const auto severity = severityOf(rule, environment);
    const QJsonObject configuration = severity ? QJsonObject{{u"level"_s, levelOf(*severity)}}
                                               : QJsonObject{{u"enabled"_s, false}};
    return {
        {u"id"_s, rule.id},
        {u"shortDescription"_s, message(words.title)},
        {u"fullDescription"_s, message(words.why)},
        {u"help"_s, message(words.fix)},
        {u"defaultConfiguration"_s, configuration}};
}

} // namespace

QByteArray SarifPrinter::head(const std::vector<int> &)
{
    QJsonArray rules;
    for (const Applications::Rule &rule : Applications::rules())
        rules.append(ruleObject(rule, store().environment()));
    const QJsonObject driver{
        {u"name"_s, u"Tenantscope"_s},
        {u"version"_s, QStringLiteral(TENANTSCOPE_VERSION)},
        {u"rules"_s, rules}};
    return R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":)"
        + text({{u"driver"_s, driver}}) + R"(,"results":[)";
}

QByteArray SarifPrinter::finding(
    const Management::Application &application, const Applications::Finding &finding)
{
    const QString id = application.clientId();
    const QJsonObject client{
        {u"name"_s, application.name().isEmpty() ? id : application.name()},
        {u"fullyQualifiedName"_s, id},
        {u"kind"_s, u"resource"_s}};
    const QJsonObject result{
        {u"ruleId"_s, finding.rule->id},
        {u"ruleIndex"_s, int(finding.rule - Applications::rules().data())},
        {u"level"_s, levelOf(finding.severity)},
        {u"message"_s, message(wordsOf(*finding.rule).title + u". "_s + whyOf(finding))},
        {u"locations"_s, QJsonArray{QJsonObject{{u"logicalLocations"_s, QJsonArray{client}}}}},
        {u"partialFingerprints"_s,
         QJsonObject{{u"clientAndRule/v1"_s, QString(id + u'/' + finding.rule->id)}}}};
    const char *separator = m_isFirst ? "\n" : ",\n";
    m_isFirst = false;
    return separator + text(result);
}

QByteArray SarifPrinter::foot(const QString &trouble)
{
    QJsonObject invocation{{u"executionSuccessful"_s, trouble.isEmpty()}};
    if (!trouble.isEmpty()) {
        const QJsonObject notification{{u"level"_s, u"error"_s}, {u"message"_s, message(trouble)}};
        invocation.insert(u"toolExecutionNotifications"_s, QJsonArray{notification});
    }
    return (m_isFirst ? R"(],"invocations":[)" : "\n],\"invocations\":[") + text(invocation)
        + "]}]}\n";
}

} // namespace Tenantscope::Cli
