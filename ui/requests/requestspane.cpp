// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/requests/requestspane.h"

#include "ui/requests/requestspane_p.h"

#include <QSettings>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto columnsKey = "requests/columns"_L1;
constexpr auto splitKey = "requests/split"_L1;

} // namespace

RequestsPane::RequestsPane(Session::TenantSession &session, QWidget *parent)
    : QWidget(parent)
    , d(new Private(*this, session))
{
}

RequestsPane::~RequestsPane() = default;

void RequestsPane::focusTable()
{
    d->focusTable();
}

void RequestsPane::copyCurrent()
{
    d->copyCurrent();
}

void RequestsPane::saveState(QSettings &settings) const
{
    d->table().saveState(settings, columnsKey);
    settings.setValue(splitKey, d->splitState());
}

void RequestsPane::restoreState(const QSettings &settings)
{
    d->table().restoreState(settings, columnsKey);
    d->setSplitState(settings.value(splitKey).toByteArray());
}

} // namespace Tenantscope::Ui
