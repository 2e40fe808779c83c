// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/shownjson.h"

#include "app/base/plaintext.h"
#include "ui/shared/jsonstrings.h"
#include "ui/shared/presentation.h"

namespace Tenantscope::Ui {

namespace {

/// \a literal is how \a string is written. One that cannot be read is masked as a whole.
QString shownString(const Masking &masking, const JsonString &string, const QString &literal)
{
    const QString said = string.text.value_or(QString());
    const QString shown = string.text ? masking(said) : Presentation::mask.toString();
    if (string.text && shown == said)
        return literal; // as the tenant wrote it
    const QString written = jsonLiteral(shown);
    return Base::plainLine(written, written.size()); // resolved escapes may stand for controls
}

} // namespace

QString shownJson(const QObject *place, const QString &text)
{
    const Masking masking = maskingOf(place);
    if (!masking)
        return text;
    QString shown;
    qsizetype done = 0;
    for (const JsonString &string : jsonStrings(text)) {
        shown += text.sliced(done, string.offset - done)
            + shownString(masking, string, text.sliced(string.offset, string.size));
        done = string.offset + string.size;
    }
    return masking(shown + text.sliced(done));
}

} // namespace Tenantscope::Ui
