// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/console.h"

#include "app/base/plaintext.h"
#include "app/cli/output.h"
#include "app/cli/text.h"

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;

Console::Console(int descriptor, Base::Clock &clock)
    : m_descriptor(descriptor)
    , m_progress(descriptor, clock)
{
}

void Console::note(const QString &text)
{
    print(u"tenantscope-cli: "_s + text);
}

void Console::fail(const QString &text)
{
    print(u"tenantscope-cli: "_s + text);
}

void Console::fail(const Base::Error &error, Session::Doing doing)
{
    const Session::Sentence sentence = Session::describe(error, doing);
    fail(sentence.line());
    if (!sentence.tenantWords.isEmpty())
        print(u"  "_s + Text::tr("The tenant says: %1").arg(sentence.tenantWords));
    for (const QString &fact : Session::details(error))
        print(u"  "_s + fact);
}

void Console::print(const QString &text)
{
    constexpr qsizetype longest = 4'000;
    m_progress.clear();
    const QString line = Base::plainLine(text, longest) + u'\n';
    writeAll(m_descriptor, line.toUtf8());
}

} // namespace Tenantscope::Cli
