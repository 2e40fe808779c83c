// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/demo/jsonwriter.h"
#include "app/demo/profile.h"

namespace Tenantscope::Demo {

// A client object of the Management API is written in these parts, with the oddities that recordings of real
// tenants show. Each member throws its own dice, so a projection changes none of the others.

/// Who it is: `tenant`, `client_id`, `name`, `app_type`, …
void writeIdentity(ClientWriter &writer, const Profile &profile);
/// Where it runs: callbacks, origins, logout URLs.
void writeUrls(ClientWriter &writer, const Profile &profile);
/// How it signs people and machines in: grants, tokens, organizations.
void writeBehaviour(ClientWriter &writer, const Profile &profile);
/// Old switches, and members that are in no schema.
void writeLeftovers(ClientWriter &writer, const Profile &profile);
/// Secrets, addons with other services' secrets, login pages.
void writeSecrets(ClientWriter &writer, const Profile &profile);

} // namespace Tenantscope::Demo
