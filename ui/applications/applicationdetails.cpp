// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/applicationdetails.h"

#include "app/applications/facts.h"
#include "app/base/plaintext.h"
#include "app/http/redaction.h"
#include "app/management/listquery.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Session::Emptiness;
using Session::whyAbsent;

namespace {

constexpr auto secretMember = "client_secret"_L1;
constexpr qsizetype largestJson = 16 * 1024 * 1024; // the largest answer there can be

QString scalarLine(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QCoreApplication::translate("Tenantscope::Ui::Details", "Yes")
                              : QCoreApplication::translate("Tenantscope::Ui::Details", "No");
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
        return value.toString();
    }
}

} // namespace

ApplicationDetails ApplicationDetails::fromJson(
    const QString &clientId, QByteArrayView json, const OAuth::ScopeSet &scopes, bool isWhole)
{
    ApplicationDetails details{.clientId = clientId, .scopes = scopes, .isWhole = isWhole};
    details.json = Http::redactedBody(json, "application/json", largestJson);
    details.members = QJsonDocument::fromJson(details.json).object();
    return details;
}

std::optional<Emptiness> ApplicationDetails::emptinessOf(const QString &member) const
{
    const auto found = members.constFind(member);
    if (found != members.constEnd())
        return isEmptyValue(*found) ? std::optional(Emptiness::Empty) : std::nullopt;
    const Emptiness why = whyAbsent(member, scopes);
    return why != Emptiness::NotVisible && notFetched().contains(member) ? Emptiness::NotFetched
                                                                         : why;
}

QStringList ApplicationDetails::notFetched() const
{
    // Secrets are left out of the details as well: a read that returns them is logged by the tenant.
    QStringList names = isWhole ? Management::excludedSecrets(scopes)
                                : Management::excludedMembers(scopes);
    names.removeIf([this](const QString &name) {
        return members.contains(name) || whyAbsent(name, scopes) == Emptiness::NotVisible;
    });
    names.sort();
    return names;
}

std::vector<Applications::Finding> ApplicationDetails::findings() const
{
    QJsonObject known = members;
    if (hasSecret == true)
        known.insert(secretMember, Http::redactionMark);
    return Applications::findingsOf(Management::Application(known), environment);
}

bool ApplicationDetails::isPublic() const
{
    return Applications::Facts(Management::Application(members)).isPublic();
}

bool ApplicationDetails::mayHideSecret() const
{
    return !hasSecret && emptinessOf(secretMember) == Emptiness::NotFetched && isPublic();
}

bool isEmptyValue(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return true;
    case QJsonValue::String:
        return value.toString().isEmpty();
    case QJsonValue::Array:
        return value.toArray().isEmpty();
    case QJsonValue::Object:
        return value.toObject().isEmpty();
    default:
        return false;
    }
}

QString valueLine(const QJsonValue &value)
{
    if (!value.isArray())
        return Base::plainLine(scalarLine(value));
    QStringList lines;
    for (const QJsonValue &element : value.toArray())
        lines.append(element.isArray() ? u"[…]"_s : scalarLine(element));
    return Base::plainLine(lines.join(u", "_s));
}

} // namespace Tenantscope::Ui
