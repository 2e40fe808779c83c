// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/banner.h"
#include "ui/shared/emptylook.h"

#include "tests/ui/uitest.h"

#include <QAction>
#include <QDesktopServices>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;

namespace {

Session::Sentence sentence(const QString &what, Session::Remedy remedy = Session::Remedy::None)
{
    return {.what = what, .why = u"Why."_s, .now = u"Now."_s, .tenantWords = {}, .remedy = remedy};
}

} // namespace

class TestBanner final : public QObject
{
    Q_OBJECT

public:
    /// Instead of the browser.
    Q_INVOKABLE void open(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void showsAndDismisses();
    void countsUp();
    void tenantWordsArePlain();
    void everyRemedyHasAWord_data();
    void everyRemedyHasAWord();
    void detailsUnfold();
    void opensTheDashboard();
    void emptyLookOffersWhatIsPossible();

private:
    QList<QUrl> m_opened;
};

void TestBanner::showsAndDismisses()
{
    Banner banner;
    QVERIFY(!banner.isShowing());
    banner.show(Banner::Kind::Error, sentence(u"What."_s));
    QVERIFY(banner.isShowing());
    QCOMPARE(banner.text(), u"What.\nWhy. Now."_s);
    QVERIFY(!Test::buttonIn(banner, u"Details"_s));
    Test::buttonIn(banner, u"Dismiss"_s)->click();
    QVERIFY(!banner.isShowing());
}

void TestBanner::countsUp()
{
    Banner banner;
    banner.show(Banner::Kind::Error, sentence(u"What."_s));
    banner.show(Banner::Kind::Error, sentence(u"What."_s));
    banner.show(Banner::Kind::Error, sentence(u"What."_s));
    QVERIFY(banner.text().startsWith(u"What. (×3)"_s));
    banner.show(Banner::Kind::Error, sentence(u"Other."_s));
    QVERIFY(banner.text().startsWith(u"Other.\n"_s));
    banner.dismiss();
    banner.show(Banner::Kind::Error, sentence(u"Other."_s));
    QVERIFY(banner.text().startsWith(u"Other.\n"_s));
}

void TestBanner::tenantWordsArePlain()
{
    Banner banner;
    Session::Sentence said = sentence(u"What."_s);
    said.tenantWords = u"<a href=\"https://evil.example\">click</a>"_s;
    banner.show(Banner::Kind::Error, said);
    QVERIFY(banner.text().contains(said.tenantWords));
    const QList<QLabel *> labels = banner.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestBanner::everyRemedyHasAWord_data()
{
    using Session::Remedy;
    QTest::addColumn<Session::Remedy>("remedy");
    for (const Remedy remedy :
         {Remedy::EditDomain, Remedy::EditClient, Remedy::EditAudience, Remedy::Retry,
          Remedy::GetNewToken, Remedy::CopyScope, Remedy::Reload})
        QTest::addRow("%d", int(remedy)) << remedy;
}

void TestBanner::everyRemedyHasAWord()
{
    QFETCH(Session::Remedy, remedy);
    Banner banner;
    QSignalSpy chosen(&banner, &Banner::remedyChosen);
    banner.show(Banner::Kind::Caution, sentence(u"What."_s, remedy));
    QPushButton *remedyButton = Test::buttonIn(banner, Banner::remedyText(remedy));
    QVERIFY(remedyButton);
    remedyButton->click();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).value<Session::Remedy>(), remedy);
}

void TestBanner::detailsUnfold()
{
    Banner banner;
    banner.show(
        Banner::Kind::Error, sentence(u"What."_s), {u"POST /oauth/token 401"_s, u"request id 7"_s});
    QVERIFY(!Test::says(banner, u"request id 7"_s));
    QPushButton *details = Test::buttonIn(banner, u"Details"_s);
    QVERIFY(details);
    details->click();
    QVERIFY(Test::says(banner, u"POST /oauth/token 401\nrequest id 7"_s));
    banner.dismiss();
    banner.show(Banner::Kind::Error, sentence(u"Other."_s), {u"another"_s});
    QVERIFY(!Test::says(banner, u"another"_s)); // folded again
}

void TestBanner::opensTheDashboard()
{
    const QUrl link(u"https://manage.auth0.com/dashboard/eu/contoso/apis"_s);
    QDesktopServices::setUrlHandler(u"https"_s, this, "open");
    Banner banner;
    banner.show(Banner::Kind::Error, sentence(u"What."_s), {}, link);
    QPushButton *button = Test::buttonIn(banner, u"Open in Dashboard"_s);
    QVERIFY(button);
    QVERIFY(button->toolTip().contains(link.toString())); // whereto is seen before it is opened
    button->click();
    QDesktopServices::unsetUrlHandler(u"https"_s);
    QCOMPARE(m_opened, QList{link});
    banner.show(Banner::Kind::Error, sentence(u"Other."_s));
    QVERIFY(!Test::buttonIn(banner, u"Open in Dashboard"_s));
}

void TestBanner::emptyLookOffersWhatIsPossible()
{
    QAction first(u"First"_s);
    QAction second(u"Second"_s);
    QAction third(u"Third"_s);
    second.setEnabled(false);
    EmptyLook look(u"info"_s, u"Nothing here."_s);
    look.setActions({&first, &second, &third});
    QVERIFY(Test::buttonIn(look, u"First"_s));
    QVERIFY(!Test::buttonIn(look, u"Second"_s)); // disabled
    QVERIFY(!Test::buttonIn(look, u"Third"_s));  // two at most
    second.setEnabled(true);
    QSignalSpy triggered(&second, &QAction::triggered);
    Test::buttonIn(look, u"Second"_s)->click();
    QCOMPARE(triggered.count(), 1);
}

QTEST_MAIN(TestBanner)
#include "tst_banner.moc"
