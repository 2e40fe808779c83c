// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/verdictwords.h"

#include <QCoreApplication>

namespace Tenantscope::Session {

using Jwt::KeyProblem;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

} // namespace

QString keyProblemText(KeyProblem problem)
{
    switch (problem) {
    case KeyProblem::Malformed:
        return Text::tr("it is malformed");
    case KeyProblem::DuplicateMember:
        return Text::tr("one of its members stands there twice");
    case KeyProblem::OtherType:
        return Text::tr("its type is neither RSA nor EC");
    case KeyProblem::OtherCurve:
        return Text::tr("its curve is not P-256");
    case KeyProblem::NotForSignatures:
        return Text::tr("it is not for checking signatures");
    case KeyProblem::OtherAlgorithm:
        return Text::tr("it is for an algorithm that is not checked here");
    case KeyProblem::BadNumber:
        return Text::tr("its numbers are malformed");
    case KeyProblem::TooShort:
        return Text::tr("it has fewer than 2,048 bits");
    case KeyProblem::TooLong:
        return Text::tr("it has more than 8,192 bits");
    case KeyProblem::Guessable:
        return Text::tr("its private half can be computed from it (ROCA, CVE-2017-15361)");
    case KeyProblem::OffCurve:
        return Text::tr("its point is not on its curve");
    case KeyProblem::Private:
        return Text::tr("its private half is published with it");
    }
    Q_UNREACHABLE();
}

QString keySetRuleText(QStringView rule)
{
    if (rule == Jwt::KeySetRule::tooLong)
        return Text::tr("it is longer than 64 KiB");
    if (rule == Jwt::KeySetRule::notJson)
        return Text::tr("it is no JSON object");
    if (rule == Jwt::KeySetRule::duplicateMember)
        return Text::tr("one of its members stands there twice");
    if (rule == Jwt::KeySetRule::tooMany)
        return Text::tr("it has more than 100 keys");
    return Text::tr("it has no list “keys”");
}

} // namespace Tenantscope::Session
