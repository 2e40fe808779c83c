// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/publicmembers.h"

#include "app/http/redaction.h"
#include "app/management/listquery.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using Tenantscope::Base::JsonKind;

namespace Tenantscope::Management {

namespace {

JsonKind kindOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object:
        return JsonKind::Object;
    case QJsonValue::Array:
        return JsonKind::Array;
    case QJsonValue::String:
        return JsonKind::String;
    case QJsonValue::Double:
        return JsonKind::Number;
    case QJsonValue::Null:
    case QJsonValue::Bool:
    case QJsonValue::Undefined:
        break;
    }
    return JsonKind::Literal;
}

bool isLeftOut(const QStringList &path, JsonKind kind)
{
    // Whatever the token may see: which members a snapshot has must not depend on it.
    static const QStringList secrets = excludedSecrets(OAuth::ScopeSet());
    return (path.size() == 1 && secrets.contains(path.front())) || path.back() == "credentials"_L1
        || Http::isSecretMember(path, kind);
}

/// Most texts of an application are names and URLs that hold none of these; the patterns are slow.
bool mayHoldCredential(const QString &text)
{
    constexpr QStringView marks = u"=@ \"'";
    return text.size() > 8
        && (text.contains("eyJ"_L1) || text.contains("-----BEGIN"_L1)
            || text.contains("token"_L1, Qt::CaseInsensitive)
            || text.contains("secret"_L1, Qt::CaseInsensitive)
            || text.contains("password"_L1, Qt::CaseInsensitive)
            || text.contains("api_key"_L1, Qt::CaseInsensitive)
            || text.contains("assertion"_L1, Qt::CaseInsensitive)
            || text.contains("bearer"_L1, Qt::CaseInsensitive)
            || text.contains("basic"_L1, Qt::CaseInsensitive)
            || text.contains("dpop"_L1, Qt::CaseInsensitive)
            || std::any_of(
                text.begin(), text.end(), [marks](QChar c) { return marks.contains(c); }));
}

class Clearing final
{
public:
    [[nodiscard]] QJsonObject object(const QJsonObject &members)
    {
        QJsonObject cleared;
        for (auto member = members.begin(); member != members.end(); ++member) {
            m_path.append(member.key());
            const QJsonValue inner = member.value();
            if (!isLeftOut(m_path, kindOf(inner)))
                cleared.insert(member.key(), value(inner));
            m_path.removeLast();
        }
        return cleared;
    }

private:
    [[nodiscard]] QJsonValue value(const QJsonValue &value)
    {
        switch (value.type()) {
        case QJsonValue::Object:
            return object(value.toObject());
        case QJsonValue::Array:
            return array(value.toArray());
        case QJsonValue::String: {
            const QString text = value.toString();
            return mayHoldCredential(text) ? Http::redactedMessage(text) : text;
        }
        default:
            return value;
        }
    }

    [[nodiscard]] QJsonArray array(const QJsonArray &elements)
    {
        QJsonArray cleared;
        for (const QJsonValue &element : elements)
            cleared.append(value(element));
        return cleared;
    }

    QStringList m_path; ///< of member names, from the top level down
};

} // namespace

QJsonObject withoutSecrets(const QJsonObject &members)
{
    return Clearing().object(members);
}

} // namespace Tenantscope::Management
