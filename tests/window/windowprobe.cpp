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
//                    pressed: press "Get token", report how long the event loop was busy, turn by turn, within the next
//                           PROBE_SETTLE ms, then quit
//                    work:  press "Get token", wait for PROBE_ROWS rows, then report what its user waits for: each of 200 keys in the search
//                           field until the table has painted, each column sorted both ways, all rows selected and their
//                           client IDs copied; then quit
//   PROBE_START      CLOCK_MONOTONIC in nanoseconds when the program was started
//
// Each report is a line "probe NAME VALUE…", times in milliseconds.

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QImage>
#include <QKeyEvent>
#include <QPointer>
#include <QTableView>
#include <QTimer>
#include <QWidget>
#include <QWindow>

#include <dlfcn.h>
#include <poll.h>
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

/// How long the event loop works between two waits. Qt's signals do not tell: under GLib, awake() comes only when
/// nobody waits. So the function GLib waits with is replaced by one that looks at the clock before and after.
struct EventLoop
{
    using Poll = int (*)(pollfd *, unsigned int, int);

    static inline bool isWatched = false;
    static inline double awakeAt = 0;
    static inline std::vector<double> turns;

    static int poll(pollfd *files, unsigned int count, int timeout)
    {
        if (isWatched && awakeAt > 0)
            turns.push_back(monotonicMs() - awakeAt);
        const int result = ::poll(files, count, timeout);
        awakeAt = monotonicMs();
        return result;
    }

