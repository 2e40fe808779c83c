// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/tickinglabel.h"

#include "app/base/plaintext.h"
#include "ui/shared/presentation.h"

namespace Tenantscope::Ui {

void TickingLabel::setTexts(const QString &steady, const QString &ticking)
{
    const QString before = paintedText();
    m_ticking = Base::plainLine(ticking);
    setText(steady);
    if (paintedText() == before)
        return;
    if (paintedText().size() != before.size())
        updateGeometry();
    update();
}

QString TickingLabel::paintedText() const
{
    return m_ticking.isEmpty() ? PlainLabel::paintedText() : shownText(this, m_ticking);
}

} // namespace Tenantscope::Ui
