// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/fieldvalue.h"

#include "app/applications/searchtext.h"

#include <QJsonArray>

namespace Tenantscope::Applications {

using namespace Qt::StringLiterals;

QJsonValue valueAt(const QJsonObject &members, QStringView path)
{
    const QJsonValue whole = members.value(path);
    if (!whole.isUndefined())
        return whole;
    for (qsizetype dot = path.indexOf(u'.'); dot >= 0; dot = path.indexOf(u'.', dot + 1)) {
        const QJsonValue inner = members.value(path.first(dot));
        if (!inner.isObject())
            continue;
        const QJsonValue value = valueAt(inner.toObject(), path.sliced(dot + 1));
        if (!value.isUndefined())
            return value;
    }
    return QJsonValue::Undefined;
}

Absence absenceOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Undefined:
        return Absence::Missing;
    case QJsonValue::Null:
        return Absence::Null;
    case QJsonValue::Array:
        return value.toArray().isEmpty() ? Absence::Empty : Absence::None;
    case QJsonValue::Object:
        return value.toObject().isEmpty() ? Absence::Empty : Absence::None;
    case QJsonValue::String:
        return value.toString().isEmpty() ? Absence::Empty : Absence::None;
    case QJsonValue::Bool:
    case QJsonValue::Double:
        break;
    }
    return Absence::None;
}

QByteArray elementTexts(const QJsonValue &value)
{
    const auto text = [](const QJsonValue &element) {
        return wellFormed(Management::valueText(element)).toUtf8();
    };
    if (!value.isArray())
        return text(value);
    QByteArrayList texts;
    for (const QJsonValue &element : value.toArray())
        texts.append(text(element));
    return texts.join(elementMark);
}

QString cellTextOf(const QJsonValue &value)
{
    if (!value.isArray())
        return Management::valueText(value);
    QStringList texts;
    for (const QJsonValue &element : value.toArray())
        texts.append(Management::valueText(element));
    return texts.join(", "_L1);
}

} // namespace Tenantscope::Applications
