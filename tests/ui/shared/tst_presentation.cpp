// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/maskedparts.h"
#include "ui/shared/presentation.h"
#include "ui/shared/shownjson.h"
#include "ui/shared/technicalview.h"
#include "ui/shared/tickinglabel.h"

#include "tests/ui/uitest.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;

namespace {

const QString dots = Presentation::mask.toString();

QString heard(QWidget &widget, QAccessible::Text what = QAccessible::Name)
{
    return QAccessible::queryAccessibleInterface(&widget)->text(what);
}

} // namespace

class TestPresentation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void masks_data();
    void masks();
    void showsAllWhileOff();
    void labelsFollow();
    void whatComesLaterIsMasked();
    void technicalTextsFollow();
    void technicalTextsAreCopiedAsTheyAre_data();
    void technicalTextsAreCopiedAsTheyAre();
    void jsonIsReadWithItsEscapes_data();
    void jsonIsReadWithItsEscapes();
    void fieldsTurnIntoDots();
    void searchesTurnIntoDots_data();
    void searchesTurnIntoDots();
    void tipsFollow();
    void dialogsBelongToTheirWindow();
    void namesAreProductionsOnly();
    void whatPlacesAreToldIsTold();
    void namesThatLabelsNeutraliseAreMasked();
    void ownWordsStay();
    void hostileTextIsMaskedInTime();
    void hostileJsonIsMaskedInTime_data();
    void hostileJsonIsMaskedInTime();
};

void TestPresentation::masks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &text, const QString &shown) {
        QTest::newRow(name) << text << QString(shown).replace(u'*', dots);
    };
    row("nothing", u"Token valid until 14:05"_s, u"Token valid until 14:05"_s);
    row("a name", u"Asking login.example.com for a token…"_s, u"Asking * for a token…"_s);
    row("a name, other case", u"LOGIN.example.COM"_s, u"*"_s);
    row("the longer name first", u"login.example.com:8443 and login.example.com"_s, u"* and *"_s);
    row("a name like a pattern", u"a+b (c) is"_s, u"* is"_s);
    row("a short name alone", u"ab"_s, u"*"_s);
    row("a short name within", u"cab"_s, u"cab"_s);
    row("a name within a word", u"xlogin.example.comx"_s, u"xlogin.example.comx"_s);
    row("a name beside signs", u"“login.example.com”,"_s, u"“*”,"_s);
    row("another of Auth0's hosts", u"acme.eu.auth0.com was not found"_s, u"* was not found"_s);
    row("not Auth0's", u"auth0.company"_s, u"auth0.company"_s);
    row("the host of a URL", u"https://acme.test:8080/callback?a=b"_s, u"https://*/callback?a=b"_s);
    row("a host alone", u"http://localhost"_s, u"http://*"_s);
    row("URLs in JSON", u"[\"https://a.test\",\"https://b.test/x\"]"_s,
        u"[\"https://*\",\"https://*/x\"]"_s);
    row("a client ID", u"/api/v2/clients/k158aBcDeFgHiJkLmNoPqRsTuVwXyZc7"_s,
        u"/api/v2/clients/*"_s);
    row("a third party's", u"tpc_0123456789abcdefABCDEF"_s, u"*"_s);
    row("a subject", u"k158aBcDeFgHiJkLmNoPqRsTuVwXyZc7@clients"_s, u"*@clients"_s);
    row("a fingerprint stays", u"SHA-256 3f9ac1d2"_s, u"SHA-256 3f9ac1d2"_s);
    row("a digest stays", QString(64, u'a'), QString(64, u'a'));
    row("a token", u"Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln-_"_s, u"Bearer *"_s);
    row("an encrypted one", u"eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn"_s, u"*"_s);
}

void TestPresentation::masks()
{
    QFETCH(const QString, text);
    QWidget window;
    Presentation presentation(window);
    presentation.setNames(
        {u"login.example.com"_s, u""_s, u"login.example.com:8443"_s, u"a+b (c)"_s, u"ab"_s});
    QCOMPARE(presentation.masked(text), text);
    presentation.setOn(true);
    QTEST(presentation.masked(text), "shown");
}

void TestPresentation::showsAllWhileOff()
{
    QWidget window;
    PlainLabel label(u"https://acme.test"_s, PlainLabel::Style::Base, &window);
    QCOMPARE(heard(label), u"https://acme.test"_s);
    QCOMPARE(shownText(nullptr, u"https://acme.test"_s), u"https://acme.test"_s);
}

