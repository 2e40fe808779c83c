// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/connectionimport.h"

#include "app/tenant/importreaders.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Tenant {

namespace {

/// A control character that no text of ours holds, or bytes that are no UTF-8.
bool isBinary(QByteArrayView text)
{
    const auto isControl = [](char c) {
        return c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r';
    };
    return std::any_of(text.begin(), text.end(), isControl) || !text.isValidUtf8();
}

/// True when \a line is a curl command, perhaps after a shell's prompt; \a line then begins with its name.
bool takeCurl(QByteArrayView &line)
{
    QByteArrayView rest = line.trimmed();
    if (rest.startsWith("$ "))
        rest = rest.sliced(2).trimmed();
    for (const QByteArrayView name : {QByteArrayView("curl"), QByteArrayView("curl.exe")}) {
        if (rest.startsWith(name) && rest.size() > name.size()
            && QByteArrayView(" \t\r\n\\").contains(rest[name.size()])) {
            line = rest;
            return true;
        }
    }
    return false;
}

/// \a text from the first line on that is a curl command; empty: there is none.
QByteArrayView fromCurl(QByteArrayView text)
{
    for (text = text.trimmed(); !text.isEmpty(); text = text.trimmed()) {
        if (QByteArrayView rest = text; takeCurl(rest))
            return rest;
        const qsizetype end = text.indexOf('\n');
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
    return {};
}

} // namespace

Base::Result<ImportedConnection> importConnection(QByteArrayView text)
{
    if (text.size() > largestImport)
        return refusedImport(ImportRule::tooLarge);
    if (text.startsWith("\xEF\xBB\xBF"))
        text = text.sliced(3);
    if (isBinary(text))
        return refusedImport(ImportRule::binary);
    text = text.trimmed();
    if (text.isEmpty())
        return refusedImport(ImportRule::empty);
    if (text.startsWith('{') || text.startsWith('['))
        return importJson(text);
    if (takeCurl(text))
        return importCurl(text);
    const Base::Result<ImportedConnection> lines = importDotEnv(text);
    if (lines || lines.error().detail != ImportRule::nothing)
        return lines;
    const QByteArrayView command = fromCurl(text);
    return command.isEmpty() ? lines : importCurl(command);
}

tl::unexpected<Base::Error> refusedImport(QLatin1StringView rule)
{
    return Base::failure({.kind = Base::ErrorKind::InvalidImport, .detail = rule});
}

} // namespace Tenantscope::Tenant
