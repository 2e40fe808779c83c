// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/secretguard.h"

#include <algorithm>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;

namespace {

/// The name an option gives a value, in one spelling: "clientsecret" of `--Client_Secret=x`. Also of
/// `AUTH0_CLIENT_SECRET=x`, which is no option but was meant as one.
QString nameIn(const QString &argument)
{
    const bool isVariable = argument.startsWith("AUTH0_"_L1);
    if (!argument.startsWith(u'-') && !isVariable)
        return {};
    QString name = argument.section(u'=', 0, 0).toLower().remove(u'-').remove(u'_');
    if (name.startsWith("auth0"_L1))
        name.remove(0, 5);
    return name;
}

} // namespace

bool passesSecret(const QStringList &arguments)
{
    static const QStringList names = {
        u"secret"_s,      u"clientsecret"_s,    u"password"_s, u"token"_s,
        u"accesstoken"_s, u"clientassertion"_s, u"bearer"_s,
    };
    return std::any_of(arguments.cbegin(), arguments.cend(), [](const QString &argument) {
        return names.contains(nameIn(argument));
    });
}

} // namespace Tenantscope::Cli
