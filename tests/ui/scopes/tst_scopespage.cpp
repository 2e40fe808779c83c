// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/scopes/scopedelegate.h"
#include "ui/scopes/scopespage.h"
#include "ui/shared/cellpainter.h"
#include "ui/shared/colors.h"
#include "ui/shared/presentation.h"
#include "ui/shared/style.h"

#include "tests/ui/uitest.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QDialog>
#include <QLineEdit>
#include <QPainter>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Test;
using OAuth::ScopeSet;

namespace {

class Fixture
{
public:
    explicit Fixture(const QString &granted = u"read:clients read:client_keys read:users"_s)
    {
        page.resize(1'200, 720);
        page.show(ScopeSet::fromText(granted), u"contoso"_s);
        showActive(page);
    }

    [[nodiscard]] QTableView &table(const QString &name = u"Scopes"_s) const
    {
        for (QTableView *table : page.findChildren<QTableView *>()) {
            if (table->accessibleName() == name)
                return *table;
        }
        qFatal("no table %s", qPrintable(name));
    }
    [[nodiscard]] QLineEdit &field(const QString &name) const
    {
        for (QLineEdit *field : page.findChildren<QLineEdit *>()) {
            if (field->accessibleName() == name)
                return *field;
        }
        qFatal("no field %s", qPrintable(name));
    }
    /// The box that the label \a label stands beside.
    [[nodiscard]] QComboBox &choice(const QString &label) const
    {
        for (QLabel *each : page.findChildren<QLabel *>()) {
            if (each->text() == label)
                return *qobject_cast<QComboBox *>(each->buddy());
        }
        qFatal("no label %s", qPrintable(label));
    }
    [[nodiscard]] QString copiedBy(const QString &button) const
    {
        QGuiApplication::clipboard()->setText(u"before"_s);
        buttonIn(page, button)->click();
        return QGuiApplication::clipboard()->text();
    }
    /// Goes to the cell of \a resource in \a column.
    void choose(const QString &resource, int column) const
    {
        const QAbstractItemModel *model = table().model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString() == resource)
                return table().setCurrentIndex(model->index(row, column));
        }
        qFatal("no row %s", qPrintable(resource));
    }

    Ui::ScopesPage page;
};

} // namespace

/// The page of a token's scopes as its user meets it.
class TestScopesPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QApplication::setStyle(new Ui::Style);
        QApplication::setPalette(Ui::paletteFor(Ui::ColorScheme::Light));
    }
    void init() { failOnWarnings(); }

    void looksEmptyWithoutAToken();
    void judgesAndCopiesTheSmallestList();
    void readsNothingBeforeItIsSeen();
    void showsTheCurrentCell();
    void copiesScopes();
    void searchesAndFilters();
    void keepsItsPlace();
    void comparesWithAnother();
    void marksRisksWhileComparedToo();
    void masksWhoseScopesTheyAre();
    void presentationHidesWhatIsTyped();
    void answersWhatIsMissing();
    void standsUnknownScopes();
    void standsHostileNames();
    void isUsedByKeysAlone();
    void enterInAFieldPressesNothing();
    void namesEverythingThatTakesTheFocus();
    void turnsWhenNarrow();
    void pathsAreElidedAmid();
    void fitsAtTwiceTheTextSize();
};

void TestScopesPage::looksEmptyWithoutAToken()
{
    Fixture fixture;
    QVERIFY(fixture.table().isVisible());
    fixture.page.clear();
    QVERIFY(!fixture.table().isVisible());
    QVERIFY(says(fixture.page, u"No token, so there are no scopes to show."_s));
    fixture.page.show(ScopeSet::fromText(u""_s), u"contoso"_s);
    QVERIFY(fixture.table().isVisible());
    QVERIFY(says(fixture.page, u"No scopes. Listing applications needs read:clients."_s));
}

void TestScopesPage::judgesAndCopiesTheSmallestList()
{
    const Fixture fixture;
    QVERIFY(says(
        fixture.page,
        u"3 scopes. Listing applications needs read:clients only; 2 more, of which 1 reveals "
        "secrets and 1 shows personal data."_s));
    QCOMPARE(fixture.copiedBy(u"Copy smallest list"_s), u"read:clients"_s);
}

void TestScopesPage::readsNothingBeforeItIsSeen()
{
    Ui::ScopesPage page;
    page.show(ScopeSet::fromText(u"read:clients"_s), u"contoso"_s);
    page.setOthers({{.name = u"x"_s, .scopes = {}}});
    page.focusSearch();
    QVERIFY(page.findChildren<QTableView *>().isEmpty());
    page.show();
    QCOMPARE(page.findChildren<QTableView *>().size(), 2);
    QVERIFY(says(page, u"1 scope. Listing applications needs just that."_s));
}

