// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/findingsprinter.h"

#include "app/base/plaintext.h"
#include "app/cli/jsontext.h"
#include "app/cli/sarifprinter.h"
#include "app/cli/terminal.h"
#include "app/cli/text.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;
using Applications::Finding;

namespace {

constexpr qsizetype longestValue = 200;
constexpr qsizetype mostValues = 20;

QString valuesOf(const Finding &finding)
{
    QStringList values;
    for (const QString &offender :
         finding.offenders.first(std::min(finding.offenders.size(), mostValues)))
        values.append(Base::plainLine(offender, longestValue));
    QString text = values.join(u", "_s);
    if (finding.offenders.size() > mostValues)
        text = Text::tr("%1 and %n more", nullptr, int(finding.offenders.size() - mostValues))
                   .arg(text);
    return text;
}

/// A line for each, for people. On a terminal names and values are cut.
class TablePrinterOfFindings final : public FindingsPrinter
{
public:
    TablePrinterOfFindings(const Applications::ApplicationStore &store, std::optional<int> columns)
        : FindingsPrinter(store)
        , m_columns(columns)
    {
    }

    [[nodiscard]] QByteArray head(const std::vector<int> &rows) override
    {
        m_widths = {
            displayWidth(Text::tr("SEVERITY")), displayWidth(Text::tr("FINDING")),
            displayWidth(Text::tr("NAME")), displayWidth(Text::tr("CLIENT ID"))};
        for (const int row : rows)
            measure(row);
        if (m_columns)
            m_widths[2] = std::min(m_widths[2], longestName);
        return line(
            {Text::tr("SEVERITY"), Text::tr("FINDING"), Text::tr("NAME"), Text::tr("CLIENT ID"),
             Text::tr("VALUES")});
    }

private:
    [[nodiscard]] QByteArray finding(
        const Management::Application &application, const Finding &finding) override
    {
        return line(
            {nameOf(finding.severity), wordsOf(*finding.rule).title,
             Base::plainLine(application.name(), longestValue),
             Base::plainLine(application.clientId(), longestValue), valuesOf(finding)});
    }

    void measure(int row)
    {
        const auto set = store().findings(row);
        for (size_t rule = 0; rule < Applications::rules().size() && !set.isEmpty(); ++rule) {
            if (set.contains(rule))
                widen(1, wordsOf(Applications::rules()[rule]).title);
        }
        if (store().tally(row).count == 0)
            return;
        widen(2, Base::plainLine(store().text(row, Applications::Column::Name), longestValue));
        widen(3, Base::plainLine(store().clientId(row), longestValue));
    }

    void widen(size_t column, const QString &cell)
    {
        m_widths[column] = std::max(m_widths[column], displayWidth(cell));
    }

    /// The last cell takes what is left of a terminal, and is not padded.
    [[nodiscard]] QByteArray line(const QStringList &cells) const
    {
        QString text;
        for (size_t i = 0; i < m_widths.size(); ++i)
            text += padded(fitted(cells[qsizetype(i)], m_widths[i]), m_widths[i]) + u"  "_s;
        const int left = m_columns ? std::max(12, *m_columns - displayWidth(text)) : 0;
        text += m_columns ? fitted(cells.constLast(), left) : cells.constLast();
        return text.trimmed().append(u'\n').toUtf8();
    }

    static constexpr int longestName = 30;
    std::optional<int> m_columns;
    std::array<int, 4> m_widths{};
};

/// One array, a finding a line.
class JsonPrinterOfFindings final : public FindingsPrinter
{
public:
    using FindingsPrinter::FindingsPrinter;

    [[nodiscard]] QByteArray head(const std::vector<int> &) override { return "["; }
    [[nodiscard]] QByteArray foot(const QString &) override { return m_isFirst ? "]\n" : "\n]\n"; }

private:
    [[nodiscard]] QByteArray finding(
        const Management::Application &application, const Finding &finding) override
    {
        const Applications::RuleWords words = wordsOf(*finding.rule);
        const QJsonObject object{
            {u"client_id"_s, application.clientId()},
            {u"name"_s, application.name()},
            {u"rule"_s, finding.rule->id},
            {u"severity"_s, nameOf(finding.severity)},
            {u"title"_s, words.title},
            {u"why"_s, whyOf(finding)},
            {u"fix"_s, words.fix}};
        const char *separator = m_isFirst ? "\n" : ",\n";
        m_isFirst = false;
        return separator + oneLineJson(QJsonDocument(object).toJson(QJsonDocument::Compact));
    }

    bool m_isFirst = true;
};

} // namespace

QByteArray FindingsPrinter::row(int row)
{
    if (store().tally(row).count == 0)
        return {};
    const Management::Application application = store().application(row);
    QByteArray text;
    for (const Finding &found : Applications::findingsOf(application, store().environment()))
        text += finding(application, found);
    return text;
}

std::unique_ptr<RowPrinter> findingsPrinter(
    ApplicationsWish::Format format, const Applications::ApplicationStore &store,
    std::optional<int> columns)
{
    switch (format) {
    case ApplicationsWish::Format::Json:
        return std::make_unique<JsonPrinterOfFindings>(store);
    case ApplicationsWish::Format::Sarif:
        return std::make_unique<SarifPrinter>(store);
    case ApplicationsWish::Format::Table:
    case ApplicationsWish::Format::Ndjson:
    case ApplicationsWish::Format::Csv:
        break;
    }
    return std::make_unique<TablePrinterOfFindings>(store, columns);
}

QString whyOf(const Finding &finding)
{
    return Text::tr("%1 Found: %2.").arg(wordsOf(*finding.rule).why, valuesOf(finding));
}

QString summaryOf(const Applications::ApplicationStore &store, const std::vector<int> &rows)
{
    int findings = 0;
    int applications = 0;
    for (const int row : rows) {
        findings += store.tally(row).count;
        applications += store.tally(row).count > 0 ? 1 : 0;
    }
    if (findings == 0)
        return Text::tr("Nothing found on %n application(s).", nullptr, int(rows.size()));
    return Text::tr("%n finding(s), on %1 of %2 applications.", nullptr, findings)
        .arg(applications)
        .arg(rows.size());
}

} // namespace Tenantscope::Cli
