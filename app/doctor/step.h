// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"

#include <QUrl>

namespace Tenantscope::Doctor {

/// How one step of an examination ended.
struct Step
{
    enum class Outcome {
        Ok,
        Warn, ///< something is odd or missing, but goes on
        Fail,
    };

    QString
        name; ///< input, key (when there is one), dns, discovery, clock, token, scopes or applications
    Outcome outcome = Outcome::Ok;
    QString code = QStringLiteral("ok"); ///< what a script matches
    QString what = {};                   ///< plain text, as are the others
    QString why = {};
    QString fix = {};
    std::optional<Base::ErrorKind> cause = {}; ///< of a failure
    QUrl link =
        {}; ///< where in the Auth0 Dashboard it is mended; empty: not there, or no page can be told
    QStringList details = {}; ///< technical facts of a failure, as `Session::details()`

    bool operator==(const Step &) const = default;
};

/// "ok", "warn" or "fail".
[[nodiscard]] QLatin1StringView nameOf(Step::Outcome outcome);

} // namespace Tenantscope::Doctor
