// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/compare/comparing.h"

#include <QLocale>

namespace Tenantscope::Ui {

namespace {

Applications::Snapshot headOf(const Applications::Snapshot &snapshot)
{
    return {
        .domain = snapshot.domain,
        .takenAt = snapshot.takenAt,
        .isComplete = snapshot.isComplete,
        .applications = {}};
}

} // namespace

Comparing::Comparing(
    Applications::SnapshotTaker before, Applications::SnapshotTaker after, QObject *parent)
    : QObject(parent)
    , m_takesBefore(std::move(before))
    , m_takesAfter(std::move(after))
    , m_turns([this] { return step(); }, nullptr)
{
    connect(&m_turns, &Turns::progressed, this, &Comparing::progressed);
    connect(&m_turns, &Turns::finished, this, &Comparing::finished);
}

void Comparing::start()
{
    m_turns.start();
}

QString Comparing::words() const
{
    const auto counted = [](qsizetype number) { return QLocale().toString(qint64(number)); };
    if (m_comparer)
        return tr("Comparing… %1 of %2")
            .arg(counted(m_comparer->compared()), counted(m_comparer->size()));
    return tr("Reading… %1 of %2")
        .arg(
            counted(m_takesBefore.taken() + m_takesAfter.taken()),
            counted(m_takesBefore.size() + m_takesAfter.size()));
}

bool Comparing::step()
{
    if (m_comparer) {
        if (m_comparer->step())
            return true;
        m_comparison = m_comparer->take();
        return false;
    }
    if (!m_takesBefore.step() && !m_takesAfter.step())
        beginToCompare();
    return true;
}

void Comparing::beginToCompare()
{
    Applications::Snapshot before = m_takesBefore.take();
    Applications::Snapshot after = m_takesAfter.take();
    m_before = headOf(before);
    m_after = headOf(after);
    m_comparer.emplace(std::move(before), std::move(after));
}

} // namespace Tenantscope::Ui
