// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/ledger/ledgercell.h"

#include "app/base/clockskew.h"
#include "app/base/plaintext.h"
#include "ui/shared/cellpainter.h"
#include "ui/shared/formatname.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"
#include "ui/shared/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Tenantscope::Ui {

using Session::TokenCopy;

namespace {

/// Words the cells of one copy.
class Cells final
{
    Q_DECLARE_TR_FUNCTIONS(Tenantscope::Ui::LedgerModel)

public:
    Cells(const TokenCopy &copy, const Base::Clock &clock, const QObject *place)
        : m_copy(copy)
        , m_clock(clock)
        , m_place(place)
    {
    }

    [[nodiscard]] QString text(LedgerColumn column) const
    {
        switch (column) {
        case LedgerColumn::When:
            return localText(corrected(m_copy.copiedWall), corrected(m_clock.wallNow()));
        case LedgerColumn::Tenant:
            return tenant();
        case LedgerColumn::As:
            return formatName(m_copy.format);
        case LedgerColumn::Token:
            return m_copy.fingerprint;
        case LedgerColumn::Scopes:
            return m_copy.scopes ? QLocale().toString(*m_copy.scopes) : tr("unknown");
        case LedgerColumn::Dies:
            return m_copy.diesAt
                ? localText(corrected(m_clock.wallAt(*m_copy.diesAt)), corrected(m_clock.wallNow()))
                : tr("unknown");
        case LedgerColumn::Left:
            return left();
        }
        Q_UNREACHABLE();
    }
    /// The same for readers of the screen: nobody wants to hear seconds.
    [[nodiscard]] QString spoken(LedgerColumn column) const
    {
        if (column != LedgerColumn::Left || !m_copy.diesAt || !isAlive())
            return text(column);
        return tr("until %1").arg(text(LedgerColumn::Dies));
    }
    [[nodiscard]] CellStyle style(LedgerColumn column) const
    {
        CellStyle style;
        style.fixedWidth = column == LedgerColumn::Token;
        if (!isAlive())
            style.tone = CellStyle::Tone::Secondary;
        else if (column == LedgerColumn::Tenant && m_copy.owner.isProduction)
            style.tone = CellStyle::Tone::Error; // its word stands in the text
        else if (column == LedgerColumn::Left)
            style.tone = CellStyle::Tone::Caution;
        return style;
    }
    [[nodiscard]] QString tip(LedgerColumn column) const
    {
        if (column == LedgerColumn::Tenant)
            return shownIdentifier(m_place, Base::plainLine(m_copy.owner.domain.text()));
        return column == LedgerColumn::Token
            ? tr("The first 8 digits of its SHA-256; the token itself is not kept")
            : QString();
    }

private:
    /// By the tenant's clock, as the token card tells times.
    [[nodiscard]] QDateTime corrected(const QDateTime &wall) const
    {
        return Base::correctedWall(wall, m_copy.owner.clockSkew);
    }
    [[nodiscard]] bool isAlive() const { return m_copy.isAlive(m_clock.now()); }
    [[nodiscard]] QString tenant() const
    {
        const QString name = shownOwner(m_copy.owner, m_place);
        return m_copy.owner.environment.isEmpty()
            ? name
            : tr("%1 · %2").arg(name, m_copy.owner.environment);
    }
    [[nodiscard]] QString left() const
    {
        if (!m_copy.diesAt)
            return tr("unknown");
        return isAlive() ? countdownText(*m_copy.diesAt - m_clock.now()) : tr("expired");
    }

    const TokenCopy &m_copy;
    const Base::Clock &m_clock;
    const QObject *m_place;
};

Qt::Alignment alignmentOf(LedgerColumn column)
{
    const bool isNumber = column == LedgerColumn::Scopes || column == LedgerColumn::Left;
    return (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

QVariant ledgerCell(
    const TokenCopy &copy, LedgerColumn column, const Base::Clock &clock, int role,
    const QObject *place)
{
    const Cells cells(copy, clock, place);
    switch (role) {
    case Qt::DisplayRole:
        return cells.text(column);
    case Qt::AccessibleTextRole:
        return cells.spoken(column);
    case Qt::ToolTipRole: {
        const QString tip = cells.tip(column);
        return tip.isEmpty() ? QVariant() : plainToolTip(tip);
    }
    case Qt::TextAlignmentRole:
        return int(alignmentOf(column));
    case cellStyleRole:
        return QVariant::fromValue(cells.style(column));
    default:
        return {};
    }
}

QString shownOwner(const Session::TokenOwner &owner, const QObject *place)
{
    const QString name = Base::plainLine(owner.name);
    const bool isToBeMasked = owner.isProduction || owner.name == owner.domain.text();
    return isToBeMasked ? shownIdentifier(place, name) : shownText(place, name);
}

QVariant ledgerHeader(LedgerColumn column, int role)
{
    if (role == Qt::TextAlignmentRole)
        return int(alignmentOf(column));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case LedgerColumn::When:
        return Cells::tr("When");
    case LedgerColumn::Tenant:
        return Cells::tr("Tenant");
    case LedgerColumn::As:
        return Cells::tr("As");
    case LedgerColumn::Token:
        return Cells::tr("Token");
    case LedgerColumn::Scopes:
        return Cells::tr("Scopes");
    case LedgerColumn::Dies:
        return Cells::tr("Dies");
    case LedgerColumn::Left:
        return Cells::tr("Left");
    }
    Q_UNREACHABLE();
}

} // namespace Tenantscope::Ui
