// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/curl.h"

#include <QStringBuilder>

#include <algorithm>

using namespace Qt::StringLiterals;
using Tenantscope::Base::ErrorKind;

namespace Tenantscope::Http {

namespace {

bool hasLineOrNul(QStringView text)
{
    return std::any_of(
        text.begin(), text.end(), [](QChar c) { return c == u'\0' || c == u'\r' || c == u'\n'; });
}

bool isMethod(QStringView method)
{
    return !method.isEmpty() && std::all_of(method.begin(), method.end(), [](QChar c) {
        return c >= u'A' && c <= u'Z';
    });
}

} // namespace

Base::Result<QString> curlCommand(QStringView method, const QUrl &url)
{
    const QString address = url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
    if (!isMethod(method) || !url.isValid() || hasLineOrNul(address)) {
        return Base::failure({
            .kind = ErrorKind::ReadOnly,
            .detail = u"no HTTP method or URL that a command line can carry"_s,
        });
    }
    // GET is curl's default; naming it would only make a later -L repeat it wrongly.
    QString command = u"curl"_s;
    if (method != u"GET")
        command += u" --request "_s % method;
    command += u" --globoff --url "_s % shellQuoted(address);
    // Double quotes, so that the shell fills in the variable.
    command += u" --header \"Authorization: Bearer $TOKEN\""_s;
    return command;
}

QString shellQuoted(QStringView text)
{
    QString quoted = text.toString();
    quoted.replace(u'\'', u"'\\''"_s);
    return u'\'' % quoted % u'\'';
}

} // namespace Tenantscope::Http
