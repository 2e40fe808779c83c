// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/findingwords.h"

#include <QCoreApplication>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Applications::Severity;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Tenantscope::Ui::Findings", text);
}

} // namespace

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Low:
        return translated("Low");
    case Severity::Medium:
        return translated("Medium");
    case Severity::High:
        break;
    }
    return translated("High");
}

PlainLabel::Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Low:
        return PlainLabel::Tone::Plain;
    case Severity::Medium:
        return PlainLabel::Tone::Caution;
    case Severity::High:
        break;
    }
    return PlainLabel::Tone::Error;
}

CellStyle::Tone cellToneOf(Severity severity)
{
    switch (severity) {
    case Severity::Low:
        return CellStyle::Tone::Plain;
    case Severity::Medium:
        return CellStyle::Tone::Caution;
    case Severity::High:
        break;
    }
    return CellStyle::Tone::Error;
}

const char *severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Low:
        return "info";
    case Severity::Medium:
        return "triangle-alert";
    case Severity::High:
        break;
    }
    return "circle-alert";
}

QString tallyText(const Applications::Tally &tally)
{
    return translated("%1 · %2").arg(severityWord(tally.worst)).arg(tally.count);
}

QString findingTitles(Applications::FindingSet set, Tenant::Environment environment)
{
    QStringList titles;
    for (const Severity severity : {Severity::High, Severity::Medium, Severity::Low}) {
        for (size_t rule = 0; rule < Applications::rules().size(); ++rule) {
            const Applications::Rule &known = Applications::rules()[rule];
            if (set.contains(rule) && severityOf(known, environment) == severity)
                titles.append(
                    translated("%1: %2").arg(severityWord(severity), wordsOf(known).title));
        }
    }
    return titles.join(u'\n');
}

} // namespace Tenantscope::Ui
