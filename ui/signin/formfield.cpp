// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/signin/formfield.h"

#include "app/base/plaintext.h"
#include "ui/shared/actionbutton.h"
#include "ui/shared/maskedparts.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"
#include "ui/shared/style.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

namespace {

constexpr qsizetype longestRepair = 64; // characters; what does not fit is in the accessible name

} // namespace

FormField::FormField(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_line(new QHBoxLayout)
    , m_remark(new PlainLabel(PlainLabel::Style::Secondary, this))
    , m_repair(new QPushButton(this))
{
    auto *label = new PlainLabel(name, PlainLabel::Style::Base, this);
    label->setBuddy(m_edit);
    m_edit->setAccessibleName(name);
    maskInPresentation(*m_edit);
    m_remark->setWordWrap(true);
    m_remark->hide();
    m_repair->setAutoDefault(false);
    m_repair->hide();
    connect(m_repair, &QPushButton::clicked, this, &FormField::repairWanted);
    setFocusProxy(m_edit);

    m_line->setSpacing(8);
    m_line->addWidget(m_edit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(label);
    layout->addLayout(m_line);
    layout->addWidget(m_remark);
    layout->addWidget(m_repair, 0, Qt::AlignLeft);
}

void FormField::remark(Remark kind, const QString &text, const QString &repair)
{
    const QString shown = text.isEmpty() ? m_usualNote : text;
    setWrong(kind == Remark::Error && !text.isEmpty());
    m_remark->setTone(
        isWrong()                                     ? PlainLabel::Tone::Error
            : kind == Remark::Hint && !text.isEmpty() ? PlainLabel::Tone::Caution
                                                      : PlainLabel::Tone::Plain);
    m_remark->setText(shown);
    m_remark->setVisible(!shown.isEmpty());
    describe();
    offer(repair);
}

void FormField::setUsualNote(const QString &text)
{
    const bool isShown = m_remark->text() == m_usualNote;
    m_usualNote = text;
    if (isShown && !isWrong())
        remark(Remark::Note, {});
}

void FormField::setBeside(QPushButton *button)
{
    m_line->addWidget(button);
}

QString FormField::remarkText() const
{
    return m_remark->isHidden() ? QString() : m_remark->text();
}

bool FormField::isWrong() const
{
    return isMarkedWrong(m_edit);
}

void FormField::offer(const QString &repair)
{
    if (repair.isEmpty() && m_repair->hasFocus())
        m_edit->setFocus(); // rather than wherever Qt would send it
    m_repairText = repair;
    showRepair();
    m_repair->setVisible(!repair.isEmpty());
}

void FormField::showRepair()
{
    const bool isTold = shownIdentifier(this, m_repairText) == m_repairText;
    const QString shown = isTold ? m_repairText : tr("Use what is suggested");
    m_repair->setText(Base::plainLine(shown, longestRepair).replace(u'&', QLatin1StringView("&&")));
    m_repair->setAccessibleName(shown);
    setPlainToolTip(m_repair, shown.size() > longestRepair ? shown : QString());
}

/// What readers of the screen hear of the remark.
void FormField::describe()
{
    m_edit->setAccessibleDescription(shownText(this, m_remark->text()));
}

bool FormField::event(QEvent *event)
{
    if (event->type() == Presentation::changeEvent) {
        showRepair();
        describe();
    }
    return QWidget::event(event);
}

void FormField::setWrong(bool wrong)
{
    markWrong(m_edit, wrong);
}

} // namespace Tenantscope::Ui