void TestScopesPage::showsTheCurrentCell()
{
    const Fixture fixture;
    fixture.choose(u"client_keys"_s, 1);
    QVERIFY(says(fixture.page, u"read:client_keys"_s));
    QVERIFY(says(fixture.page, u"Granted"_s));
    QVERIFY(says(fixture.page, u"reveals secrets"_s));
    QVERIFY(says(fixture.page, u"Shows client secrets and signing keys of all applications."_s));
    QVERIFY(says(fixture.page, u"Opens 2 endpoints"_s));
    const QAbstractItemModel *opened = fixture.table(u"Endpoints"_s).model();
    QCOMPARE(opened->index(0, 1).data().toString(), u"/api/v2/clients"_s);
    QVERIFY(opened->index(0, 2).data().toString().contains(u"or with read:client_summary"_s));
    fixture.choose(u"clients"_s, 5);
    QVERIFY(says(fixture.page, u"There is no such scope."_s));
    QCOMPARE(opened->rowCount(), 0);
    fixture.choose(u"clients"_s, 0);
    QVERIFY(says(fixture.page, u"1 of 4 granted"_s));
    QVERIFY(opened->rowCount() > 5);
}

void TestScopesPage::copiesScopes()
{
    const Fixture fixture;
    fixture.choose(u"clients"_s, 3);
    QCOMPARE(fixture.copiedBy(u"Copy scope"_s), u"update:clients"_s);
    fixture.table().setFocus();
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(&fixture.table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"update:clients"_s);
    fixture.choose(u"stats"_s, 0);
    QCOMPARE(fixture.copiedBy(u"Copy scope"_s), u"read:stats"_s);
    fixture.table(u"Endpoints"_s).setFocus();
    QTest::keyClick(&fixture.table(u"Endpoints"_s), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"GET /api/v2/stats/active-users"_s);
}

void TestScopesPage::searchesAndFilters()
{
    const Fixture fixture;
    const int all = fixture.table().model()->rowCount();
    QTest::keyClicks(&fixture.field(u"Search scopes"_s), u"reveals"_s);
    QVERIFY(fixture.table().model()->rowCount() < all);
    fixture.choice(u"Show"_s).setCurrentIndex(1);
    QCOMPARE(fixture.table().model()->rowCount(), 1);
    QTest::keyClicks(&fixture.field(u"Search scopes"_s), u" zebra"_s);
    QVERIFY(says(fixture.page, u"No scope matches search and filter."_s));
    QVERIFY(!fixture.table().isVisible());
    buttonIn(fixture.page, u"Show all scopes"_s)->click();
    QCOMPARE(fixture.table().model()->rowCount(), all);
    QVERIFY(fixture.field(u"Search scopes"_s).hasFocus());
}

void TestScopesPage::keepsItsPlace()
{
    Fixture fixture;
    fixture.choose(u"users"_s, 3);
    fixture.page.show(ScopeSet::fromText(u"read:clients"_s), u"contoso"_s);
    QCOMPARE(fixture.table().currentIndex().siblingAtColumn(0).data().toString(), u"users"_s);
    QCOMPARE(fixture.table().currentIndex().column(), 3);
    fixture.choice(u"Show"_s).setCurrentIndex(1);
    QCOMPARE(fixture.table().currentIndex().siblingAtColumn(0).data().toString(), u"clients"_s);
    fixture.choice(u"Show"_s).setCurrentIndex(0);
    QCOMPARE(fixture.table().currentIndex().siblingAtColumn(0).data().toString(), u"users"_s);
}

