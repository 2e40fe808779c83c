// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/flowlayout.h"

#include "tests/ui/uitest.h"

#include <QTest>
#include <QWidget>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;

class TestFlowLayout final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void wraps();
    void isMirrored();
    void leavesHiddenOnesOut();
    void ownsItsItems();

private:
    /// Five boxes of 40 × 20 in a flow with gaps of 4.
    static QList<QWidget *> fill(QWidget &parent, FlowLayout &flow)
    {
        QList<QWidget *> boxes;
        for (int i = 0; i < 5; ++i) {
            auto *box = new QWidget(&parent);
            box->setFixedSize(40, 20);
            flow.addWidget(box);
            boxes.append(box);
        }
        return boxes;
    }
};

void TestFlowLayout::wraps()
{
    QWidget parent;
    auto *flow = new FlowLayout(4, &parent);
    const QList<QWidget *> boxes = fill(parent, *flow);
    QCOMPARE(flow->heightForWidth(1000), 20);
    QCOMPARE(flow->heightForWidth(128), 44); // exactly three a row
    QCOMPARE(flow->heightForWidth(127), 68); // two a row
    QCOMPARE(flow->heightForWidth(10), 116); // never less than one a row
    flow->setGeometry(QRect(0, 0, 128, 44));
    QCOMPARE(boxes[2]->geometry(), QRect(88, 0, 40, 20));
    QCOMPARE(boxes[3]->geometry(), QRect(0, 24, 40, 20));
}

void TestFlowLayout::isMirrored()
{
    QWidget parent;
    parent.setLayoutDirection(Qt::RightToLeft);
    auto *flow = new FlowLayout(4, &parent);
    const QList<QWidget *> boxes = fill(parent, *flow);
    flow->setGeometry(QRect(0, 0, 128, 44));
    QCOMPARE(boxes[0]->geometry(), QRect(88, 0, 40, 20));
}

void TestFlowLayout::leavesHiddenOnesOut()
{
    QWidget parent;
    auto *flow = new FlowLayout(4, &parent);
    const QList<QWidget *> boxes = fill(parent, *flow);
    boxes[0]->hide();
    boxes[1]->hide();
    QCOMPARE(flow->heightForWidth(128), 20);
}

void TestFlowLayout::ownsItsItems()
{
    QWidget parent;
    auto *flow = new FlowLayout(4, &parent);
    fill(parent, *flow);
    QCOMPARE(flow->count(), 5);
    delete flow->takeAt(4);
    QCOMPARE(flow->count(), 4);
    QVERIFY(!flow->takeAt(4));
    QVERIFY(!flow->itemAt(-1));
}

QTEST_MAIN(TestFlowLayout)
#include "tst_flowlayout.moc"
