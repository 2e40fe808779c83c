// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT

// Offscreen Qt tells readers of the screen nothing, so events are made here as Qt 6.4 makes them for a line edit. What a reader
// hears of a real window is for tests/window/test_secrets.py.
#include "ui/shared/passwordevents.h"

#include "tests/ui/uitest.h"

#include <QAccessible>
#include <QLineEdit>
#include <QTest>

using namespace Tenantscope;
using namespace Qt::StringLiterals;

namespace {

/// One event as it was told: kind, texts, places.
struct Told
{
    QAccessible::Event type;
    QStringList texts;
    QList<int> places;
    bool operator==(const Told &) const = default;
};

QList<Told> allTold;

template<typename Event>
QList<int> placesOf(const Event &event)
{
    return {event.changePosition(), event.cursorPosition()};
}

void note(QAccessibleEvent *event)
{
    Told told{event->type(), {}, {}};
    if (const auto *insert = dynamic_cast<QAccessibleTextInsertEvent *>(event))
        told = {event->type(), {insert->textInserted()}, placesOf(*insert)};
    else if (const auto *remove = dynamic_cast<QAccessibleTextRemoveEvent *>(event))
        told = {event->type(), {remove->textRemoved()}, placesOf(*remove)};
    else if (const auto *update = dynamic_cast<QAccessibleTextUpdateEvent *>(event))
        told = {event->type(), {update->textRemoved(), update->textInserted()}, placesOf(*update)};
    allTold.append(told);
}

/// What Qt calls for each event while a reader is on.
QAccessible::UpdateHandler handler()
{
    const auto installed = QAccessible::installUpdateHandler(nullptr);
    QAccessible::installUpdateHandler(installed);
    return installed;
}

/// Typed, removed and replaced, as a line edit tells it.
void tellOf(QObject &field)
{
    QAccessibleTextInsertEvent insert(&field, 2, u"s3c"_s);
    QAccessibleTextRemoveEvent remove(&field, 1, u"ret"_s);
    QAccessibleTextUpdateEvent update(&field, 0, u"old"_s, u"s3cret"_s);
    update.setCursorPosition(4);
    for (QAccessibleEvent *event :
         {static_cast<QAccessibleEvent *>(&insert), static_cast<QAccessibleEvent *>(&remove),
          static_cast<QAccessibleEvent *>(&update)})
        handler()(event);
}

} // namespace

class TestPasswordEvents final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void textIsToldAsShown_data();
    void textIsToldAsShown();
    void whatIsNoLineEditIsLeftAlone();
    void otherEventsAreToldAsEver();
    void isMaskedOnceWhenCalledTwice();
    void goesOnWithoutAnEarlierHandler();
};

void TestPasswordEvents::init()
{
    Test::failOnWarnings();
    QAccessible::installUpdateHandler(note);
    Ui::maskPasswordEvents();
    allTold.clear();
}

void TestPasswordEvents::textIsToldAsShown_data()
{
    QTest::addColumn<QLineEdit::EchoMode>("mode");
    QTest::addColumn<QStringList>("texts"); // inserted; removed; replaced, by what
    const QStringList dots{u"•••"_s, u"•••"_s, u"•••"_s, u"••••••"_s};
    QTest::newRow("text") << QLineEdit::Normal
                          << QStringList{u"s3c"_s, u"ret"_s, u"old"_s, u"s3cret"_s};
    QTest::newRow("dots") << QLineEdit::Password << dots;
    QTest::newRow("dots later") << QLineEdit::PasswordEchoOnEdit << dots;
    QTest::newRow("nothing") << QLineEdit::NoEcho << QStringList{{}, {}, {}, {}};
}

void TestPasswordEvents::textIsToldAsShown()
{
    QFETCH(const QLineEdit::EchoMode, mode);
    QFETCH(const QStringList, texts);
    QLineEdit edit;
    edit.setEchoMode(mode);
    tellOf(edit);
    QCOMPARE(allTold.size(), 3);
    QCOMPARE(allTold[0], (Told{QAccessible::TextInserted, {texts[0]}, {2, 5}}));
    QCOMPARE(allTold[1], (Told{QAccessible::TextRemoved, {texts[1]}, {1, 1}}));
    QCOMPARE(allTold[2], (Told{QAccessible::TextUpdated, {texts[2], texts[3]}, {0, 4}}));
}

void TestPasswordEvents::whatIsNoLineEditIsLeftAlone()
{
    QWidget widget;
    tellOf(widget);
    QCOMPARE(allTold.size(), 3);
    QCOMPARE(allTold[0].texts, QStringList(u"s3c"_s));
}

void TestPasswordEvents::otherEventsAreToldAsEver()
{
    QLineEdit edit;
    edit.setEchoMode(QLineEdit::Password);
    QAccessibleTextCursorEvent moved(&edit, 3);
    QAccessibleTextSelectionEvent selected(&edit, 0, 3);
    QAccessibleEvent named(&edit, QAccessible::NameChanged);
    handler()(&moved);
    handler()(&selected);
    handler()(&named);
    QCOMPARE(allTold.size(), 3);
    QCOMPARE(allTold[0].type, QAccessible::TextCaretMoved);
    QCOMPARE(allTold[1].type, QAccessible::TextSelectionChanged);
    QCOMPARE(allTold[2].type, QAccessible::NameChanged);
}

void TestPasswordEvents::isMaskedOnceWhenCalledTwice()
{
    Ui::maskPasswordEvents();
    QLineEdit edit;
    edit.setEchoMode(QLineEdit::Password);
    tellOf(edit);
    QCOMPARE(allTold.size(), 3);
    QCOMPARE(allTold[0].texts, QStringList(u"•••"_s));
}

void TestPasswordEvents::goesOnWithoutAnEarlierHandler()
{
    QAccessible::installUpdateHandler(nullptr);
    Ui::maskPasswordEvents();
    const auto ours = handler();
    QLineEdit edit;
    edit.setEchoMode(QLineEdit::Password);
    tellOf(edit); // to the platform, which nobody hears offscreen
    QVERIFY(ours != nullptr);
    QVERIFY(handler() == ours); // still there for the next event
    QVERIFY(allTold.isEmpty());
}

QTEST_MAIN(TestPasswordEvents)
#include "tst_passwordevents.moc"
