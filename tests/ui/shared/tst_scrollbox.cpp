// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/scrollbox.h"

#include "tests/ui/uitest.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Tenantscope;
using namespace Qt::StringLiterals;

namespace {

/// A box with a text of many lines, above a part that takes what is left.
struct Scene
{
    Scene()
    {
        text->setWordWrap(true);
        text->setText(QString(u"words "_s).repeated(60));
        box = new Ui::ScrollBox(text, &window);
        box->setAccessibleName(u"Remarks"_s);
        rest->setMinimumHeight(20);
        rest->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        layout->addWidget(box);
        layout->addWidget(rest, 1);
        window.resize(300, 500);
        Test::showActive(window);
    }
    [[nodiscard]] bool scrolls() const { return box->verticalScrollBar()->maximum() > 0; }

    QWidget window;
    QLabel *text = new QLabel;
    QWidget *rest = new QWidget(&window);
    Ui::ScrollBox *box = nullptr;
};

} // namespace

class TestScrollBox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void takesWhatItsContentWants()
    {
        Scene scene;
        QTRY_COMPARE(scene.box->height(), scene.text->heightForWidth(300));
        QVERIFY(!scene.scrolls());
        QCOMPARE(scene.box->focusPolicy(), Qt::NoFocus);
        scene.text->setText(u"few"_s);
        QTRY_COMPARE(scene.box->height(), scene.text->heightForWidth(300));
    }

    void scrollsWhereThereIsNoRoom()
    {
        Scene scene;
        const int bar = scene.box->verticalScrollBar()->sizeHint().width();
        while (scene.text->heightForWidth(300) == scene.text->heightForWidth(300 - bar))
            scene.text->setText(scene.text->text() + u"i "_s); // until a bar takes a line more
        scene.window.resize(300, 80);
        QTRY_VERIFY(scene.scrolls());
        QCOMPARE(scene.rest->height(), 20);
        QCOMPARE(scene.box->height(), 60);
        QCOMPARE(scene.box->focusPolicy(), Qt::StrongFocus);
        scene.window.resize(300, 20 + scene.text->heightForWidth(300)); // just enough
        QTRY_VERIFY(!scene.scrolls());
        QCOMPARE(scene.text->width(), 300);
    }

    void isSeenWhileItsContentIs()
    {
        Scene scene;
        scene.text->hide();
        QVERIFY(!scene.box->isVisible());
        scene.text->show();
        QVERIFY(scene.box->isVisible());
        auto *hidden = new QWidget;
        hidden->hide();
        const Ui::ScrollBox box(hidden);
        QVERIFY(hidden->isHidden());
        QVERIFY(box.isHidden());
    }

    void showsWhatHasTheFocus()
    {
        QWidget window;
        auto *content = new QWidget;
        auto *layout = new QVBoxLayout(content);
        QList<QLineEdit *> fields;
        for (int i = 0; i < 5; ++i) {
            fields.append(new QLineEdit(content));
            layout->addWidget(fields.last());
        }
        (new QVBoxLayout(&window))->addWidget(new Ui::ScrollBox(content, &window));
        fields.last()->setFocus();
        window.resize(300, 80);
        Test::showActive(window);
        QTRY_COMPARE(fields.last()->visibleRegion().boundingRect(), fields.last()->rect());
    }
};

QTEST_MAIN(TestScrollBox)
#include "tst_scrollbox.moc"
