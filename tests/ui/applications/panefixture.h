// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/random.h"
#include "app/session/tenantsession.h"
#include "ui/applications/applicationspane.h"
#include "ui/settings/settingskeeper.h"
#include "ui/shared/secretclipboard.h"

#include "tests/support/manualclock.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace Tenantscope::Test {

/// A pane on a session, with the actions a window would give it.
class PaneFixture
{
public:
    PaneFixture()
    {
        QObject::connect(
            &reload, &QAction::triggered, &pane, [this] { session.loadApplications(); });
        QObject::connect(&stop, &QAction::triggered, &pane, [this] { session.stopApplications(); });
        QObject::connect(
            &resume, &QAction::triggered, &pane, [this] { session.resumeApplications(); });
        QObject::connect(&details, &QAction::triggered, &pane, [this] {
            pane.setDetailsVisible(!pane.areDetailsVisible());
        });
        pane.resize(1'300, 600);
        pane.show();
        pane.activateWindow();
    }

    [[nodiscard]] bool isComplete() const
    {
        return std::holds_alternative<Applications::ListLoaded>(session.applications().state());
    }
    [[nodiscard]] bool isStopped() const
    {
        return std::holds_alternative<Applications::ListStopped>(session.applications().state());
    }

    template<typename Widget>
    [[nodiscard]] Widget *named(const QString &accessibleName) const
    {
        for (Widget *widget : pane.findChildren<Widget *>()) {
            if (widget->accessibleName() == accessibleName)
                return widget;
        }
        return nullptr;
    }
    [[nodiscard]] QTableView &table() const
    {
        return *named<QTableView>(QStringLiteral("Applications"));
    }
    [[nodiscard]] QLineEdit &search() const
    {
        return *named<QLineEdit>(QStringLiteral("Search applications"));
    }
    /// The visible button of that text.
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *each : pane.findChildren<QPushButton *>()) {
            if (each->text() == text && each->isVisible())
                return each;
        }
        return nullptr;
    }
    /// True when a visible label contains \a text.
    [[nodiscard]] bool shows(const QString &text) const
    {
        const QList<QLabel *> labels = pane.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table().model()->index(row, column).data().toString();
    }
    /// The client ID of the current row, if it is the one row selected; else empty.
    [[nodiscard]] QString selectedId() const
    {
        const QModelIndexList rows = table().selectionModel()->selectedRows(2);
        return rows.size() == 1 && rows.first().row() == table().currentIndex().row()
            ? rows.first().data().toString()
            : QString();
    }
    void select(int row)
    {
        table().selectionModel()->setCurrentIndex(
            table().model()->index(row, 0),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    [[nodiscard]] QString topId() const { return cell(table().rowAt(0), 2); }

    Base::SystemClock clock;
    FixedRandom random;
    Session::TenantSession session{clock, random};
    Ui::SecretClipboard secretClipboard{clock};
    QTemporaryDir folder;
    QSettings file{folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    Ui::SettingsKeeper settings{file};
    QAction reload{QStringLiteral("Reload")};
    QAction stop{QStringLiteral("Stop")};
    QAction resume{QStringLiteral("Resume")};
    QAction details{QStringLiteral("Details")};
    Ui::ApplicationsPane pane{
        session,
        {.clipboard = secretClipboard, .settings = settings},
        {.reload = &reload, .stop = &stop, .resume = &resume, .toggleDetails = &details}};
};

} // namespace Tenantscope::Test
