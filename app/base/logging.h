// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

namespace Tenantscope::Base {

Q_DECLARE_LOGGING_CATEGORY(logHttp)
Q_DECLARE_LOGGING_CATEGORY(logToken)
Q_DECLARE_LOGGING_CATEGORY(logApplications)

} // namespace Tenantscope::Base
