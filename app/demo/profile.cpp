// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/profile.h"

#include "app/demo/applicationname.h"

namespace Tenantscope::Demo {

namespace {

/// Purposes of dice; far from the numbers of Field, which the members use.
enum Decision : quint64 { TypeDecision = 1000, PartyDecision, IdDecision, SecretDecision };

/// Application types beyond the four of the dashboard, as real tenants have them.
constexpr std::array<QByteArrayView, 9> otherTypes{
    "sso_integration",
    "resource_server",
    "express_configuration",
    "zoom",
    "salesforce",
    "office365",
    "slack",
    "box",
    "zendesk"};

constexpr quint32 thirdPartyPercent = 4;

} // namespace

Traits traitsOf(quint64 seed, int index)
{
    if (index == 0) // the application whose credentials the demo tenant hands out
        return {.appType = "non_interactive", .purpose = Purpose::Machine};

    Traits traits;
    const auto number = static_cast<quint64>(index);
    Dice typeDice(seed, number, TypeDecision);
    const quint32 percentile = typeDice.below(100);
    if (percentile < 25)
        traits = {.appType = {}, .purpose = Purpose::Generic};
    else if (percentile < 48)
        traits = {.appType = "regular_web", .purpose = Purpose::RegularWeb};
    else if (percentile < 66)
        traits = {.appType = "spa", .purpose = Purpose::SinglePage};
    else if (percentile < 76)
        traits = {.appType = "native", .purpose = Purpose::Native};
    else if (percentile < 94)
        traits = {.appType = "non_interactive", .purpose = Purpose::Machine};
    else
        traits = {.appType = typeDice.pick(otherTypes), .purpose = Purpose::Other};
    traits.isFirstParty = !Dice(seed, number, PartyDecision).chance(thirdPartyPercent);
    return traits;
}

QByteArray clientIdOf(quint64 seed, int index, const Traits &traits)
{
    Dice dice(seed, static_cast<quint64>(index), IdDecision);
    return traits.isFirstParty ? dice.letters(32) : QByteArray("tpc_" + dice.letters(22));
}

QByteArray clientSecretOf(quint64 seed, int index)
{
    return Dice(seed, static_cast<quint64>(index), SecretDecision).letters(64);
}

Profile profileOf(quint64 seed, int index, const Traits &traits)
{
    Profile profile;
    profile.seed = seed;
    profile.index = index;
    profile.traits = traits;
    profile.tenant = "demo";
    profile.clientId = clientIdOf(seed, index, traits);
    const ApplicationName name = applicationName(seed, index, traits.purpose);
    profile.name = name.text;
    profile.host = name.hostLabel + ".example.com";
    return profile;
}

Profile globalProfile(quint64 seed, int index)
{
    Profile profile;
    profile.seed = seed;
    profile.index = index;
    profile.traits = {.appType = {}, .purpose = Purpose::Generic, .isGlobal = true};
    profile.tenant = "demo";
    profile.clientId = clientIdOf(seed, index, profile.traits);
    profile.name = "All Applications";
    profile.host = "example.com";
    return profile;
}

} // namespace Tenantscope::Demo