void TestPresentation::labelsFollow()
{
    QWidget window;
    Presentation presentation(window);
    PlainLabel label(u"to https://acme.test"_s, PlainLabel::Style::Base, &window);
    TickingLabel ticking(PlainLabel::Style::Base, &window);
    ticking.setTexts(u"asking acme.auth0.com"_s, u"asking acme.auth0.com, 3 s"_s);
    const int whole = ticking.sizeHint().width();
    presentation.setOn(true);
    QCOMPARE(heard(label), u"to https://"_s + dots);
    QCOMPARE(label.text(), u"to https://acme.test"_s);
    QCOMPARE(heard(ticking), u"asking "_s + dots);
    QVERIFY(ticking.sizeHint().width() < whole); // what is painted is masked, too
    label.setText(u"of other.auth0.com"_s);
    QCOMPARE(heard(label), u"of "_s + dots);
    presentation.setNames({u"of"_s, u"other"_s});
    presentation.setOn(false);
    QCOMPARE(heard(label), u"of other.auth0.com"_s);
    QCOMPARE(heard(ticking), u"asking acme.auth0.com"_s);
}

/// A label is given its text before it stands anywhere.
void TestPresentation::whatComesLaterIsMasked()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    Presentation presentation(window);
    presentation.setOn(true);
    auto *row = new QWidget;
    auto *label = new PlainLabel(u"acme.auth0.com"_s, PlainLabel::Style::Base, row);
    layout->addWidget(row);
    window.show();
    QCOMPARE(heard(*label), dots);
}

void TestPresentation::technicalTextsFollow()
{
    QWidget window;
    Presentation presentation(window);
    TechnicalView view(u"Raw JSON"_s, &window);
    view.setText(u"{\"domain\": \"acme.auth0.com\"}"_s);
    presentation.setOn(true);
    QCOMPARE(view.toPlainText(), u"{\"domain\": \""_s + dots + u"\"}");
    presentation.setOn(false);
    QCOMPARE(view.toPlainText(), u"{\"domain\": \"acme.auth0.com\"}"_s);
}

void TestPresentation::technicalTextsAreCopiedAsTheyAre_data()
{
    QTest::addColumn<QString>("from"); // what is shown there
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("copied");
    QTest::newRow("all") << u"{"_s << u"}"_s
                         << u"{\n  \"a\": \"https://acme.test/x\",\n  \"b\": \"Sh\\u006fp\"\n}"_s;
    QTest::newRow("before a mask") << u"\"a"_s << u"https://"_s << u"\"a\": \"https://"_s;
    QTest::newRow("behind a mask") << u"/x"_s << u"\","_s << u"/x\","_s;
    QTest::newRow("around a mask") << u"ps:"_s << u"/x"_s << u"ps://acme.test/x"_s;
    QTest::newRow("a part of a mask") << u"•"_s << u"•"_s << u"acme.test"_s;
    QTest::newRow("over lines") << u"•"_s << u"\"b\": "_s << u"acme.test/x\",\n  \"b\": "_s;
    QTest::newRow("to within a mask") << u"\"b"_s << u"\"b\": \"•"_s << u"\"b\": \"Sh\\u006fp"_s;
}

void TestPresentation::technicalTextsAreCopiedAsTheyAre()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QWidget window;
    Presentation presentation(window);
    Presentation::markProduction(window, true);
    Presentation::setLocalNames(window, {u"Shop"_s});
    TechnicalView view(u"Raw JSON"_s, &window);
    view.setText(u"{\n  \"a\": \"https://acme.test/x\",\n  \"b\": \"Sh\\u006fp\"\n}"_s);
    presentation.setOn(true);
    const QString shown = view.toPlainText();
    const qsizetype start = shown.indexOf(from);
    QTextCursor cursor(view.document());
    cursor.setPosition(int(start));
    cursor.setPosition(int(shown.indexOf(to, start) + to.size()), QTextCursor::KeepAnchor);
    view.setTextCursor(cursor);
    view.copy();
    QTEST(QGuiApplication::clipboard()->text(), "copied");
}

void TestPresentation::jsonIsReadWithItsEscapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &text, const QString &shown) {
        QTest::newRow(name) << text << QString(shown).replace(u'*', dots);
    };
    row("a name", uR"({"n": "Caf\u00e9 \"A\"", "m": 1})"_s, uR"({"n": "*", "m": 1})"_s);
    row("within, other case", uR"("of \u0063af\u00C9 \"a\"")"_s, uR"("of *")"_s);
    row("a member's name", uR"({"Caf\u00e9 \"A\"": 1})"_s, uR"({"*": 1})"_s);
    row("after a line end", uR"("for\nShop\t/")"_s, uR"("for\n*\t/")"_s);
    row("a name of two lines", uR"("Line\nby line")"_s, uR"("*")"_s);
    row("a host", uR"("https:\/\/acme.test\/x")"_s, uR"("https://*/x")"_s);
    row("a short name", uR"(["ab", "abc"])"_s, uR"(["*", "abc"])"_s);
    row("all else as it is written", uR"(["\u0041\/", 1.0])"_s, uR"(["\u0041\/", 1.0])"_s);
    row("what cannot be read", uR"("Shop\u00zz")"_s, uR"("*")"_s);
    row("before JSON", u"etag: W/\"1\nhost: acme.auth0.com\n\n[\"Sho\\u0070\"]"_s,
        u"etag: W/\"1\nhost: *\n\n[\"*\"]"_s);
    row("hidden controls", uR"("Shop \u202e\u0000")"_s, u"\"* \uFFFD\\u0000\""_s);
}

