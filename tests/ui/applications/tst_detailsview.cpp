// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/detailsview.h"
#include "ui/applications/fieldstree.h"
#include "ui/applications/findingspage.h"
#include "ui/applications/overviewpage.h"
#include "ui/shared/presentation.h"
#include "ui/shared/technicalview.h"

#include "tests/ui/applications/marks.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Ui;
using Test::marks;

namespace {

const OAuth::ScopeSet readsClients = OAuth::ScopeSet::fromText(u"read:clients");

ApplicationDetails detailsOf(const QJsonObject &members, bool isWhole = false)
{
    return ApplicationDetails::fromJson(
        members.value(u"client_id").toString(),
        QJsonDocument(members).toJson(QJsonDocument::Compact), readsClients, isWhole);
}

QJsonObject shop()
{
    return {
        {u"client_id"_s, u"k158"_s},
        {u"name"_s, u"Shop <b>web"_s},
        {u"callbacks"_s, QJsonArray{u"https://a.example/cb"_s, u"localhost:3030"_s}},
        {u"client_metadata"_s, QJsonObject{{u"team"_s, u"payments"_s}}},
        {u"x_unheard_of"_s, QJsonObject{{u"deep"_s, QJsonArray{1, true, QJsonValue()}}}},
        {u"grant_types"_s, QJsonArray()},
    };
}

QStringList labels(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&widget) && !label->text().isEmpty())
            texts.append(label->text());
    }
    return texts;
}

QString printed(const QTreeWidgetItem &item, int depth = 0)
{
    QString text = QString(depth * 2, u' ') + item.text(0) + u" = "_s + item.text(1) + u'\n';
    for (int i = 0; i < item.childCount(); ++i)
        text += printed(*item.child(i), depth + 1);
    return text;
}

} // namespace

