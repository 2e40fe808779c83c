// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/clientparts.h"

namespace Tenantscope::Demo {

namespace {

constexpr std::array<QByteArrayView, 6> descriptions{
    "Owned by the platform team. Ask in #identity before changing callbacks.",
    "Created by Terraform; manual changes are overwritten every night.",
    "Proof of concept from the 2021 hackathon, still in use.",
    "Kunden melden sich hier an – nicht löschen!",
    "",
    "First line\nSecond line with a \"quote\" and a backslash \\"};

constexpr std::array<QByteArrayView, 8> teams{"payments", "identity", "storefront", "logistics",
                                              "data",     "mobile",   "partners",   "people"};

/// Free text pairs an admin keeps on an application.
void writeMetadata(ClientWriter &writer, const Profile &profile)
{
    if (!writer.wants(Field::ClientMetadata))
        return;
    Dice dice = profile.dice(Field::ClientMetadata);
    if (!dice.chance(75))
        return;
    const QByteArrayView team = dice.pick(teams);
    QByteArray json = "{\"team\":\"";
    json.append(team).append("\",\"owner\":\"").append(team).append("@example.com\"");
    json.append(",\"cost_center\":\"")
        .append(QByteArray::number(4000 + dice.below(900)))
        .append('"');
    if (dice.chance(50))
        json.append(",\"repository\":\"https://git.example.com/")
            .append(team)
            .append('/')
            .append(profile.host.first(profile.host.indexOf('.')))
            .append('"');
    if (dice.chance(60))
        json.append(",\"data_classification\":\"internal\",\"managed_by\":\"terraform\"");
    if (dice.chance(60))
        json.append(",\"runbook\":\"https://wiki.example.com/runbooks/")
            .append(team)
            .append("/sign-in\",\"on_call\":\"")
            .append(team)
            .append("-on-call@example.com\"");
    writer.raw(Field::ClientMetadata, json.append('}'));
}

} // namespace

void writeIdentity(ClientWriter &writer, const Profile &profile)
{
    writer.text(Field::Tenant, profile.tenant);
    writer.flag(Field::Global, profile.traits.isGlobal);
    writer.text(Field::ClientId, profile.clientId);
    writer.text(Field::Name, profile.name);
    if (Dice dice = profile.dice(Field::Description); dice.chance(6))
        writer.text(Field::Description, dice.pick(descriptions));
    if (!profile.traits.appType.isEmpty())
        writer.text(Field::AppType, profile.traits.appType);
    writer.flag(Field::IsFirstParty, profile.traits.isFirstParty);
    if (profile.dice(Field::LogoUri).chance(15))
        writer.text(
            Field::LogoUri, QByteArray("https://cdn.example.com/logos/" + profile.host + ".png"));
    writeMetadata(writer, profile);
}

} // namespace Tenantscope::Demo