    static bool watch()
    {
        using SetPoll = void (*)(void *, Poll);
        const auto setPoll = reinterpret_cast<SetPoll>(
            ::dlsym(RTLD_DEFAULT, "g_main_context_set_poll_func"));
        isWatched = setPoll != nullptr;
        if (setPoll)
            setPoll(nullptr, poll); // of the main thread's context
        return isWatched;
    }
};

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
        if (event->type() == QEvent::Paint && watched == m_awaited) {
            m_awaited = nullptr; // the paint itself follows, within the same processEvents()
        }
        if (event->type() == QEvent::Paint && m_scenario == u"rows"_s && m_pressedAt > 0
            && !m_rowsReported)
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
        else if (m_scenario == u"pressed"_s)
            QTimer::singleShot(300, this, [this] { watchPress(); });
        else if (m_scenario == u"work"_s)
            QTimer::singleShot(300, this, [this] { watchWork(); });
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
        if (!EventLoop::watch())
            std::fprintf(stderr, "probe failed the event loop is not GLib's\n");
        if (m_wantedRows > 0)
            press();
        auto *look = new QTimer(this);
        connect(look, &QTimer::timeout, this, [this, look] {
            auto *table = qobject_cast<QTableView *>(widgetNamed(u"Applications"_s));
            if (m_wantedRows > 0
                && (!table || !table->model() || table->model()->rowCount() < m_wantedRows))
                return;
            look->stop();
            EventLoop::isWatched = false;
            QTimer::singleShot(
                qMax(1000, qEnvironmentVariableIntValue("PROBE_SETTLE")), this,
                [this] { reportLoop(); });
        });
        look->start(100);
    }

    void watchWork()
    {
        press();
        auto *look = new QTimer(this);
        connect(look, &QTimer::timeout, this, [this, look] {
            auto *table = qobject_cast<QTableView *>(widgetNamed(u"Applications"_s));
            if (!table || !table->model() || table->model()->rowCount() < m_wantedRows)
                return;
            look->stop();
            QTimer::singleShot(
                qMax(1000, qEnvironmentVariableIntValue("PROBE_SETTLE")), this, [this, table] {
                    measureKeys(*table);
                    measureSorts(*table);
                    measureCopy(*table);
                    quit();
                });
        });
        look->start(100);
    }

    /// Milliseconds from \a work to the end of the paint it brings about in \a table.
    template<typename Work>
    double untilPainted(QTableView &table, Work &&work)
    {
        m_awaited = table.viewport();
        const double before = monotonicMs();
        work();
        while (m_awaited && monotonicMs() - before < 5000)
            QCoreApplication::processEvents();
        return monotonicMs() - before;
    }

    static void sendKey(QWidget &field, Qt::Key key, const QString &text)
    {
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, Qt::NoModifier, text);
            QCoreApplication::sendEvent(&field, &event);
        }
    }

    void measureKeys(QTableView &table)
    {
        QWidget *field = widgetNamed(u"Search applications"_s);
        if (!field) {
            std::fprintf(stderr, "probe failed no search field\n");
            return;
        }
        field->setFocus();
        // Words that some applications have, so that the table stays: typed, and taken back letter by letter.
        const QStringList words{u"shop"_s, u"https"_s, u"spa"_s, u"client"_s, u"api"_s, u"auth"_s};
        std::vector<double> times;
        for (int i = 0; times.size() < 200; ++i) {
            const QString &word = words[(i * 7 + 3) % words.size()];
            for (const QChar letter : word)
                times.push_back(untilPainted(table, [&] {
                    sendKey(*field, Qt::Key(letter.toUpper().unicode()), QString(letter));
                }));
            for (qsizetype letter = 0; letter < word.size(); ++letter)
                times.push_back(
                    untilPainted(table, [&] { sendKey(*field, Qt::Key_Backspace, u"\b"_s); }));
        }
        std::sort(times.begin(), times.end());
        std::fprintf(
            stderr, "probe keystroke_median %.3f\nprobe keystroke_p99 %.3f\nprobe keystrokes %zu\n",
            times[times.size() / 2], times[times.size() * 99 / 100], times.size());
    }

    void measureSorts(QTableView &table)
    {
        double slowest = 0;
        table.sortByColumn(1, Qt::DescendingOrder); // the first one measured is a change, too
        QCoreApplication::processEvents();
        for (int column = 0; column < table.model()->columnCount(); ++column) {
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                const double time = untilPainted(table, [&] { table.sortByColumn(column, order); });
                std::fprintf(stderr, "probe sort_%d_%d %.3f\n", column, int(order), time);
                slowest = std::max(slowest, time);
            }
        }
        std::fprintf(stderr, "probe sort_slowest %.3f\n", slowest);
    }

    static void measureCopy(QTableView &table)
    {
        const QList<QAction *> actions = table.window()->findChildren<QAction *>();
        for (QAction *action : actions) {
            if (!action->text().remove(u'&').startsWith(u"Client IDs, one a line"))
                continue;
            const double before = monotonicMs();
            table.selectAll();
            QCoreApplication::processEvents();
            action->trigger();
            QCoreApplication::processEvents();
            std::fprintf(stderr, "probe copy_ids %.3f\n", monotonicMs() - before);
            return;
        }
        std::fprintf(stderr, "probe failed no action that copies client IDs\n");
    }

    void watchPress()
    {
        if (!EventLoop::watch())
            std::fprintf(stderr, "probe failed the event loop is not GLib's\n");
        press();
        QTimer::singleShot(qMax(1000, qEnvironmentVariableIntValue("PROBE_SETTLE")), this, [this] {
            EventLoop::isWatched = false;
            reportLoop();
        });
    }

    void reportLoop()
    {
        std::vector<double> &turns = EventLoop::turns;
        std::sort(turns.begin(), turns.end());
        if (!turns.empty()) {
            const size_t p99 = turns.size() * 99 / 100;
            std::fprintf(
                stderr, "probe stall_max %.3f\nprobe stall_p99 %.3f\nprobe turns %zu\n",
                turns.back(), turns[std::min(p99, turns.size() - 1)], turns.size());
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
    bool m_rowsReported = false;
    double m_pressedAt = 0;
    QPointer<QObject> m_awaited; ///< whose next paint ends a measure
};

void installProbe()
{
    if (!qEnvironmentVariableIsEmpty("PROBE_SCENARIO")
        && qobject_cast<QApplication *>(QCoreApplication::instance()))
        new Probe(QCoreApplication::instance());
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(installProbe)