void TestScopesPage::comparesWithAnother()
{
    Fixture fixture;
    QVERIFY(!fixture.choice(u"Compare with"_s).isVisible());
    fixture.page.setOthers(
        {{.name = u"Contoso EU"_s, .scopes = ScopeSet::fromText(u"read:clients zebra"_s)},
         {.name = u"Silent"_s, .scopes = {}}});
    QComboBox &other = fixture.choice(u"Compare with"_s);
    QVERIFY(other.isVisible());
    QCOMPARE(fixture.choice(u"Show"_s).count(), 3);
    other.setCurrentIndex(1);
    QVERIFY(
        says(fixture.page, u"Compared with Contoso EU: 1 in both, 2 only here, 1 only there."_s));
    fixture.choice(u"Show"_s).setCurrentIndex(3);
    QCOMPARE(fixture.choice(u"Show"_s).currentText(), u"Differences"_s);
    QCOMPARE(fixture.table().model()->rowCount(), 3);
    fixture.choose(u"zebra"_s, 5);
    QVERIFY(says(fixture.page, u"Only Contoso EU"_s));
    other.setCurrentIndex(2);
    QVERIFY(says(fixture.page, u"the token of Silent does not tell its scopes"_s));
    fixture.page.setOthers({}); // who was compared with is gone
    QVERIFY(!other.isVisible());
    QVERIFY(!says(fixture.page, u"No comparison"_s));
    QCOMPARE(fixture.choice(u"Show"_s).currentText(), u"All scopes"_s);
    QVERIFY(fixture.table().model()->rowCount() > 100);
}

void TestScopesPage::marksRisksWhileComparedToo()
{
    Fixture fixture;
    fixture.page.setOthers({{.name = u"x"_s, .scopes = ScopeSet::fromText(u"read:client_keys"_s)}});
    QTableView &table = fixture.table();
    const int usual = table.columnWidth(1);
    fixture.choice(u"Compare with"_s).setCurrentIndex(1);
    QVERIFY(table.columnWidth(1) > usual);
    fixture.choose(u"client_keys"_s, 1);
    const QModelIndex cell = table.currentIndex();
    QCOMPARE(cell.data().toString(), u"Both"_s);
    const auto painted = [&table, &cell](QAbstractItemDelegate *delegate, int width) {
        QStyleOptionViewItem option;
        option.initFrom(&table);
        option.rect = QRect(0, 0, width, 28);
        option.state = QStyle::State_Enabled;
        QImage image(option.rect.size(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        delegate->paint(&painter, option, cell);
        return image;
    };
    Ui::RowDelegate withoutMarks;
    const int whole = Ui::ScopeDelegate::leastWidth(table.fontMetrics(), true);
    for (const int width : {48, 72, whole, 200}) {
        QVERIFY2(
            painted(table.itemDelegate(), width) != painted(&withoutMarks, width),
            QByteArray::number(width).constData());
    }
    // Nothing is cut there, and the mark stands beside the word.
    QVERIFY(withoutMarks.sizeHint({}, cell).width() <= whole);
}

void TestScopesPage::masksWhoseScopesTheyAre()
{
    Fixture fixture;
    Ui::Presentation presentation(fixture.page);
    presentation.setNames({u"contoso"_s});
    const ScopeSet scopes = ScopeSet::fromText(u"read:clients zebra read:https://acme.test/x"_s);
    const QString endless = QString(80, u'n') + u".auth0.com"; // cut, its domain shows no longer
    fixture.page.setOthers(
        {{.name = u"Fabrikam"_s, .scopes = scopes, .isProduction = true},
         {.name = u"Staging"_s, .scopes = scopes},
         {.name = u"Northwind"_s, .scopes = scopes, .isProduction = true},
         {.name = endless, .scopes = scopes}});
    QComboBox &other = fixture.choice(u"Compare with"_s);
    other.setCurrentIndex(1);
    const auto everything = [&fixture, &other] {
        QStringList texts;
        for (const QLabel *label : fixture.page.findChildren<QLabel *>())
            texts.append(label->QLabel::text());
        for (int i = 0; i < other.count(); ++i)
            texts.append(other.itemText(i));
        const QAbstractItemModel *model = fixture.table().model();
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                    texts.append(model->index(row, column).data(role).toString());
            }
        }
        return texts.join(u'\n');
    };
    fixture.choose(u"zebra"_s, 5);
    for (const QString &name : {u"Fabrikam"_s, u"contoso"_s, u"acme.test"_s})
        QVERIFY2(everything().contains(name), qUtf8Printable(name));
    presentation.setOn(true);
    const QString masked = everything();
    for (const QString &name :
         {u"Fabrikam"_s, u"Northwind"_s, u"nnn"_s, u"contoso"_s, u"acme.test"_s})
        QVERIFY2(!masked.contains(name), qUtf8Printable(name));
    const QString dots = Ui::Presentation::mask.toString();
    QCOMPARE(other.itemText(1), dots + u" 1");
    QCOMPARE(other.itemText(2), u"Staging"_s);
    QCOMPARE(other.itemText(3), dots + u" 3");
    QVERIFY(says(fixture.page, u"Compared with "_s + dots + u" 1: 1 in both"));
    QVERIFY(says(fixture.page, u"Only "_s + dots + u" 1")); // at the same place still
    QCOMPARE(other.currentIndex(), 1);
    QCOMPARE(fixture.copiedBy(u"Copy scope"_s), u"zebra"_s);
    presentation.setOn(false);
    QVERIFY(says(fixture.page, u"Compared with Fabrikam: 1 in both"_s));
    QVERIFY(says(fixture.page, u"Only Fabrikam"_s));
}

