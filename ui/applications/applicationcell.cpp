// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/applicationcell.h"

#include "app/base/plaintext.h"
#include "app/session/emptiness.h"
#include "ui/applications/findingwords.h"
#include "ui/applications/typeword.h"
#include "ui/shared/cellpainter.h"

#include <QCoreApplication>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Applications::ApplicationStore;
using Applications::Column;
using Session::Emptiness;
using Session::emptinessMark;
using Session::emptinessWords;

namespace {

constexpr qsizetype longestCell = 300;

QString translated(const char *text)
{
    return QCoreApplication::translate("Tenantscope::Ui::ApplicationsModel", text);
}

Qt::Alignment alignmentOf(Column column)
{
    const Qt::AlignmentFlag side = column == Column::Callbacks ? Qt::AlignRight : Qt::AlignLeft;
    return side | Qt::AlignVCenter;
}

/// Scopes show or hide a member with all that is in it.
QString outerMemberOf(Column column)
{
    return memberOf(column).section(u'.', 0, 0);
}

/// Why there is no value; nullopt: there is one. A missing `app_type` has a word of its own.
std::optional<Emptiness> emptinessAt(
    const ApplicationStore &store, int row, Column column, const OAuth::ScopeSet &scopes)
{
    if (column == Column::Type)
        return {};
    return Session::emptinessOf(store.absence(row, column), outerMemberOf(column), scopes);
}

QString valueText(const ApplicationStore &store, int row, Column column)
{
    if (column == Column::Findings)
        return tallyText(store.tally(row));
    if (column == Column::Type)
        return typeWord(store.typeOf(row));
    const QString text = store.text(row, column);
    if (column == Column::FirstParty && text == "true"_L1)
        return translated("Yes");
    if (column == Column::FirstParty && text == "false"_L1)
        return translated("No");
    return Base::plainLine(text, longestCell);
}

CellStyle styleOf(
    Column column, std::optional<Emptiness> emptiness,
    const std::optional<Applications::Tally> &tally)
{
    CellStyle style;
    if (emptiness) {
        style.tone = CellStyle::Tone::Secondary;
        if (*emptiness == Emptiness::NotVisible)
            style.icon = "lock";
    } else if (tally) {
        style.tone = cellToneOf(tally->worst);
        style.icon = severityIcon(tally->worst);
    } else if (column == Column::Type) {
        style.shape = CellStyle::Shape::Badge;
    } else if (column == Column::ClientId) {
        style.elide = Qt::ElideMiddle;
        style.fixedWidth = true;
    }
    return style;
}

} // namespace

QVariant applicationCell(
    const ApplicationStore &store, int row, Column column, const OAuth::ScopeSet &scopes, int role)
{
    if (role == Qt::TextAlignmentRole)
        return int(alignmentOf(column));
    if (role == memberRole)
        return memberOf(column);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole
        && role != cellStyleRole)
        return {};
    const std::optional<Emptiness> emptiness = emptinessAt(store, row, column, scopes);
    const bool hasFindings = column == Column::Findings && !emptiness;
    if (role == cellStyleRole)
        return QVariant::fromValue(styleOf(
            column, emptiness, hasFindings ? std::optional(store.tally(row)) : std::nullopt));
    if (role != Qt::DisplayRole && hasFindings)
        return findingTitles(store.findings(row), store.environment());
    if (emptiness == Emptiness::Empty && column == Column::Findings)
        return role == Qt::DisplayRole ? translated("None") : translated("Nothing found");
    if (role == Qt::DisplayRole) {
        return emptiness ? emptinessMark(*emptiness, outerMemberOf(column))
                         : valueText(store, row, column);
    }
    return emptiness ? emptinessWords(*emptiness, outerMemberOf(column)) : QVariant();
}

QVariant columnHeader(Column column, int role)
{
    if (role == Qt::TextAlignmentRole)
        return int(alignmentOf(column));
    if (role != Qt::DisplayRole)
        return {};
    if (Applications::isField(column))
        return memberOf(column); // as the API calls it: what its users look for
    switch (column) {
    case Column::Name:
        return translated("Name");
    case Column::Type:
        return translated("Type");
    case Column::ClientId:
        return translated("Client ID");
    case Column::FirstParty:
        return translated("First party");
    case Column::Callbacks:
        return translated("Callbacks");
    case Column::GrantTypes:
        return translated("Grant types");
    case Column::Findings:
        return translated("Findings");
    case Column::Description:
        break;
    }
    return translated("Description");
}

} // namespace Tenantscope::Ui
