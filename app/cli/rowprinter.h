// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/applicationstore.h"
#include "app/cli/commandline.h"
#include "app/oauth/scopeset.h"

#include <memory>

namespace Tenantscope::Cli {

/// Turns a store's rows into the text of one format.
class RowPrinter
{
public:
    explicit RowPrinter(const Applications::ApplicationStore &store);
    virtual ~RowPrinter();
    Q_DISABLE_COPY_MOVE(RowPrinter)

    /// Those of the token the rows were read with; before head().
    void setScopes(const OAuth::ScopeSet &scopes) { m_scopes = scopes; }
    /// Of the members it has a place for, those that the token may not see.
    [[nodiscard]] QStringList hiddenMembers() const;

    /// Whether a row can be printed before the others are known.
    [[nodiscard]] virtual bool streams() const { return false; }
    /// What stands before \a rows, which are all that will be printed unless this printer streams.
    [[nodiscard]] virtual QByteArray head(const std::vector<int> &rows);
    [[nodiscard]] virtual QByteArray row(int row) = 0;
    /// What stands after the last one. \a trouble: why there may be more than was printed, in words; empty: that was all.
    [[nodiscard]] virtual QByteArray foot(const QString &trouble);

protected:
    [[nodiscard]] const Applications::ApplicationStore &store() const { return m_store; }
    [[nodiscard]] const OAuth::ScopeSet &scopes() const { return m_scopes; }
    /// The members it has a place for, whether an application has them or not.
    [[nodiscard]] virtual QStringList members() const { return {}; }

private:
    const Applications::ApplicationStore &m_store;
    OAuth::ScopeSet m_scopes;
};

/// The printer for \a wish. \a columns: width of the terminal that shows it; nullopt: it goes to a file or a program.
[[nodiscard]] std::unique_ptr<RowPrinter> rowPrinter(
    const ApplicationsWish &wish, const Applications::ApplicationStore &store,
    std::optional<int> columns);

} // namespace Tenantscope::Cli