class TestDetailsView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        // What the offscreen platform cannot do is no fault of ours.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void presentationMasksNamesHoweverTheyAreWritten()
    {
        DetailsView view;
        Presentation presentation(view);
        Presentation::markProduction(view, true);
        QJsonObject members = shop();
        members.insert(u"name"_s, u"Café \"A\"/b"_s);
        members.insert(u"description"_s, u"For all\nour guests"_s);
        members.insert(u"tenant"_s, u"umbrella"_s); // the first label of its domain
        members.insert(
            u"client_metadata"_s, QJsonObject{{u"acme.eu.auth0.com"_s, u"to café \"a\"/B"_s}});
        QByteArray json = QJsonDocument(members).toJson(QJsonDocument::Compact);
        json.replace("é", "\\u00e9").replace("/", "\\/");
        view.setDetails(ApplicationDetails::fromJson(u"k158"_s, json, readsClients, true));
        view.setTab(2);
        const auto *raw = view.findChild<TechnicalView *>();
        QVERIFY(raw->toPlainText().contains(u"\"Caf\\u00e9 \\\"A\\\"\\/b\""_s));
        presentation.setOn(true);
        view.setTab(1);
        QString all = raw->toPlainText() + labels(view).join(u'\n')
            + printed(*view.findChild<FieldsTree *>()->invisibleRootItem());
        view.setTab(0);
        all += labels(view).join(u'\n');
        for (const QString &leaked :
             {u"Caf"_s, u"caf"_s, u"guests"_s, u"k158"_s, u"acme"_s, u"umbrella"_s})
            QVERIFY2(!all.contains(leaked), qPrintable(leaked + u" in "_s + all));
    }

    void fieldsFollowThePresentation()
    {
        DetailsView view;
        Presentation presentation(view);
        Presentation::markProduction(view, true);
        view.setDetails(detailsOf(shop()));
        view.setTab(1);
        const auto fields = [&view] {
            return printed(*view.findChild<FieldsTree *>()->invisibleRootItem());
        };
        const QString real = fields();
        QVERIFY2(real.contains(u"k158"_s), qPrintable(real));
        presentation.setOn(true);
        QVERIFY2(!fields().contains(u"k158"_s), qPrintable(fields()));
        presentation.setOn(false);
        QCOMPARE(fields(), real);
    }

    void theNamelessAreCalledByTheirId()
    {
        DetailsView view;
        QJsonObject members = shop();
        members.insert(u"name"_s, QString());
        view.setDetails(detailsOf(members));
        QCOMPARE(labels(view).constFirst(), u"k158"_s);
    }

    void saysWhenNothingIsSelected()
    {
        DetailsView view;
        QVERIFY(labels(view).contains(u"Select an application to see its details."_s));
        view.setDetails(detailsOf(shop()));
        QVERIFY(!labels(view).contains(u"Select an application to see its details."_s));
        view.showNothing();
        QVERIFY(labels(view).contains(u"Select an application to see its details."_s));
    }

    void offersNothingWhereNothingIsMissing()
    {
        DetailsView view;
        view.setDetails(ApplicationDetails::fromJson(
            u"k158"_s, R"({"client_id":"k158","name":"Shop"})",
            OAuth::ScopeSet::fromText(u"read:client_summary"), false));
        const QStringList texts = labels(view);
        QVERIFY(std::none_of(texts.begin(), texts.end(), [](const QString &text) {
            return text.startsWith(u"Not fetched:"_s);
        }));
        view.setDetails(detailsOf(shop()));
        QVERIFY(labels(view).join(u'\n').contains(u"Not fetched: addons"_s));
    }

    void overviewTellsValuesAndAbsences()
    {
        DetailsView view;
        view.setDetails(detailsOf(shop()));
        const QStringList texts = labels(view);
        for (const QString &expected :
             {u"Shop <b>web"_s, u"k158"_s, u"Generic"_s, u"https://a.example/cb"_s,
              u"localhost:3030"_s, u"team = payments"_s, u"Empty list"_s, u"Not set"_s,
              u"Not fetched"_s})
            QVERIFY2(texts.contains(expected), qUtf8Printable(expected));
        QVERIFY(texts.contains(
            u"Not fetched: addons, custom_login_page, custom_login_page_preview, form_template"_s));
    }

    void everyValueCanBeCopied()
    {
        DetailsView view;
        view.setDetails(detailsOf(shop()));
        QStringList copied;
        for (QPushButton *button : view.findChildren<QPushButton *>()) {
            if (!button->accessibleName().startsWith(u"Copy: "_s))
                continue;
            button->click();
            copied.append(QGuiApplication::clipboard()->text());
        }
        QCOMPARE(
            copied,
            (QStringList{
                u"Shop <b>web"_s, u"k158"_s, u"Generic"_s, u"https://a.example/cb"_s,
                u"localhost:3030"_s, u"team = payments"_s}));
    }

    void tabGoesFromTopToBottom()
    {
        DetailsView view;
        QStringList met;
        for (QWidget *each = view.nextInFocusChain(); each != &view;
             each = each->nextInFocusChain())
            if (each->focusPolicy() & Qt::TabFocus)
                met.append(
                    each->accessibleName().isEmpty() ? each->property("text").toString()
                                                     : each->accessibleName());
        const qsizetype close = met.indexOf(u"Close details"_s);
        const qsizetype overview = met.indexOf(u"Overview"_s);
        QVERIFY2(close >= 0 && overview > close, qPrintable(met.join(u'|')));
        QVERIFY2(met.indexOf(u"Fetch the rest"_s) > overview, qPrintable(met.join(u'|')));
    }

    void tellsFindings()
    {
        DetailsView view;
        QJsonObject members = shop();
        members.insert(u"grant_types"_s, QJsonArray{u"password"_s});
        members.insert(
            u"callbacks"_s, QJsonArray{u"http://localhost/"_s, u"http://a.example/\u202ecb"_s});
        view.setDetails(detailsOf(members));
        auto *tabs = view.findChild<QTabWidget *>();
        const auto *page = view.findChild<FindingsPage *>();
        QCOMPARE(tabs->tabText(tabs->indexOf(page)), u"Findings (3)"_s);
        view.setTab(tabs->indexOf(page));
        QStringList texts = labels(*page);
        texts.removeAll(QString());
        QCOMPARE(texts.mid(0, 2), QStringList({u"High"_s, u"Password grant"_s}));
        QVERIFY(texts.contains(u"Medium"_s));
        QVERIFY(texts.contains(u"http://localhost/"_s));
        QVERIFY(texts.contains(u"http://a.example/\ufffdcb"_s)); // neutralised
        QVERIFY(texts.contains(
            u"What to do: Move to Authorization Code with PKCE, then take the grant type away."_s));
        for (const QPushButton *button : page->findChildren<QPushButton *>())
            QVERIFY(button->accessibleName().startsWith(u"Copy: "_s));
        QCOMPARE(page->accessibleName(), u"Findings"_s);
    }

    void findingsFollowTheEnvironment()
    {
        DetailsView view;
        QJsonObject members = shop();
        members.insert(u"callbacks"_s, QJsonArray{u"http://localhost/"_s});
        ApplicationDetails details = detailsOf(members);
        view.setDetails(details);
        auto *tabs = view.findChild<QTabWidget *>();
        const auto *page = view.findChild<FindingsPage *>();
        view.setTab(tabs->indexOf(page));
        QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Findings (1)"_s);
        details.environment = Tenant::Environment::Development;
        view.setDetails(details);
        QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Findings"_s);
        QVERIFY(labels(*page).join(u' ').startsWith(u"Nothing found."));
    }

    void saysWhenNothingCanBeFound()
    {
        DetailsView view;
        view.setDetails(detailsOf({{u"client_id"_s, u"a"_s}, {u"name"_s, u"A"_s}}));
        auto *tabs = view.findChild<QTabWidget *>();
        const auto *page = view.findChild<FindingsPage *>();
        view.setTab(tabs->indexOf(page));
        QVERIFY(labels(*page).join(u' ').contains(u"It needs read:clients."));
    }

    void treeShowsTheUnknownToo()
    {
        DetailsView view;
        view.setDetails(detailsOf(shop(), true));
        view.setTab(1);
        const auto *tree = view.findChild<FieldsTree *>();
        QString text;
        for (int i = 0; i < tree->topLevelItemCount(); ++i)
            text += printed(*tree->topLevelItem(i));
        QCOMPARE(
            text,
            u"callbacks = [2]\n  0 = https://a.example/cb\n  1 = localhost:3030\n"
            "client_id = k158\n"
            "client_metadata = {1}\n  team = payments\n"
            "grant_types = [ ]\n"
            "name = Shop <b>web\n"
            "x_unheard_of = {1}\n  deep = [3]\n    0 = 1\n    1 = true\n    2 = null\n"_s);
    }

    void treeIsSearched()
    {
        DetailsView view;
        view.setDetails(detailsOf(shop(), true));
        view.setTab(1);
        const auto *tree = view.findChild<FieldsTree *>();
        auto *search = view.findChild<QLineEdit *>();
        QCOMPARE(search->accessibleName(), u"Search fields"_s);
        const auto shown = [tree] {
            QString text;
            for (int i = 0; i < tree->topLevelItemCount(); ++i) {
                if (!tree->topLevelItem(i)->isHidden())
                    text += tree->topLevelItem(i)->text(0) + u' ';
            }
            return text.trimmed();
        };
        search->setText(u"PAYMENTS"_s); // a value within
        QCOMPARE(shown(), u"client_metadata"_s);
        QVERIFY(tree->topLevelItem(2)->isExpanded());
        search->setText(u"deep"_s); // a name within, with all that is in it
        QCOMPARE(shown(), u"x_unheard_of"_s);
        QVERIFY(!tree->topLevelItem(5)->child(0)->child(2)->isHidden());
        view.setDetails(detailsOf({{u"client_id"_s, u"deepest"_s}, {u"name"_s, u"n"_s}}, true));
        QCOMPARE(shown(), u"client_id"_s); // the search stays
        search->clear();
        QCOMPARE(shown(), u"client_id name"_s);
    }

    void fieldsAreCopiedAndMadeColumns_data()
    {
        QTest::addColumn<QStringList>("way"); // to the item
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("column"); // empty: it cannot be one
        QTest::newRow("text") << QStringList{u"name"_s} << u"a\"\u0007"_s << u"$.name"_s
                              << u"name"_s;
        QTest::newRow("list") << QStringList{u"callbacks"_s} << u"[\"x\",1]"_s << u"$.callbacks"_s
                              << u"callbacks"_s;
        QTest::newRow("element") << QStringList{u"callbacks"_s, u"0"_s} << u"x"_s
                                 << u"$.callbacks[0]"_s << QString();
        QTest::newRow("within") << QStringList{u"m"_s, u"it's \\ odd"_s} << u"true"_s
                                << u"$.m['it\\'s \\\\ odd']"_s << u"m.it's \\ odd"_s;
        QTest::newRow("within an element")
            << QStringList{u"l"_s, u"0"_s, u"a"_s} << u"1"_s << u"$.l[0].a"_s << QString();
    }
    void fieldsAreCopiedAndMadeColumns()
    {
        QFETCH(QStringList, way);
        QFETCH(QString, column);
        DetailsView view;
        view.setDetails(detailsOf(
            {{u"name"_s, u"a\"\u0007"_s},
             {u"callbacks"_s, QJsonArray{u"x"_s, 1}},
             {u"l"_s, QJsonArray{QJsonObject{{u"a"_s, 1}}}},
             {u"m"_s, QJsonObject{{u"it's \\ odd"_s, true}}}},
            true));
        view.setTab(1);
        auto *tree = view.findChild<FieldsTree *>();
        QTreeWidgetItem *item = tree->invisibleRootItem();
        for (const QString &name : std::as_const(way)) {
            int i = 0;
            while (item->child(i)->text(0) != name)
                ++i;
            item = item->child(i);
        }
        tree->setCurrentItem(item);
        const QList<QAction *> actions = tree->actions();
        QCOMPARE(actions.size(), 3);
        actions[0]->trigger();
        QTEST(QGuiApplication::clipboard()->text(), "value");
        actions[1]->trigger();
        QTEST(QGuiApplication::clipboard()->text(), "path");
        QSignalSpy requested(&view, &DetailsView::columnRequested);
        QCOMPARE(actions[2]->isEnabled(), !column.isEmpty());
        actions[2]->trigger();
        QCOMPARE(requested.value(0).value(0).toString(), column);
    }

    void treeIsCutWhereItIsEndless()
    {
        QJsonArray many;
        for (int i = 0; i < 2'000; ++i)
            many.append(i);
        DetailsView view;
        view.setDetails(detailsOf({{u"client_id"_s, u"a"_s}, {u"callbacks"_s, many}}, true));
        view.setTab(1);
        const QTreeWidgetItem *item = view.findChild<FieldsTree *>()->topLevelItem(0);
        QCOMPARE(item->childCount(), 501);
        QCOMPARE(item->child(500)->text(0), u"1,500 more: see Raw JSON"_s);
    }

    void rawJsonIsTheAnswersOwnText()
    {
        DetailsView view;
        view.setDetails(ApplicationDetails::fromJson(
            u"a"_s, R"({"name":"n","client_id":"a","z":1.0,"client_secret":"hush"})", readsClients,
            true));
        view.setTab(2);
        const QString text = view.findChild<TechnicalView *>()->toPlainText();
        QVERIFY2(
            text.startsWith(u"{\n  \"name\": \"n\",\n  \"client_id\": \"a\",\n  \"z\": 1.0,"_s),
            qUtf8Printable(text));
        QVERIFY(!text.contains(u"hush"_s));
    }

    void theSameDetailsLeaveThePlaceAlone()
    {
        QJsonObject members = shop();
        QJsonArray many;
        for (int i = 0; i < 40; ++i)
            many.append(u"https://%1.example"_s.arg(i));
        members.insert(u"callbacks"_s, many);
        DetailsView view;
        view.resize(360, 300);
        view.setDetails(detailsOf(members));
        view.show();
        auto *area = view.findChild<OverviewPage *>();
        QTRY_VERIFY(area->verticalScrollBar()->maximum() > 100);
        area->verticalScrollBar()->setValue(100);
        view.setDetails(detailsOf(members));
        QCOMPARE(area->verticalScrollBar()->value(), 100);
    }

    void takesHostileContent()
    {
        const QString huge(1'000'000, u'x');
        DetailsView view;
        view.resize(360, 600);
        view.show();
        view.setDetails(detailsOf(
            {{u"client_id"_s, u"a"_s},
             {u"name"_s, QString(u"<img src='file:///x'>\u202E" + huge)},
             {u"description"_s, huge},
             {huge, u"value"_s}}));
        for (const int tab : {0, 1, 2}) {
            view.setTab(tab);
            QVERIFY(!view.grab().isNull());
        }
        for (const QLabel *label : view.findChildren<QLabel *>()) {
            QVERIFY(label->text().size() <= 64'001);
            QVERIFY(!label->text().contains(QChar(0x202E)));
        }
    }

    void fetchingIsOfferedShownAndCancelled()
    {
        DetailsView view;
        view.setDetails(detailsOf(shop()));
        QSignalSpy fetched(&view, &DetailsView::fetchRequested);
        QSignalSpy cancelled(&view, &DetailsView::cancelRequested);
        const auto button = [&](const QString &text) -> QPushButton * {
            for (QPushButton *each : view.findChildren<QPushButton *>()) {
                if (each->text() == text && each->isVisibleTo(&view))
                    return each;
            }
            return nullptr;
        };
        button(u"Fetch the rest"_s)->click();
        QCOMPARE(fetched.size(), 1);
        view.setFetching(RestFetcher::Asking{});
        QVERIFY(!button(u"Fetch the rest"_s));
        button(u"Cancel"_s)->click();
        QCOMPARE(cancelled.size(), 1);
        view.setFetching(RestFetcher::Idle{});
        view.setDetails(detailsOf(shop(), true));
        QVERIFY(!button(u"Fetch the rest"_s));
    }

    void marksWhatASearchFound_data()
    {
        QTest::addColumn<int>("tab");
        QTest::addColumn<QString>("search");
        QTest::addColumn<bool>("isMarked");
        for (const auto &[tab, name] : {std::pair(0, "overview"), {1, "all fields"}}) {
            QTest::addRow("%s: nothing sought", name) << tab << QString() << false;
            QTest::addRow("%s: a word", name) << tab << u"3030"_s << true;
            QTest::addRow("%s: where the key looks", name) << tab << u"callback:a.ex"_s << true;
            QTest::addRow("%s: not elsewhere", name) << tab << u"origin:a.ex"_s << false;
            QTest::addRow("%s: metadata", name) << tab << u"meta:team=pay"_s << true;
            QTest::addRow("%s: a field", name) << tab << u"field:callbacks=a.ex"_s << true;
            QTest::addRow("%s: another field", name) << tab << u"field:web_origins=a.ex"_s << false;
            QTest::addRow("%s: excluded", name) << tab << u"-3030"_s << false;
        }
        QTest::newRow("all fields: inside another")
            << 1 << u"field:client_metadata.team=pay"_s << true;
        QTest::newRow("raw: a word") << 2 << u"3030"_s << true;
        QTest::newRow("raw: excluded") << 2 << u"-3030"_s << false;
    }
    void marksWhatASearchFound()
    {
        QFETCH(const int, tab);
        QFETCH(const QString, search);
        DetailsView view;
        view.resize(500, 900);
        view.show();
        view.setTab(tab);
        view.setDetails(detailsOf(shop()));
        view.findChild<FieldsTree *>()->expandAll();
        const int before = marks(view);
        view.setQuery(Applications::SearchQuery::parse(search));
        QTEST(marks(view) > 0, "isMarked");
        QCOMPARE(before, 0);
    }

    void marksTheNextApplicationToo()
    {
        DetailsView view;
        view.resize(500, 900);
        view.show();
        for (const int tab : {0, 1, 2}) {
            view.setTab(tab);
            view.setQuery(Applications::SearchQuery::parse(u"other"));
            view.setDetails(detailsOf(shop()));
            QCOMPARE(marks(view), 0);
            view.setDetails(detailsOf(
                {{u"client_id"_s, u"id"_s}, {u"name"_s, u"n"_s}, {u"description"_s, u"other"_s}}));
            QVERIFY(marks(view) > 0);
        }
    }
};

QTEST_MAIN(TestDetailsView)
#include "tst_detailsview.moc"
