// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/comparisontext.h"

#include "app/base/plaintext.h"
#include "app/base/safejson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace Tenantscope::Session {

using namespace Qt::StringLiterals;
using Applications::ApplicationLabel;
using Applications::ChangedApplication;
using Applications::Comparison;
using Applications::FieldChange;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Comparison)
};

constexpr qsizetype longestValue = 300;
constexpr qsizetype mostNamed = 8;

QJsonObject json(const ApplicationLabel &label)
{
    return {{u"client_id"_s, label.clientId}, {u"name"_s, label.name}};
}

QJsonArray json(const QList<ApplicationLabel> &labels)
{
    QJsonArray list;
    for (const ApplicationLabel &label : labels)
        list.append(json(label));
    return list;
}

QJsonArray json(const QList<FieldChange> &fields)
{
    QJsonArray list;
    for (const FieldChange &change : fields)
        list.append(QJsonObject{
            {u"field"_s, change.field}, {u"before"_s, change.before}, {u"after"_s, change.after}});
    return list;
}

QString labelText(const ApplicationLabel &label)
{
    const QString name = label.name.isEmpty() ? Text::tr("(no name)") : label.name;
    return Base::plainLine(name, longestValue) + u"  "_s
        + Base::plainLine(label.clientId, longestValue);
}

QString fieldText(const FieldChange &change)
{
    const QString field = u"    "_s + Base::plainLine(change.field, longestValue);
    const auto list = listChange(change);
    if (!list)
        return field + u": "_s + comparedValueText(change.before) + u" → "_s
            + comparedValueText(change.after) + u'\n';
    QString text = field + u'\n';
    for (const QJsonValue &element : list->removed)
        text += u"      - "_s + comparedValueText(element) + u'\n';
    for (const QJsonValue &element : list->added)
        text += u"      + "_s + comparedValueText(element) + u'\n';
    return text;
}

QString named(const ComparedSide &side)
{
    return u"“"_s + Base::plainLine(side.name, longestValue) + u"”"_s;
}

QString domainOf(const ComparedSide &side)
{
    const QString &domain = side.snapshot.domain;
    return domain.isEmpty() ? Text::tr("of an unknown domain") : Base::plainLine(domain);
}

void addVisibility(QStringList &notes, const QStringList &members, const ComparedSide &side)
{
    if (members.isEmpty())
        return;
    QString names = Base::plainLine(
        members.first(std::min(members.size(), mostNamed)).join(u", "_s));
    if (members.size() > mostNamed)
        names += u"…"_s;
    notes.append(
        Text::tr("Only %1 tells of %2. The token of the other one probably could not see that.")
            .arg(named(side), names));
}

} // namespace

QString comparisonText(const Comparison &comparison)
{
    QString text;
    for (const ApplicationLabel &label : comparison.added)
        text += u"+ "_s + labelText(label) + u'\n';
    for (const ApplicationLabel &label : comparison.removed)
        text += u"- "_s + labelText(label) + u'\n';
    for (const ChangedApplication &application : comparison.changed) {
        text += u"~ "_s + labelText(application.before);
        if (application.after.clientId != application.before.clientId)
            text += u" → "_s + Base::plainLine(application.after.clientId, longestValue);
        text += u'\n';
        for (const FieldChange &change : application.fields)
            text += fieldText(change);
    }
    return text;
}

QByteArray comparisonJson(const Comparison &comparison)
{
    QJsonArray changed;
    for (const ChangedApplication &application : comparison.changed) {
        QJsonObject members = json(application.before);
        members.insert(u"fields"_s, json(application.fields));
        changed.append(members);
    }
    const QJsonObject root{
        {u"added"_s, json(comparison.added)},
        {u"removed"_s, json(comparison.removed)},
        {u"changed"_s, changed}};
    return Base::safeJson(QJsonDocument(root).toJson(QJsonDocument::Compact));
}

QString comparedValueText(const QJsonValue &value)
{
    if (value.isNull())
        return Text::tr("not set");
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return Base::plainLine(QString::fromUtf8(list.sliced(1, list.size() - 2)), longestValue);
}

QStringList notesOnComparison(
    const Comparison &comparison, const ComparedSide &before, const ComparedSide &after)
{
    QStringList notes;
    for (const ComparedSide &side : {before, after}) {
        if (!side.snapshot.isComplete)
            notes.append(Text::tr("%1 is incomplete: what it lacks counts as added or removed.")
                             .arg(named(side)));
    }
    if (comparison.matchedBy == Comparison::MatchedBy::Name)
        notes.append(
            Text::tr("%1 and %2 are different tenants (%3, %4): applications are matched by "
                     "name; where several share one, those that are the same in all else "
                     "first, then those of the same type.")
                .arg(named(before), named(after), domainOf(before), domainOf(after)));
    addVisibility(notes, comparison.onlyBefore, before);
    addVisibility(notes, comparison.onlyAfter, after);
    if (comparison.isSame())
        notes.append(Text::tr("There is no difference."));
    return notes;
}

} // namespace Tenantscope::Session
