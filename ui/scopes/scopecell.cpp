// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/scopes/scopecell.h"

#include "app/base/plaintext.h"
#include "ui/scopes/scopewords.h"
#include "ui/shared/cellpainter.h"

#include <QCoreApplication>

#include <algorithm>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Management::ScopeCatalogue;
using Management::ScopeKind;

namespace {

constexpr qsizetype longestName = 120;

QString translated(const char *text)
{
    return QCoreApplication::translate("Tenantscope::Ui::ScopesModel", text);
}

/// Of several scopes in one cell, which only stand under Other: whoever holds any of them.
Holding holdingOf(const QStringList &scopes, const ScopeHolders &holders)
{
    bool here = false;
    bool there = false;
    for (const QString &scope : scopes) {
        const Holding holding = holders.of(scope);
        if (holding == Holding::Unknown)
            return holding;
        here = here || holding == Holding::Here || holding == Holding::Both;
        there = there || holding == Holding::There || holding == Holding::Both;
    }
    if (here && there)
        return Holding::Both;
    return here ? Holding::Here : there ? Holding::There : Holding::Nobody;
}

ScopeKind gravestOf(const QStringList &scopes, const ScopeCatalogue &known)
{
    ScopeKind gravest = ScopeKind::Own;
    for (const QString &scope : scopes)
        gravest = std::min(gravest, known.kindOf(scope));
    return gravest;
}

CellStyle styleOf(Holding holding, ScopeKind gravest)
{
    CellStyle style;
    style.roomAfter = isRisky(gravest) ? scopeMarkRoom : 0;
    switch (holding) {
    case Holding::Here:
    case Holding::Both:
        style.icon = "check";
        style.tone = CellStyle::Tone::Ok;
        break;
    case Holding::There:
        style.icon = "circle-dashed";
        style.tone = CellStyle::Tone::Plain;
        break;
    case Holding::Nobody:
    case Holding::Unknown:
        style.tone = CellStyle::Tone::Secondary;
    }
    return style;
}

/// One line a scope: its name, who holds it, what it risks.
QString spokenText(
    const QStringList &scopes, const ScopeHolders &holders, const ScopeCatalogue &known)
{
    if (scopes.isEmpty())
        return translated("No such scope");
    QStringList lines;
    for (const QString &scope : scopes) {
        QStringList parts{
            Base::plainLine(scope, longestName), holdingWords(holders.of(scope), holders)};
        const Management::KnownScope *facts = known.find(scope);
        if (!facts)
            parts.append(translated("not in the catalogue"));
        else if (facts->kind != ScopeKind::Plain)
            parts.append(kindWords(facts->kind));
        lines.append(parts.join(u", "_s));
    }
    return lines.join(u'\n');
}

} // namespace

Holding ScopeHolders::of(const QString &scope) const
{
    if (!here.scopes.isKnown())
        return Holding::Unknown;
    const bool isHere = here.scopes.contains(scope);
    const bool isThere = there && there->scopes.contains(scope);
    if (isHere)
        return isThere ? Holding::Both : Holding::Here;
    return isThere ? Holding::There : Holding::Nobody;
}

QVariant scopeCell(
    const QStringList &scopes, const ScopeHolders &holders, const ScopeCatalogue &known, int role)
{
    if (role == Qt::AccessibleTextRole)
        return spokenText(scopes, holders, known);
    if (scopes.isEmpty())
        return role == Qt::DisplayRole ? QVariant(QString()) : QVariant();
    const Holding holding = holdingOf(scopes, holders);
    const ScopeKind gravest = gravestOf(scopes, known);
    switch (role) {
    case Qt::DisplayRole:
        return holdingText(holding, holders.there.has_value());
    case Qt::ToolTipRole:
        return spokenText(scopes, holders, known);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case cellStyleRole:
        return QVariant::fromValue(styleOf(holding, gravest));
    case scopeKindRole:
        return isRisky(gravest) ? QVariant(int(gravest)) : QVariant();
    case scopeHeldRole:
        return holding != Holding::Nobody && holding != Holding::Unknown;
    default:
        return {};
    }
}

QVariant resourceCell(const QString &resource, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return Base::plainLine(resource, longestName);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case cellStyleRole:
        return QVariant::fromValue(CellStyle{.elide = Qt::ElideMiddle});
    default:
        return {};
    }
}

QVariant scopeHeader(ScopeColumn column, int role)
{
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case ScopeColumn::Resource:
        return translated("Resource");
    case ScopeColumn::Read:
        return translated("Read");
    case ScopeColumn::Create:
        return translated("Create");
    case ScopeColumn::Update:
        return translated("Update");
    case ScopeColumn::Delete:
        return translated("Delete");
    case ScopeColumn::Other:
        break;
    }
    return translated("Other");
}

QString holdingText(Holding holding, bool isCompared)
{
    switch (holding) {
    case Holding::Nobody:
        return u"–"_s;
    case Holding::Unknown:
        return u"?"_s;
    case Holding::Here:
        return isCompared ? translated("Here") : QString();
    case Holding::There:
        return translated("There");
    case Holding::Both:
        break;
    }
    return translated("Both");
}

QString holdingWords(Holding holding, const ScopeHolders &holders)
{
    const auto only = [](const NamedScopes &who, const char *unnamed) {
        return who.name.isEmpty() ? translated(unnamed)
                                  : translated("only %1").arg(Base::plainLine(who.name, 60));
    };
    switch (holding) {
    case Holding::Nobody:
        return translated("not granted");
    case Holding::Unknown:
        return translated("unknown: the token does not tell its scopes");
    case Holding::Here:
        return holders.there ? only(holders.here, "only this token") : translated("granted");
    case Holding::There:
        return holders.there ? only(*holders.there, "only the other token") : QString();
    case Holding::Both:
        break;
    }
    return translated("granted to both");
}

} // namespace Tenantscope::Ui
