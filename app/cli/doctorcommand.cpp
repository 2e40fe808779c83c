// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/doctorcommand.h"

#include "app/base/plaintext.h"
#include "app/cli/console.h"
#include "app/cli/jsontext.h"
#include "app/cli/output.h"
#include "app/cli/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;
using Doctor::Step;

namespace {

constexpr int outcomeWidth = 6;
constexpr int nameWidth = 14;

} // namespace

DoctorCommand::DoctorCommand(
    DoctorWish wish, Base::Clock &clock, Base::Random &random, Doctor::Patient patient,
    Output &output, Console &console)
    : m_wish(wish)
    , m_output(output)
    , m_console(console)
    , m_doctor(clock, random, std::move(patient))
{
    connect(&m_doctor, &Doctor::Doctor::stepEnded, this, &DoctorCommand::print);
    connect(&m_doctor, &Doctor::Doctor::finished, this, &DoctorCommand::end);
}

void DoctorCommand::start()
{
    m_console.progress(Text::tr("Examining the connection…"));
    m_doctor.start();
}

void DoctorCommand::print(const Step &step)
{
    if (m_wish.format != DoctorWish::Format::Text)
        return;
    m_console.clearProgress();
    m_output.write(printedStep(step));
    m_console.progress(Text::tr("Examining the connection…"));
}

void DoctorCommand::end()
{
    m_console.clearProgress();
    if (m_wish.format == DoctorWish::Format::Json)
        m_output.write(printedSteps(m_doctor.steps()));
    Q_EMIT finished(exitCodeFor(m_doctor.steps()));
}

QByteArray printedStep(const Step &step)
{
    QString text = QString(nameOf(step.outcome)).leftJustified(outcomeWidth)
        + step.name.leftJustified(nameWidth) + Base::plainLine(step.what) + u'\n';
    QStringList more{step.why, step.fix};
    if (!step.link.isEmpty())
        more += Text::tr("Dashboard: %1").arg(step.link.toString(QUrl::FullyEncoded));
    more += step.details;
    for (const QString &line : std::as_const(more)) {
        if (!line.isEmpty())
            text += QString(outcomeWidth + nameWidth, u' ') + Base::plainLine(line) + u'\n';
    }
    return text.toUtf8();
}

QByteArray printedSteps(const QList<Step> &steps)
{
    QJsonArray list;
    for (const Step &step : steps)
        list.append(QJsonObject{
            {u"step"_s, step.name},
            {u"outcome"_s, nameOf(step.outcome)},
            {u"code"_s, step.code},
            {u"what"_s, step.what},
            {u"why"_s, step.why},
            {u"fix"_s, step.fix},
            {u"link"_s, step.link.toString(QUrl::FullyEncoded)},
            {u"details"_s, QJsonArray::fromStringList(step.details)}});
    const QJsonDocument document(QJsonObject{{u"steps"_s, list}});
    return oneLineJson(document.toJson(QJsonDocument::Compact)) + '\n';
}

ExitCode exitCodeFor(const QList<Step> &steps)
{
    const auto failure = std::find_if(
        steps.begin(), steps.end(), [](const Step &step) { return step.cause.has_value(); });
    return failure == steps.end() ? ExitCode::Success : exitCodeFor(*failure->cause);
}

} // namespace Tenantscope::Cli
