// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/turns.h"

#include <QTimer>

namespace Tenantscope::Ui {

using namespace std::chrono_literals;

Turns::Turns(Step step, QObject *parent)
    : QObject(parent)
    , m_step(std::move(step))
{
}

void Turns::start()
{
    run();
}

void Turns::run()
{
    const QDeadlineTimer end(length);
    while (m_step()) {
        if (end.hasExpired()) {
            QTimer::singleShot(0, this, &Turns::run);
            if (m_silence.hasExpired()) {
                m_silence.setRemainingTime(100ms);
                Q_EMIT progressed(); // the receiver may delete this
            }
            return;
        }
    }
    Q_EMIT finished();
}

} // namespace Tenantscope::Ui
