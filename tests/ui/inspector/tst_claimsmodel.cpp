// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/inspector/claimsmodel.h"

#include "tests/ui/uitest.h"

#include <QAbstractItemModelTester>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using Session::TokenMember;
using Column = ClaimsModel::Column;

namespace {

const QDateTime now = QDateTime::fromString(u"2026-11-24T13:05:00Z"_s, Qt::ISODate);

QString cell(const ClaimsModel &model, int row, Column column, int role = Qt::DisplayRole)
{
    return model.data(model.index(row, int(column)), role).toString();
}

} // namespace

class TestClaimsModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void showsMembers();
    void timesAreToldAgainstNow();
    void hostileMembersAreNeutralised();
};

void TestClaimsModel::showsMembers()
{
    ClaimsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNow(now);
    model.setMembers(
        {{.part = TokenMember::Part::Header,
          .name = u"alg"_s,
          .meaning = u"signed by"_s,
          .lines = {u"RS256"_s}},
         {.name = u"scope"_s, .meaning = u"scopes"_s, .lines = {u"read:a"_s, u"read:b"_s}}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 0, Column::Part), u"Header"_s);
    QCOMPARE(cell(model, 1, Column::Part), u"Claim"_s);
    QCOMPARE(cell(model, 0, Column::Name), u"alg"_s);
    QCOMPARE(cell(model, 0, Column::Meaning), u"signed by"_s);
    QCOMPARE(cell(model, 1, Column::Value), u"read:a read:b"_s);
    QCOMPARE(cell(model, 1, Column::Value, Qt::ToolTipRole), u"read:a\nread:b"_s);
    QCOMPARE(model.copyText(model.index(1, int(Column::Value))), u"read:a\nread:b"_s);
    QCOMPARE(model.copyText(model.index(1, int(Column::Name))), u"scope"_s);
    model.setMembers({});
    QCOMPARE(model.rowCount(), 0);
}

void TestClaimsModel::timesAreToldAgainstNow()
{
    ClaimsModel model;
    model.setMembers({{.name = u"exp"_s, .lines = {u"1"_s}, .time = now.addSecs(3600)}});
    model.setNow(now);
    QVERIFY(cell(model, 0, Column::Value).endsWith(u"(14:05 UTC), in 60 min"_s));
    model.setNow(now.addSecs(7200));
    QVERIFY(cell(model, 0, Column::Value).endsWith(u"(14:05 UTC), 60 min ago"_s));
}

void TestClaimsModel::hostileMembersAreNeutralised()
{
    ClaimsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setMembers(
        {{.name = QString(u'n').repeated(1'000'000), .lines = {QString(u'v').repeated(1'000'000)}},
         {.name = u"<img src=file:///x>"_s, .lines = {u"a\nb\x1b[31m"_s, u"\u202E<b>"_s}}});
    QVERIFY(cell(model, 0, Column::Name).size() < 300);
    QVERIFY(cell(model, 0, Column::Value).size() < 3'000);
    QVERIFY(!cell(model, 1, Column::Value).contains(QRegularExpression(u"[\\n\\x1b\u202E]"_s)));
    QVERIFY(
        !Qt::mightBeRichText(cell(model, 1, Column::Value, Qt::ToolTipRole))
        || cell(model, 1, Column::Value, Qt::ToolTipRole).contains(u"&lt;b&gt;"_s));
    QCOMPARE(model.copyText(model.index(0, int(Column::Value))).size(), 1'000'000);
}

QTEST_MAIN(TestClaimsModel)

#include "tst_claimsmodel.moc"
