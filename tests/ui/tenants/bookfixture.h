// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/tenantbook.h"

#include "tests/support/manualclock.h"
#include "tests/support/memorysecrets.h"
#include "tests/support/scriptedtenant.h"

#include <QTemporaryDir>

namespace Tenantscope::Test {

/// A book of a few saved tenants, all at the same scripted one.
struct BookFixture
{
    explicit BookFixture(const QList<std::pair<QString, Tenant::Environment>> &tenants)
    {
        for (const auto &[name, environment] : tenants) {
            const Tenant::Credentials credentials = tenant.credentials();
            Tenant::Profile profile;
            profile.name = name;
            profile.domain = credentials.domain;
            profile.clientId = credentials.clientId;
            profile.audience = credentials.audience;
            profile.environment = environment;
            profile.isSecretSaved = true;
            if (!store.add(profile))
                qFatal("a profile could not be added");
            secrets.entries.insert(name, credentials.clientSecret);
        }
        if (!book.load())
            qFatal("the profiles could not be loaded");
    }

    QTemporaryDir directory;
    ManualClock clock;
    FixedRandom random;
    ScriptedTenant tenant;
    MemorySecrets secrets;
    Tenant::ProfileStore store{directory.filePath(QStringLiteral("profiles.json"))};
    Session::TenantBook book{{.clock = clock, .random = random, .secrets = secrets}, store};
};

} // namespace Tenantscope::Test
