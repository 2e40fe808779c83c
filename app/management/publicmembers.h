// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>

namespace Tenantscope::Management {

/// \a members of an application without anything that is a credential: left out at any depth are the members that no list
/// asks for because they are secrets, those whose name says so (`http/redaction.h`), and `credentials` of any kind; in
/// texts, what looks like a token or a named credential is masked. Doing it twice changes nothing more.
[[nodiscard]] QJsonObject withoutSecrets(const QJsonObject &members);

} // namespace Tenantscope::Management