void TestPresentation::jsonIsReadWithItsEscapes()
{
    QFETCH(const QString, text);
    QWidget window;
    Presentation presentation(window);
    Presentation::markProduction(window, true);
    Presentation::setLocalNames(window, {u"Café \"A\""_s, u"Shop"_s, u"ab"_s, u"Line\nby line"_s});
    QCOMPARE(shownJson(&window, text), text);
    presentation.setOn(true);
    QTEST(shownJson(&window, text), "shown");
}

void TestPresentation::fieldsTurnIntoDots()
{
    QWidget window;
    Presentation presentation(window);
    QLineEdit domain(u"acme.auth0.com"_s, &window);
    QLineEdit secret(&window);
    maskInPresentation(domain);
    maskInPresentation(secret);
    secret.setEchoMode(QLineEdit::Password);
    presentation.setOn(true);
    QCOMPARE(domain.echoMode(), QLineEdit::Password);
    QVERIFY(!heard(domain, QAccessible::Value).contains(u"acme"_s));
    QCOMPARE(domain.text(), u"acme.auth0.com"_s);
    presentation.setNames({u"x"_s}); // told twice
    presentation.setOn(false);
    QCOMPARE(domain.echoMode(), QLineEdit::Normal);
    QCOMPARE(secret.echoMode(), QLineEdit::Password);
}

void TestPresentation::searchesTurnIntoDots_data()
{
    QTest::addColumn<MaskWhen>("when");
    QTest::addColumn<bool>("isProduction");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isMasked");
    QTest::newRow("a piece of a name") << MaskWhen::Production << true << u"sho"_s << true;
    QTest::newRow("nothing yet") << MaskWhen::Production << true << QString() << true;
    QTest::newRow("a word elsewhere") << MaskWhen::Production << false << u"shop"_s << false;
    QTest::newRow("a host elsewhere")
        << MaskWhen::Production << false << u"https://acme.test/"_s << true;
    QTest::newRow("a scope") << MaskWhen::Holding << true << u"read:clients"_s << false;
    QTest::newRow("a name") << MaskWhen::Holding << true << u"the shop"_s << true;
}

void TestPresentation::searchesTurnIntoDots()
{
    QFETCH(const MaskWhen, when);
    QFETCH(const bool, isProduction);
    QFETCH(const QString, typed);
    QFETCH(const bool, isMasked);
    QWidget window;
    Presentation presentation(window);
    Presentation::markProduction(window, isProduction);
    Presentation::setLocalNames(window, {u"Shop"_s});
    QLineEdit search(&window);
    maskInPresentation(search, when);
    presentation.setOn(true);
    QTest::keyClicks(&search, typed);
    QCOMPARE(search.text(), typed);
    QCOMPARE(search.echoMode() == QLineEdit::Password, isMasked);
    if (isMasked)
        QVERIFY(typed.isEmpty() || !heard(search, QAccessible::Value).contains(typed));
    presentation.setOn(false);
    QCOMPARE(search.echoMode(), QLineEdit::Normal);
    presentation.setOn(true);
    QCOMPARE(search.echoMode() == QLineEdit::Password, isMasked);
    search.clear();
    Presentation::markProduction(window, false);
    QCOMPARE(search.echoMode(), QLineEdit::Normal);
}

void TestPresentation::tipsFollow()
{
    QWidget window;
    Presentation presentation(window);
    QPushButton button(&window);
    setShownToolTip(button, u"https://acme.test/a"_s);
    QCOMPARE(button.toolTip(), u"https://acme.test/a"_s);
    presentation.setOn(true);
    QCOMPARE(button.toolTip(), dots); // a path may tell, too
    setShownToolTip(button, u"https://acme.test/b"_s);
    QCOMPARE(button.toolTip(), dots);
    presentation.setOn(false);
    QCOMPARE(button.toolTip(), u"https://acme.test/b"_s);
}

