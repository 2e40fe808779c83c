// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/exitcode.h"

#include <QTest>

#include <signal.h>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Base::ErrorKind;
using Cli::ExitCode;

/// The exit code of every way in which a command can fail: scripts branch on it.
class TestExitCode final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everyKindHasItsCode_data();
    void everyKindHasItsCode();
    void everyKindIsInTheTable();
    void aListWithRowsIsIncomplete_data();
    void aListWithRowsIsIncomplete();
    void aSignalCountsFrom128();

private:
    static const QHash<ErrorKind, int> &expected();
};

const QHash<ErrorKind, int> &TestExitCode::expected()
{
    static const QHash<ErrorKind, int> codes = {
        {ErrorKind::InvalidDomain, 2},
        {ErrorKind::InvalidClientId, 2},
        {ErrorKind::InvalidClientSecret, 2},
        {ErrorKind::InvalidAudience, 2},
        {ErrorKind::InvalidOrganization, 2},
        {ErrorKind::InvalidPrivateKey, 2},
        {ErrorKind::InvalidImport, 2},
        {ErrorKind::InvalidCaFile, 2},
        {ErrorKind::InvalidProfile, 2},
        {ErrorKind::FileUnusable, 2},
        {ErrorKind::FileTooNew, 2},
        {ErrorKind::InvalidSnapshot, 2},
        {ErrorKind::KeychainFailed, 6},
        {ErrorKind::ReadOnly, 2},
        {ErrorKind::HostNotFound, 4},
        {ErrorKind::ConnectionFailed, 4},
        {ErrorKind::ConnectTimeout, 4},
        {ErrorKind::FirstByteTimeout, 4},
        {ErrorKind::SilenceTimeout, 4},
        {ErrorKind::WholeTimeout, 4},
        {ErrorKind::TransferBroken, 4},
        {ErrorKind::OutcomeUnknown, 4},
        {ErrorKind::TlsFailed, 4},
        {ErrorKind::CertificateRejected, 4},
        {ErrorKind::ProxyFailed, 4},
        {ErrorKind::Redirected, 4},
        {ErrorKind::BodyTooLarge, 4},
        {ErrorKind::NotJson, 4},
        {ErrorKind::Malformed, 4},
        {ErrorKind::EmptyAnswer, 4},
        {ErrorKind::TokenRefused, 3},
        {ErrorKind::TokenUnusable, 4},
        {ErrorKind::Unauthorized, 3},
        {ErrorKind::MissingScope, 3},
        {ErrorKind::Forbidden, 3},
        {ErrorKind::NotFound, 4},
        {ErrorKind::RateLimited, 5},
        {ErrorKind::ServerFailed, 4},
        {ErrorKind::UnexpectedStatus, 4},
        {ErrorKind::ListChanged, 4},
        {ErrorKind::ListEndless, 4},
        {ErrorKind::NotManagementAudience, 2},
        {ErrorKind::NoToken, 3},
        {ErrorKind::Cancelled, 130},
    };
    return codes;
}

void TestExitCode::everyKindHasItsCode_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("code");
    for (auto row = expected().cbegin(); row != expected().cend(); ++row)
        QTest::addRow("kind %d", int(row.key())) << row.key() << row.value();
}

void TestExitCode::everyKindHasItsCode()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const int, code);
    QCOMPARE(int(Cli::exitCodeFor(kind)), code);
}

void TestExitCode::everyKindIsInTheTable()
{
    // Cancelled is the last of the closed list.
    QCOMPARE(expected().size(), int(ErrorKind::Cancelled) + 1);
}

void TestExitCode::aListWithRowsIsIncomplete_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<int>("code");
    QTest::newRow("refused, no row") << ErrorKind::MissingScope << qint64(0) << 3;
    QTest::newRow("network, no row") << ErrorKind::SilenceTimeout << qint64(0) << 4;
    QTest::newRow("limited, no row") << ErrorKind::RateLimited << qint64(0) << 5;
    QTest::newRow("refused, one row") << ErrorKind::Unauthorized << qint64(1) << 7;
    QTest::newRow("network, rows") << ErrorKind::ServerFailed << qint64(300) << 7;
    QTest::newRow("limited, rows") << ErrorKind::RateLimited << qint64(300) << 7;
    QTest::newRow("changed, rows") << ErrorKind::ListChanged << qint64(300) << 7;
    QTest::newRow("interrupted, rows") << ErrorKind::Cancelled << qint64(300) << 130;
}

void TestExitCode::aListWithRowsIsIncomplete()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const qint64, rows);
    QFETCH(const int, code);
    QCOMPARE(int(Cli::exitCodeForList(kind, rows)), code);
}

void TestExitCode::aSignalCountsFrom128()
{
    QCOMPARE(Cli::exitCodeForSignal(SIGINT), 130);
    QCOMPARE(Cli::exitCodeForSignal(SIGTERM), 143);
}

QTEST_GUILESS_MAIN(TestExitCode)
#include "tst_exitcode.moc"