void TestScopesPage::presentationHidesWhatIsTyped()
{
    Fixture fixture;
    Ui::Presentation presentation(fixture.page);
    presentation.setOn(true);
    for (const QString &name : {u"Search scopes"_s, u"What is missing for"_s}) {
        QLineEdit &field = fixture.field(name);
        field.setText(u"GET /api/v2/clients"_s);
        QCOMPARE(field.displayText(), field.text());
        field.setText(u"GET /api/v2/clients/k158aBcDeFgHiJkLmNoPqRsTuVwXyZc7"_s);
        QVERIFY(!field.displayText().contains(u"k158"_s));
        field.clear();
        QCOMPARE(field.echoMode(), QLineEdit::Normal);
    }
}

void TestScopesPage::answersWhatIsMissing()
{
    Fixture fixture;
    QLineEdit &request = fixture.field(u"What is missing for"_s);
    QPushButton *copy = buttonIn(fixture.page, u"Copy missing scopes"_s);
    QVERIFY(!copy->isEnabled());
    QVERIFY(!copy->accessibleDescription().isEmpty()); // says why
    request.setText(u"GET /api/v2/users/auth0|1/roles"_s);
    QVERIFY(says(fixture.page, u"Missing: read:roles and read:role_members."_s));
    QCOMPARE(fixture.copiedBy(u"Copy missing scopes"_s), u"read:roles read:role_members"_s);
    request.setText(u"GET /api/v2/clients"_s);
    QVERIFY(says(fixture.page, u"Nothing is missing"_s));
    QVERIFY(!copy->isEnabled());
    request.setText(u"<b>GET</b>"_s);
    QVERIFY(says(fixture.page, u"No endpoint answers to that."_s));
    request.setText(u"/api/v2/stats/daily"_s);
    fixture.page.show(ScopeSet(), u"contoso"_s);
    QVERIFY(says(fixture.page, u"is not known: it does not tell its scopes."_s));
    QCOMPARE(fixture.copiedBy(u"Copy missing scopes"_s), u"read:stats"_s);
    request.completer()->setCompletionPrefix(u"STATS/"_s); // anywhere, case aside
    QCOMPARE(request.completer()->completionCount(), 2);
}

void TestScopesPage::standsUnknownScopes()
{
    Fixture fixture;
    fixture.page.show(ScopeSet(), u"contoso"_s);
    QVERIFY(says(fixture.page, u"The token does not tell its scopes"_s));
    QCOMPARE(fixture.copiedBy(u"Copy smallest list"_s), u"read:clients"_s);
    fixture.choose(u"clients"_s, 1);
    QCOMPARE(fixture.table().currentIndex().data().toString(), u"?"_s);
    fixture.choice(u"Show"_s).setCurrentIndex(1);
    QVERIFY(says(fixture.page, u"No scope matches search and filter."_s));
}