void TestPresentation::dialogsBelongToTheirWindow()
{
    QWidget window;
    Presentation presentation(window);
    QDialog dialog(&window);
    PlainLabel label(u"acme.auth0.com"_s, PlainLabel::Style::Base, &dialog);
    QWidget stranger;
    PlainLabel other(u"acme.auth0.com"_s, PlainLabel::Style::Base, &stranger);
    presentation.setOn(true);
    QCOMPARE(heard(label), dots);
    QCOMPARE(heard(other), u"acme.auth0.com"_s);
}

void TestPresentation::namesAreProductionsOnly()
{
    QWidget window;
    Presentation presentation(window);
    QWidget tenant(&window);
    QWidget details(&tenant);
    PlainLabel label(u"Shop – web, for the shop"_s, PlainLabel::Style::Base, &details);
    Presentation::setLocalNames(details, {u"Shop – web"_s, {}});
    presentation.setOn(true);
    QCOMPARE(heard(label), u"Shop – web, for the shop"_s);
    QCOMPARE(shownName(&details, u"Shop"_s), u"Shop"_s);
    QCOMPARE(shownIdentifier(&details, u"machine"_s), dots);
    presentation.setOn(false);
    Presentation::markProduction(tenant, true);
    QCOMPARE(shownName(&details, u"Shop"_s), u"Shop"_s);
    presentation.setOn(true);
    QCOMPARE(heard(label), dots + u", for the shop");
    QCOMPARE(shownName(&details, u"Shop"_s), dots);
    QCOMPARE(shownName(&window, u"Shop"_s), u"Shop"_s);
    QCOMPARE(shownIdentifier(&details, {}), QString());
}

void TestPresentation::whatPlacesAreToldIsTold()
{
    QWidget window;
    Presentation presentation(window);
    QWidget tenant(&window);
    PlainLabel label(u"Shop"_s, PlainLabel::Style::Base, &tenant);
    presentation.setOn(true);
    Presentation::setLocalNames(tenant, {u"Shop"_s});
    QCOMPARE(heard(label), u"Shop"_s);
    Presentation::markProduction(tenant, true);
    QCOMPARE(heard(label), dots);
    Presentation::setLocalNames(tenant, {});
    QCOMPARE(heard(label), u"Shop"_s);
}

void TestPresentation::namesThatLabelsNeutraliseAreMasked()
{
    QWidget window;
    Presentation presentation(window);
    Presentation::markProduction(window, true);
    const QString name = u"The\nShop\u202E"_s;
    Presentation::setLocalNames(window, {name});
    PlainLabel label(name, PlainLabel::Style::Base, &window);
    QVERIFY(heard(label).contains(u"Shop"_s));
    presentation.setOn(true);
    QCOMPARE(heard(label), dots);
}

void TestPresentation::ownWordsStay()
{
    QWidget window;
    Presentation presentation(window);
    presentation.setNames({u"production"_s});
    PlainLabel mark(u"PRODUCTION"_s, PlainLabel::Style::Base, &window);
    mark.setOwnWords(true);
    presentation.setOn(true);
    QCOMPARE(heard(mark), u"PRODUCTION"_s);
}

/// What the expression gives up on is masked as a whole, and nothing takes more than linear time.
void TestPresentation::hostileTextIsMaskedInTime()
{
    QWidget window;
    Presentation presentation(window);
    presentation.setOn(true);
    const QString dotted = QString(u"a."_s).repeated(200'000);
    QElapsedTimer timer;
    timer.start();
    const QString shown = presentation.masked(dotted + u" acme.auth0.com"_s);
    QVERIFY(!shown.contains(u"acme"_s));
    QVERIFY2(timer.elapsed() < 10'000, "it hangs");
}

void TestPresentation::hostileJsonIsMaskedInTime_data()
{
    QTest::addColumn<QString>("part");
    QTest::newRow("strings") << u"\"a\","_s;
    QTest::newRow("strings with escapes") << u"\"\\u0061\","_s;
    QTest::newRow("quotes") << u"\""_s;
    QTest::newRow("backslashes") << u"\\"_s;
}

void TestPresentation::hostileJsonIsMaskedInTime()
{
    QFETCH(const QString, part);
    QWidget window;
    Presentation presentation(window);
    Presentation::markProduction(window, true);
    Presentation::setLocalNames(window, {u"Shop"_s, QString(140, u'x')});
    presentation.setOn(true);
    const QString text = part.repeated(256 * 1024 / part.size()) + u"\"\n\"Sh\\u006fp\"";
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!shownJson(&window, text).contains(u"006f"_s));
    QVERIFY2(timer.elapsed() < 10'000, "it hangs");
}

QTEST_MAIN(TestPresentation)

#include "tst_presentation.moc"
