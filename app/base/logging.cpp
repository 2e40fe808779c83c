// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/logging.h"

namespace Tenantscope::Base {

Q_LOGGING_CATEGORY(logHttp, "tenantscope.http", QtWarningMsg)
Q_LOGGING_CATEGORY(logToken, "tenantscope.token", QtWarningMsg)
Q_LOGGING_CATEGORY(logApplications, "tenantscope.applications", QtWarningMsg)

} // namespace Tenantscope::Base
