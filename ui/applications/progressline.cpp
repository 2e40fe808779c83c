// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/progressline.h"

#include "ui/shared/colors.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Tenantscope::Ui {

namespace {

constexpr int thickness = 4;
constexpr int steps = 1'000; // totals need not fit an int

} // namespace

ProgressLine::ProgressLine(QWidget *parent)
    : QProgressBar(parent)
{
    setAccessibleName(tr("Loading"));
    setTextVisible(false);
    setFixedHeight(thickness);
    setRange(0, steps);
    setState({});
}

void ProgressLine::setState(const Applications::ListState &state)
{
    const auto *loading = std::get_if<Applications::ListLoading>(&state);
    m_isLoading = loading != nullptr;
    const bool isMeasured = loading && loading->total.value_or(0) > 0;
    setValue(
        isMeasured ? int(std::min<qint64>(steps, loading->loaded * steps / *loading->total)) : 0);
    update();
}

void ProgressLine::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (!m_isLoading)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), colorsOf(palette()).line);
    QRect done(0, 0, width() * value() / steps, height());
    painter.fillRect(
        QStyle::visualRect(layoutDirection(), rect(), done), palette().color(QPalette::Highlight));
}

} // namespace Tenantscope::Ui
