// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/fieldfiller.h"

#include "app/applications/applicationstore.h"

#include <QTimer>

#include <algorithm>

namespace Tenantscope::Ui {

using Applications::Column;

FieldFiller::FieldFiller(const Applications::ApplicationStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

std::vector<Column> FieldFiller::setWanted(const std::vector<Column> &columns)
{
    std::vector<Column> dropped;
    for (const Column column : m_wanted) {
        if (std::ranges::count(columns, column) == 0)
            dropped.push_back(column);
    }
    for (const Column column : dropped) {
        std::erase(m_wanted, column);
        std::erase(m_unfilled, column);
        m_store.drop(column);
    }
    for (const Column column : columns) {
        if (Applications::isField(column) && std::ranges::count(m_wanted, column) == 0)
            want(column);
    }
    return dropped;
}

bool FieldFiller::isFilled(Column column) const
{
    return std::ranges::count(m_unfilled, column) == 0;
}

void FieldFiller::want(Column column)
{
    m_wanted.push_back(column);
    m_store.keep(column);
    if (m_store.fill(column, filledATurn))
        return;
    m_unfilled.push_back(column);
    fillLater();
}

void FieldFiller::fillLater()
{
    if (!std::exchange(m_fillsLater, true))
        QTimer::singleShot(0, this, &FieldFiller::fillSome);
}

void FieldFiller::fillSome()
{
    m_fillsLater = false;
    if (m_unfilled.empty())
        return;
    if (m_store.fill(m_unfilled.front(), filledATurn)) {
        m_unfilled.erase(m_unfilled.begin());
        Q_EMIT filled();
    }
    if (!m_unfilled.empty())
        fillLater();
}

} // namespace Tenantscope::Ui
