// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

namespace Tenantscope::Session {
class KnownTenant;
}

namespace Tenantscope::Ui {

struct TokenNotice;

/// A notice, worded; plain text.
struct NoticeWords
{
    QString summary; ///< "Token expired: PRODUCTION Contoso Shop"
    QString body;    ///< why, and whether it is tried again; may be empty
};

/// \a place: whose presentation mode masks the name.
[[nodiscard]] NoticeWords noticeWords(const TokenNotice &notice, const QObject *place);
/// What leads the title of a window that shows \a shown: "Token expired"; with a name when it is another's.
[[nodiscard]] QString titleLead(
    const TokenNotice &notice, const Session::KnownTenant &shown, const QObject *place);

} // namespace Tenantscope::Ui
