// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/rowprinter.h"

#include "app/cli/csvprinter.h"
#include "app/cli/findingsprinter.h"
#include "app/cli/jsontext.h"
#include "app/cli/tableprinter.h"
#include "app/session/emptiness.h"

namespace Tenantscope::Cli {

namespace {

/// An object a line.
class NdjsonPrinter final : public RowPrinter
{
public:
    using RowPrinter::RowPrinter;

    [[nodiscard]] bool streams() const override { return true; }
    [[nodiscard]] QByteArray row(int row) override
    {
        QByteArray line = oneLineJson(store().json(row));
        line += '\n';
        return line;
    }
};

/// One array, an element a line.
class JsonPrinter final : public RowPrinter
{
public:
    using RowPrinter::RowPrinter;

    [[nodiscard]] QByteArray head(const std::vector<int> &) override { return "["; }
    [[nodiscard]] QByteArray row(int row) override
    {
        const char *separator = m_isFirst ? "\n" : ",\n";
        m_isFirst = false;
        return separator + oneLineJson(store().json(row));
    }
    [[nodiscard]] QByteArray foot(const QString &) override { return m_isFirst ? "]\n" : "\n]\n"; }

private:
    bool m_isFirst = true;
};

} // namespace

RowPrinter::RowPrinter(const Applications::ApplicationStore &store)
    : m_store(store)
{
}

RowPrinter::~RowPrinter() = default;

QStringList RowPrinter::hiddenMembers() const
{
    QStringList hidden;
    for (const QString &member : members()) {
        if (Session::whyAbsent(member, m_scopes) == Session::Emptiness::NotVisible)
            hidden.append(member);
    }
    return hidden;
}

QByteArray RowPrinter::head(const std::vector<int> &)
{
    return {};
}

QByteArray RowPrinter::foot(const QString &)
{
    return {};
}

std::unique_ptr<RowPrinter> rowPrinter(
    const ApplicationsWish &wish, const Applications::ApplicationStore &store,
    std::optional<int> columns)
{
    if (wish.findings)
        return findingsPrinter(wish.format, store, columns);
    switch (wish.format) {
    case ApplicationsWish::Format::Table:
        return std::make_unique<TablePrinter>(store, wish.secrets, columns);
    case ApplicationsWish::Format::Json:
        return std::make_unique<JsonPrinter>(store);
    case ApplicationsWish::Format::Ndjson:
        return std::make_unique<NdjsonPrinter>(store);
    case ApplicationsWish::Format::Csv:
        return std::make_unique<CsvPrinter>(store, wish.secrets, columns.has_value());
    case ApplicationsWish::Format::Sarif: // of findings only
        break;
    }
    return {};
}

} // namespace Tenantscope::Cli
