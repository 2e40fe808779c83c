// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
// A library to preload into any Qt Widgets program: watches its event loop from outside and reports on
// standard error, so that the program under measurement needs no hook of its own. Tests and benchmarks use it.
//
//   PROBE_SCENARIO   paint: report the first paint, then quit
//                    mark:  make the first paint visible in a system-call trace, go on
//                    rows:  press "Get token", report when the table's first rows are painted, then quit
//                    stalls: press "Get token" if PROBE_ROWS is above 0, report how long the event loop was busy, turn by
//                           turn, until the list has PROBE_ROWS rows; then wait PROBE_SETTLE ms, report the memory, quit
//   PROBE_START      CLOCK_MONOTONIC in nanoseconds when the program was started
//
// Each report is a line "probe NAME VALUE…", times in milliseconds.

#include <QAbstractButton>
#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QImage>
#include <QPointer>
#include <QTableView>
#include <QTimer>
#include <QWidget>
#include <QWindow>

#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

using namespace Qt::StringLiterals;

double monotonicMs()
{
    timespec time = {};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

QWidget *widgetNamed(const QString &name)
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (widget->accessibleName() == name && widget->isVisible())
            return widget;
    }
    return nullptr;
}

QAbstractButton *buttonWithText(const QString &text)
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        auto *button = qobject_cast<QAbstractButton *>(widget);
        if (button && button->isVisible() && button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

/// Watches one program; lives as long as its application object.
class Probe final : public QObject
{
public:
    explicit Probe(QObject *parent)
        : QObject(parent)
        , m_scenario(qEnvironmentVariable("PROBE_SCENARIO"))
        , m_wantedRows(qEnvironmentVariableIntValue("PROBE_ROWS"))
    {
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // A paint counts once it was delivered and flushed: that is, in the next turn of the loop.
        if (event->type() == QEvent::Paint && !m_painted) {
            auto *widget = qobject_cast<QWidget *>(watched);
            if (widget && widget->isWindow()) {
                m_painted = true;
                QTimer::singleShot(0, this, [this] { firstPaintDone(); });
            }
        }
        if (event->type() == QEvent::Paint && m_pressedAt > 0 && !m_rowsReported)
            lookForRows(watched);
        return false;
    }

private:
    void firstPaintDone()
    {
        const double start = qEnvironmentVariable("PROBE_START").toDouble() / 1e6;
        (void)::access("/tenantscope-first-paint", F_OK); // seen by strace
        std::fprintf(stderr, "probe first_paint %.3f\n", monotonicMs() - start);
        if (m_scenario == u"paint"_s)
            quit();
        else if (m_scenario == u"rows"_s)
            QTimer::singleShot(300, this, [this] { press(); });
        else if (m_scenario == u"stalls"_s)
            QTimer::singleShot(300, this, [this] { watchLoop(); });
    }

    void press()
    {
        QAbstractButton *button = buttonWithText(u"Get token"_s);
        if (!button || !button->isEnabled()) {
            std::fprintf(stderr, "probe failed no enabled button \"Get token\"\n");
            quit();
            return;
        }
        m_pressedAt = monotonicMs();
        button->click();
    }

    void lookForRows(QObject *watched)
    {
        auto *viewport = qobject_cast<QWidget *>(watched);
        auto *table = viewport ? qobject_cast<QTableView *>(viewport->parentWidget()) : nullptr;
        if (!table || table->accessibleName() != u"Applications"_s || !table->model()
            || table->model()->rowCount() == 0)
            return;
        m_rowsReported = true;
        QTimer::singleShot(0, this, [this, table] {
            std::fprintf(stderr, "probe first_rows %.3f\n", monotonicMs() - m_pressedAt);
            QImage image(table->viewport()->size(), QImage::Format_ARGB32_Premultiplied);
            const double before = monotonicMs();
            table->viewport()->render(&image);
            std::fprintf(stderr, "probe paint_page %.3f\n", monotonicMs() - before);
            quit();
        });
    }

    void watchLoop()
    {
        QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] {
            m_awakeAt = monotonicMs();
        });
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            if (m_awakeAt > 0 && !m_loaded)
                m_turns.push_back(monotonicMs() - m_awakeAt);
            m_awakeAt = 0;
        });
        if (m_wantedRows > 0)
            press();
        auto *look = new QTimer(this);
        connect(look, &QTimer::timeout, this, [this, look] {
            auto *table = qobject_cast<QTableView *>(widgetNamed(u"Applications"_s));
            if (m_wantedRows > 0
                && (!table || !table->model() || table->model()->rowCount() < m_wantedRows))
                return;
            look->stop();
            m_loaded = true;
            QTimer::singleShot(
                qMax(1000, qEnvironmentVariableIntValue("PROBE_SETTLE")), this,
                [this] { reportLoop(); });
        });
        look->start(100);
    }

    void reportLoop()
    {
        std::sort(m_turns.begin(), m_turns.end());
        if (!m_turns.empty()) {
            const size_t p99 = m_turns.size() * 99 / 100;
            std::fprintf(
                stderr, "probe stall_max %.3f\nprobe stall_p99 %.3f\nprobe turns %zu\n",
                m_turns.back(), m_turns[std::min(p99, m_turns.size() - 1)], m_turns.size());
        }
        QFile status(u"/proc/self/status"_s);
        if (status.open(QIODevice::ReadOnly)) {
            const QList<QByteArray> lines = status.readAll().split('\n');
            for (const QByteArray &line : lines) {
                if (line.startsWith("VmRSS:"))
                    std::fprintf(
                        stderr, "probe rss_kb %s\n",
                        line.mid(6).trimmed().split(' ').first().constData());
            }
        }
        quit();
    }

    void quit()
    {
        std::fflush(stderr);
        QTimer::singleShot(0, qApp, [] {
            QApplication::closeAllWindows();
            QCoreApplication::quit();
        });
    }

    QString m_scenario;
    int m_wantedRows;
    bool m_painted = false;
    bool m_loaded = false;
    bool m_rowsReported = false;
    double m_pressedAt = 0;
    double m_awakeAt = 0;
    std::vector<double> m_turns;
};

void installProbe()
{
    if (!qEnvironmentVariableIsEmpty("PROBE_SCENARIO")
        && qobject_cast<QApplication *>(QCoreApplication::instance()))
        new Probe(QCoreApplication::instance());
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(installProbe)