void TestScopesPage::standsHostileNames()
{
    const QString endless = u"read:"_s + QString(1'000'000, u'x');
    Fixture fixture(
        endless + u" read:\u202egnp.exe <img/src=file:///etc/passwd> \u0007 read:<b>bold</b>"_s);
    fixture.choice(u"Show"_s).setCurrentIndex(1);
    QAbstractItemModel *model = fixture.table().model();
    QCOMPARE(model->rowCount(), 5);
    const QAbstractItemModelTester tester(
        model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            fixture.table().setCurrentIndex(model->index(row, column));
            for (const QLabel *label : fixture.page.findChildren<QLabel *>()) {
                QVERIFY(label->textFormat() == Qt::PlainText);
                QVERIFY(label->text().size() < 2'000);
                QVERIFY(!label->text().contains(u'\u202e') && !label->text().contains(u'\u0007'));
            }
        }
    }
    QVERIFY(!fixture.page.grab().isNull());
    fixture.page.setOthers(
        {{.name = QString(100'000, u'<'), .scopes = ScopeSet::fromText(endless)}});
    fixture.choice(u"Compare with"_s).setCurrentIndex(1);
    QVERIFY(fixture.page.minimumSizeHint().width() < 800);
}

void TestScopesPage::isUsedByKeysAlone()
{
    Fixture fixture;
    fixture.page.focusSearch();
    QLineEdit &search = fixture.field(u"Search scopes"_s);
    QVERIFY(search.hasFocus());
    QTest::keyClicks(&search, u"client_keys"_s);
    QTest::keyClick(&search, Qt::Key_Down);
    QVERIFY(fixture.table().hasFocus());
    QTest::keyClick(&fixture.table(), Qt::Key_Right);
    QVERIFY(says(fixture.page, u"Shows client secrets and signing keys of all applications."_s));
    // Tab goes from there through the rest of the page, and at last comes to the search again.
    QStringList met;
    for (int i = 0; i < 30 && !search.hasFocus(); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        const QWidget *focused = QApplication::focusWidget();
        const auto *button = qobject_cast<const QPushButton *>(focused);
        met.append(button ? button->text() : focused->accessibleName());
    }
    QCOMPARE(
        met,
        (QStringList{
            u"Copy scope"_s, u"Endpoints"_s, u"What is missing for"_s, u"Copy smallest list"_s,
            u"Search scopes"_s}));
}

/// In a dialog Enter presses its default button, which any button is on offer to become.
void TestScopesPage::enterInAFieldPressesNothing()
{
    QDialog dialog;
    Fixture fixture;
    (new QVBoxLayout(&dialog))->addWidget(&fixture.page);
    showActive(dialog);
    fixture.choose(u"clients"_s, 1);
    fixture.field(u"What is missing for"_s).setText(u"GET /api/v2/stats/daily"_s);
    QVERIFY(buttonIn(fixture.page, u"Copy missing scopes"_s)->isEnabled());
    for (const QString &name : {u"Search scopes"_s, u"What is missing for"_s}) {
        QLineEdit &field = fixture.field(name);
        field.setFocus();
        QGuiApplication::clipboard()->setText(u"before"_s);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    }
    QVERIFY(dialog.isVisible());
}

void TestScopesPage::namesEverythingThatTakesTheFocus()
{
    Fixture fixture;
    fixture.page.setOthers({{.name = u"x"_s, .scopes = {}}});
    for (QWidget *widget : fixture.page.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
            || qobject_cast<QComboBox *>(widget->parentWidget()) || widget->focusProxy())
            continue;
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        bool hasBuddy = false;
        for (const QLabel *label : fixture.page.findChildren<QLabel *>())
            hasBuddy = hasBuddy || label->buddy() == widget;
        QVERIFY2(
            hasBuddy || (face && !face->text(QAccessible::Name).isEmpty()),
            widget->metaObject()->className());
    }
}

void TestScopesPage::turnsWhenNarrow()
{
    Fixture fixture;
    const auto *split = fixture.page.findChild<QSplitter *>();
    QCOMPARE(split->orientation(), Qt::Horizontal);
    fixture.page.resize(600, 720);
    QCOMPARE(split->orientation(), Qt::Vertical);
    fixture.page.resize(1'200, 720);
    QCOMPARE(split->orientation(), Qt::Horizontal);
}

/// Their ends tell them apart.
void TestScopesPage::pathsAreElidedAmid()
{
    Fixture fixture;
    const QModelIndex path = fixture.table(u"Endpoints"_s).model()->index(0, 1);
    QCOMPARE(path.data(Ui::cellStyleRole).value<Ui::CellStyle>().elide, Qt::ElideMiddle);
}

void TestScopesPage::fitsAtTwiceTheTextSize()
{
    const QFont usual = QApplication::font();
    QFont twice = usual;
    twice.setPointSizeF(usual.pointSizeF() * 2);
    QApplication::setFont(twice);
    {
        Fixture fixture;
        fixture.page.resize(1'024, 700);
        QVERIFY(fixture.page.minimumSizeHint().width() <= 1'024);
        QVERIFY2(
            fixture.page.minimumSizeHint().height() <= 700,
            QByteArray::number(fixture.page.minimumSizeHint().height()).constData());
        QCOMPARE(fixture.page.findChild<QSplitter *>()->orientation(), Qt::Vertical);
        QVERIFY(fixture.table().viewport()->height() >= 2 * fixture.table().rowHeight(0));
        const auto *copy = buttonIn(fixture.page, u"Copy scopes"_s);
        QVERIFY(copy && copy->height() >= copy->minimumSizeHint().height());
    }
    QApplication::setFont(usual);
}

QTEST_MAIN(TestScopesPage)
#include "tst_scopespage.moc"
