// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"
#include "app/tenant/dashboardlink.h"

#include "tests/support/answer.h"
#include "tests/support/scriptedtenant.h"

#include <QRegularExpression>
#include <QTest>

namespace Tenantscope::Test {

/// An error answer that an admin meets, and what a diagnosis of it must say.
struct ErrorRow
{
    QByteArray name;
    int status;
    QByteArray body;
    QString code; ///< as a script gets it
    Base::ErrorKind kind;
    QStringList words; ///< of what, why or what to do
    std::optional<Tenant::DashboardPage> page = {};
    QByteArray contentType = "application/json; charset=utf-8";

    [[nodiscard]] ScriptedAnswer answer() const
    {
        return {.status = status, .body = body, .headers = {}, .contentType = contentType};
    }
    /// Over TLS, too; who would try again is told to come in an hour.
    [[nodiscard]] Answer fault() const
    {
        Answer fault = Answer::json(body);
        fault.status(status).contentType(contentType);
        if (status == 429 || status >= 500)
            fault.header("Retry-After", "3600");
        return fault;
    }
    /// Names before a comma are causes: rows of the same one share its words.
    [[nodiscard]] QByteArray cause() const { return name.split(',').constFirst(); }
};

} // namespace Tenantscope::Test

Q_DECLARE_METATYPE(Tenantscope::Test::ErrorRow)

namespace Tenantscope::Test {

/// One row of data for each of \a rows, in the column "row".
inline void addErrorRows(const QList<ErrorRow> &rows)
{
    QTest::addColumn<ErrorRow>("row");
    for (const ErrorRow &row : rows)
        QTest::newRow(row.name.constData()) << row;
}

/// A diagnosis without what it quotes: status, code, the tenant's own words.
inline QString ownWords(QString diagnosis)
{
    static const QRegularExpression quoted(
        QStringLiteral(R"( ?\([^()]*\d{3}[^()]*\)| ?The tenant says: .*$)"),
        QRegularExpression::MultilineOption);
    return diagnosis.remove(quoted);
}

/// Auth0's error answers to POST /oauth/token. Sources: Auth0's published API reference and the issues of its SDKs.
[[nodiscard]] QList<ErrorRow> tokenErrorRows();
/// The same to GET /api/v2/clients.
[[nodiscard]] QList<ErrorRow> apiErrorRows();

} // namespace Tenantscope::Test
