// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/column.h"
#include "app/applications/finding.h"
#include "app/applications/trait.h"
#include "app/management/application.h"
#include "app/management/page.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFlags>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <memory>
#include <optional>
#include <vector>

namespace Tenantscope::Applications {

/// Why a value is absent from a cell.
enum class Absence {
    None,    ///< there is a value
    Missing, ///< no such member: not set, or not visible, by the token's scopes
    Null,    ///< `null`
    Empty,   ///< `[]`, `{}` or ""
};

/// What a search compares of one field of one row.
struct FieldTexts
{
    Absence absence = Absence::Missing;
    QByteArray texts; ///< as elementTexts() has them; empty when absent
};

/// What a store works out about each application as it arrives. It takes most of the time that a page takes, so who has
/// no use for it does without.
enum class Insight : quint8 {
    Search = 1u << 0,   ///< searchText() and traits(): what a SearchQuery looks at, beside findings
    Findings = 1u << 1, ///< findings() and tally(), and so Column::Findings
};
Q_DECLARE_FLAGS(Insights, Insight)
constexpr Insights allInsights = Insights(Insight::Search) | Insight::Findings;

/// Holds a tenant's applications compactly: what tables and searches need in one arena, everything else as the
/// answers' own text, packed page by page. Rows are numbered in the order in which client IDs first came.
class ApplicationStore final
{
public:
    ApplicationStore();
    ~ApplicationStore();

    void clear(); ///< of its rows; which fields it keeps at hand stays
    /// What it works out from now on; all of it until told. Only while there are no rows. To ask a row for what was not worked out
    /// is a programming error.
    void setInsights(Insights insights);
    /// How far from its users the tenant is, which decides how much findings matter. Production until told.
    void setEnvironment(Tenant::Environment environment);
    /// Takes over a page's applications. One whose client ID is known replaces that row's content (the last
    /// wins) and counts as a duplicate; one without a client ID gets a row of its own. The global pseudo-client is left out.
    /// Returns the number of rows before and whether old rows changed.
    struct Added
    {
        int firstNew = 0;
        int count = 0;
        std::vector<int> replaced;
    };
    Added add(const Management::Page &page);

    /// The row's own text was needed for the last time: json() and application() must not be asked for it again, nor a field's column.
    /// Who prints rows as they come so keeps no page longer than a moment.
    void dropJson(int row);

    [[nodiscard]] int size() const;
    [[nodiscard]] int duplicates() const;
    /// Pseudo-clients that were left out, though the tenant's total may count them.
    [[nodiscard]] int leftOut() const;
    /// The row of \a clientId; nullopt: none.
    [[nodiscard]] std::optional<int> rowOf(QStringView clientId) const;

    [[nodiscard]] QString clientId(int row) const;
    [[nodiscard]] QByteArrayView clientIdUtf8(int row) const; ///< valid until clear()
    /// A cell's text; empty when absence() is not None. Type and FirstParty are the API's own words ("spa", "true"), which
    /// a view may translate. Callbacks is their number, Findings the worst severity and how many ("high 3"), lists are joined by ", ". No
    /// lone surrogates.
    /// A field's column answers at once once it is kept; else it unpacks a page.
    [[nodiscard]] QString text(int row, Column column) const;
    [[nodiscard]] Absence absence(int row, Column column) const;
    /// Of a field's column, as fast as text(). Valid until the row is replaced, or the column dropped.
    [[nodiscard]] FieldTexts fieldTexts(int row, Column column) const;
    [[nodiscard]] int callbackCount(int row) const;
    /// The rules that apply to the row's application as the list has it, found as it arrived.
    [[nodiscard]] FindingSet findings(int row) const;
    /// Those that count in the tenant's environment.
    [[nodiscard]] Tally tally(int row) const;
    /// Whether the row shows so little that nothing could be found: isSummary().
    [[nodiscard]] bool isSummary(int row) const;
    [[nodiscard]] Tenant::Environment environment() const;
    [[nodiscard]] Insights insights() const;
    /// The distinct `app_type`s of all rows, sorted, as they came; absent is "".
    [[nodiscard]] QStringList types() const;
    [[nodiscard]] QStringView typeOf(int row) const;

    /// All of a row's searchable text, folded (case and accents) with fold(); searchtext.h tells how.
    [[nodiscard]] QByteArrayView searchText(int row) const;
    [[nodiscard]] Traits traits(int row) const;

    /// The application's own JSON text as the answer had it, and parsed. Unpacks a page: not for every row of a loop.
    [[nodiscard]] QByteArray json(int row) const;
    [[nodiscard]] qsizetype jsonSize(int row) const; ///< bytes; unpacks nothing
    [[nodiscard]] Management::Application application(int row) const;

    // What follows changes how fast is told what is stored, not what.

    /// Keeps the texts of a field's column at hand until drop(): those of rows that come by themselves, those that are here by
    /// fill(). Without effect on the columns of allColumns.
    void keep(Column column) const;
    /// Looks into up to \a most rows whose text of \a column is not at hand yet (about 10 µs each); true once all are.
    bool fill(Column column, int most) const;
    void drop(Column column) const;
    /// Whether some row has the field of \a column, if only as null. Of one that is kept, as far as it is filled.
    [[nodiscard]] bool hasField(Column column) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// \a text with case and accents folded, for searching; UTF-8.
[[nodiscard]] QByteArray fold(QStringView text);

} // namespace Tenantscope::Applications

Q_DECLARE_OPERATORS_FOR_FLAGS(Tenantscope::Applications::Insights)
