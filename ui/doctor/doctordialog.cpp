// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/doctor/doctordialog.h"

#include "ui/shared/actionbutton.h"
#include "ui/shared/colors.h"
#include "ui/shared/icons.h"
#include "ui/shared/maskedparts.h"
#include "ui/shared/plainlabel.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Doctor::Step;
using Outcome = Step::Outcome;

namespace {

constexpr QSize usualSize(620, 520);
constexpr int iconSize = 16;

QString iconOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
        return u"circle-check"_s;
    case Outcome::Warn:
        return u"circle-alert"_s;
    case Outcome::Fail:
        return u"circle-x"_s;
    }
    Q_UNREACHABLE();
}

QColor colorOf(Outcome outcome, const QPalette &palette)
{
    const Colors colors = colorsOf(palette);
    if (outcome == Outcome::Ok)
        return colors.ok;
    return outcome == Outcome::Warn ? colors.caution : colors.error;
}

QStringList findingsOf(const Step &step)
{
    QStringList findings{step.what};
    for (const QString &more : {step.why, step.fix}) {
        if (!more.isEmpty())
            findings.append(more);
    }
    return findings;
}

} // namespace

DoctorDialog::DoctorDialog(
    Base::Clock &clock, Base::Random &random, Doctor::Patient patient, QWidget *parent)
    : QDialog(parent)
    , m_domain(patient.checked.credentials.domain.text())
    , m_summary(new PlainLabel(PlainLabel::Style::Title, this))
    , m_steps(nullptr)
    , m_scroll(new QScrollArea(this))
    , m_copy(new QPushButton(tr("Copy report"), this))
    , m_doctor(clock, random, std::move(patient))
{
    setWindowTitle(tr("Test connection"));
    layOut();
    resize(usualSize);
    m_summary->setText(tr("Testing %1…").arg(m_domain));
    connect(&m_doctor, &Doctor::Doctor::stepEnded, this, &DoctorDialog::add);
    connect(&m_doctor, &Doctor::Doctor::finished, this, &DoctorDialog::end);
    m_doctor.start();
}

DoctorDialog::~DoctorDialog()
{
    m_doctor.disconnect(this); // what it drops may tell of its end
}

QString DoctorDialog::report() const
{
    QStringList lines{tr("Connection to %1").arg(m_domain)};
    for (const Step &step : m_doctor.steps()) {
        lines.append(u"%1 %2 (%3): %4"_s.arg(
            nameOf(step.outcome), step.name, step.code, findingsOf(step).join(u' ')));
        lines.append(step.details);
    }
    return lines.join(u'\n') + u'\n';
}

void DoctorDialog::layOut()
{
    m_summary->setWordWrap(true);
    auto *content = new QWidget;
    m_steps = new QVBoxLayout(content);
    m_steps->setContentsMargins(0, 0, 8, 0);
    m_steps->setSpacing(12);
    m_steps->addStretch();
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(content);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    m_copy->setEnabled(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(report());
    });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(m_summary);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(buttons);
}

void DoctorDialog::add(const Step &step)
{
    auto *row = new QWidget;
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    auto *icon = new PlainLabel(PlainLabel::Style::Base, row);
    icon->setPixmap(iconPixmap(
        iconOf(step.outcome), QSizeF(iconSize, iconSize), devicePixelRatioF(),
        colorOf(step.outcome, palette())));
    grid->addWidget(icon, 0, 0, Qt::AlignTop);
    const QStringList findings = findingsOf(step);
    for (qsizetype i = 0; i < findings.size(); ++i) {
        auto *text = new PlainLabel(
            i == 0 ? PlainLabel::Style::Base : PlainLabel::Style::Secondary, row);
        text->setWordWrap(true);
        // The outcome as a word, too: an icon says nothing to readers of the screen.
        text->setText(
            i == 0 && step.outcome != Outcome::Ok ? tr("%1: %2").arg(
                step.outcome == Outcome::Warn ? tr("Note") : tr("Failed"), findings[i])
                                                  : findings[i]);
        grid->addWidget(text, int(i), 1);
    }
    if (!step.link.isEmpty()) {
        auto *open = new QPushButton(tr("Open in Dashboard"), row);
        makeLink(open);
        setShownToolTip(*open, step.link.toDisplayString());
        connect(open, &QPushButton::clicked, this, [link = step.link] {
            QDesktopServices::openUrl(link);
        });
        grid->addWidget(open, int(findings.size()), 1, Qt::AlignLeft);
    }
    m_steps->insertWidget(m_steps->count() - 1, row);
}

void DoctorDialog::end()
{
    const auto has = [this](Outcome outcome) {
        return std::any_of(
            m_doctor.steps().begin(), m_doctor.steps().end(),
            [outcome](const Step &step) { return step.outcome == outcome; });
    };
    m_copy->setEnabled(true);
    if (has(Outcome::Fail))
        m_summary->setText(tr("%1 cannot be used as it is").arg(m_domain));
    else if (has(Outcome::Warn))
        m_summary->setText(tr("%1 can be used, with notes").arg(m_domain));
    else
        m_summary->setText(tr("%1 is all right").arg(m_domain));
}

} // namespace Tenantscope::Ui
