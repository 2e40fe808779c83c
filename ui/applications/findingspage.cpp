// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/findingspage.h"

#include "app/applications/finding.h"
#include "ui/applications/findingwords.h"
#include "ui/applications/listwords.h"
#include "ui/applications/valuerow.h"
#include "ui/shared/plainlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Applications::Finding;

namespace {

constexpr int mostValues = 20; // of one finding; All fields has the others

PlainLabel *ownWords(const QString &text, PlainLabel::Style style)
{
    auto *label = new PlainLabel(style);
    label->setOwnWords(true);
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

/// The colour only repeats the word.
QHBoxLayout *headline(const Finding &finding, const QString &title)
{
    auto *severity = new PlainLabel(PlainLabel::Style::Strong);
    severity->setOwnWords(true);
    severity->setTone(toneOf(finding.severity));
    severity->setText(severityWord(finding.severity));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(severity, 0, Qt::AlignTop);
    line->addWidget(ownWords(title, PlainLabel::Style::Strong), 1);
    return line;
}

void addFinding(QVBoxLayout &layout, const Finding &finding)
{
    const Applications::RuleWords words = wordsOf(*finding.rule);
    layout.addLayout(headline(finding, words.title));
    layout.addSpacing(4);
    layout.addWidget(ownWords(words.why, PlainLabel::Style::Base));
    const QStringList &values = finding.offenders;
    for (const QString &value : values.first(std::min<qsizetype>(mostValues, values.size())))
        layout.addWidget(new ValueRow(value, words.title, ValueRow::Kind::Technical, nullptr));
    if (values.size() > mostValues)
        layout.addWidget(ownWords(
            FindingsPage::tr("%1 more: see All fields").arg(numberText(values.size() - mostValues)),
            PlainLabel::Style::Secondary));
    layout.addWidget(
        ownWords(FindingsPage::tr("What to do: %1").arg(words.fix), PlainLabel::Style::Secondary));
    layout.addSpacing(16);
}

QString nothingText(const ApplicationDetails &details)
{
    if (Applications::isSummary(Management::Application(details.members)))
        return FindingsPage::tr(
            "Nothing can be found: the token shows names and types only. It needs read:clients.");
    return FindingsPage::tr(
        "Nothing found. Looked at callbacks, logout URLs and origins, grant types, tokens, "
        "authentication and legacy settings, as far as they are shown here.");
}

} // namespace

FindingsPage::FindingsPage(QWidget *parent)
    : QScrollArea(parent)
{
    setAccessibleName(tr("Findings"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Base);
}

void FindingsPage::setDetails(const ApplicationDetails &details)
{
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 16, 8, 16);
    layout->setSpacing(0);
    const std::vector<Finding> found = details.findings();
    for (const Finding &finding : found)
        addFinding(*layout, finding);
    if (found.empty())
        layout->addWidget(ownWords(nothingText(details), PlainLabel::Style::Secondary));
    if (details.mayHideSecret())
        layout->addWidget(ownWords(
            tr("Not looked at: whether this public client has a client secret. Reveal or compare "
               "it to learn that."),
            PlainLabel::Style::Secondary));
    layout->addStretch();
    setWidget(content); // which deletes the one before
}

} // namespace Tenantscope::Ui
