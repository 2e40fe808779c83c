// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/scopecatalogue.h"
#include "app/management/scopematrix.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tenantscope::Management;

/// The table of scopes that is part of the program, and how it becomes a matrix.
class TestScopeCatalogue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void holdsEveryRow();
    void saysWhySomethingIsRisky();
    void usesNoKindItDoesNotKnow();
    void finds_data();
    void finds();
    void splitsNames_data();
    void splitsNames();
    void makesAMatrix();
    void keepsWhatItDoesNotKnow();

private:
    [[nodiscard]] static QStringList lines();

    const ScopeCatalogue m_catalogue = ScopeCatalogue::read();
};

QStringList TestScopeCatalogue::lines()
{
    QFile file(u":/catalogue/scopes.tsv"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList rows = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    rows.removeIf([](const QString &line) { return line.startsWith(u'#'); });
    return rows.sliced(1); // without the columns' names
}

void TestScopeCatalogue::holdsEveryRow()
{
    QCOMPARE(m_catalogue.all().size(), lines().size());
    QCOMPARE(m_catalogue.all().size(), 290);
    const auto less = [](const KnownScope &left, const KnownScope &right) {
        return left.name < right.name;
    };
    QVERIFY(std::is_sorted(m_catalogue.all().begin(), m_catalogue.all().end(), less));
    QVERIFY(
        std::adjacent_find(
            m_catalogue.all().begin(), m_catalogue.all().end(),
            [](const KnownScope &a, const KnownScope &b) { return a.name == b.name; })
        == m_catalogue.all().end());
}

void TestScopeCatalogue::saysWhySomethingIsRisky()
{
    const QRegularExpression sentence(u"^[A-Z][^\\t]{10,110}\\.$"_s);
    for (const KnownScope &scope : m_catalogue.all()) {
        QCOMPARE(scope.remark.isEmpty(), scope.kind == ScopeKind::Plain);
        if (!scope.remark.isEmpty())
            QVERIFY2(
                sentence.match(scope.remark).hasMatch(), qPrintable(scope.name + scope.remark));
    }
}

void TestScopeCatalogue::usesNoKindItDoesNotKnow()
{
    for (const QString &line : lines()) {
        const QStringList fields = line.split(u'\t');
        QCOMPARE(
            fields[1].isEmpty(),
            m_catalogue.kindOf(fields[0]) == ScopeKind::Plain); // a slip is plain
    }
}

void TestScopeCatalogue::finds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ScopeKind>("kind");
    QTest::addColumn<bool>("risky");
    QTest::newRow("grants") << u"create:client_grants"_s << ScopeKind::Widens << true;
    QTest::newRow("code") << u"update:actions"_s << ScopeKind::RunsCode << true;
    QTest::newRow("secrets") << u"read:client_keys"_s << ScopeKind::Reveals << true;
    QTest::newRow("gone") << u"delete:connections"_s << ScopeKind::Destroys << true;
    QTest::newRow("sign-in") << u"update:connections"_s << ScopeKind::Weakens << true;
    QTest::newRow("people") << u"read:users"_s << ScopeKind::Personal << true;
    QTest::newRow("plain") << u"read:clients"_s << ScopeKind::Plain << false;
    QTest::newRow("less") << u"read:client_summary"_s << ScopeKind::Summary << false;
    QTest::newRow("oneself") << u"read:current_user"_s << ScopeKind::Own << false;
    QTest::newRow("unknown") << u"openid"_s << ScopeKind::Plain << false;
    QTest::newRow("a part of one") << u"read:client"_s << ScopeKind::Plain << false;
}

void TestScopeCatalogue::finds()
{
    QFETCH(const QString, name);
    QTEST(m_catalogue.kindOf(name), "kind");
    QTEST(isRisky(m_catalogue.kindOf(name)), "risky");
    const KnownScope *scope = m_catalogue.find(name);
    QVERIFY(!scope || scope->name == name);
}

void TestScopeCatalogue::splitsNames_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<ScopeVerb>("verb");
    QTest::addColumn<QString>("resource");
    QTest::newRow("read") << u"read:clients"_s << ScopeVerb::Read << u"clients"_s;
    QTest::newRow("create") << u"create:a:b"_s << ScopeVerb::Create << u"a:b"_s;
    QTest::newRow("update") << u"update:x"_s << ScopeVerb::Update << u"x"_s;
    QTest::newRow("delete") << u"delete:x"_s << ScopeVerb::Delete << u"x"_s;
    QTest::newRow("odd") << u"blacklist:tokens"_s << ScopeVerb::Other << u"tokens"_s;
    QTest::newRow("capitals") << u"READ:x"_s << ScopeVerb::Other << u"x"_s;
    QTest::newRow("no colon") << u"openid"_s << ScopeVerb::Other << u"openid"_s;
    QTest::newRow("nothing after") << u"read:"_s << ScopeVerb::Read << QString();
}

void TestScopeCatalogue::splitsNames()
{
    QFETCH(const QString, scope);
    QTEST(verbOf(scope), "verb");
    QTEST(resourceOf(scope), "resource");
}

void TestScopeCatalogue::makesAMatrix()
{
    const QList<ScopeRow> matrix = scopeMatrix(m_catalogue, {});
    QStringList all;
    for (const ScopeRow &row : matrix) {
        QVERIFY(!row.all().isEmpty());
        all += row.all();
    }
    QCOMPARE(all.size(), 290);
    all.removeDuplicates();
    QCOMPARE(all.size(), 290);
    const auto clients = std::find_if(matrix.begin(), matrix.end(), [](const ScopeRow &row) {
        return row.resource == u"clients"_s;
    });
    QVERIFY(clients != matrix.end());
    QCOMPARE(
        clients->all(),
        (QStringList{
            u"read:clients"_s, u"create:clients"_s, u"update:clients"_s, u"delete:clients"_s}));
}

void TestScopeCatalogue::keepsWhatItDoesNotKnow()
{
    const QStringList strange{
        u"openid"_s, u"rotate:clients"_s, u"blend:clients"_s, u"read:clients"_s, u"read:zebras"_s};
    const QList<ScopeRow> matrix = scopeMatrix(m_catalogue, strange);
    const auto at = [&matrix](const QString &resource) {
        for (const ScopeRow &row : matrix) {
            if (row.resource == resource)
                return row;
        }
        return ScopeRow();
    };
    QCOMPARE(
        at(u"clients"_s).scopes[size_t(ScopeVerb::Other)],
        (QStringList{u"blend:clients"_s, u"rotate:clients"_s}));
    QCOMPARE(at(u"clients"_s).all().size(), 6);
    QCOMPARE(at(u"openid"_s).scopes[size_t(ScopeVerb::Other)], QStringList{u"openid"_s});
    QCOMPARE(at(u"zebras"_s).scopes[size_t(ScopeVerb::Read)], QStringList{u"read:zebras"_s});
}

QTEST_GUILESS_MAIN(TestScopeCatalogue)
#include "tst_scopecatalogue.moc"
