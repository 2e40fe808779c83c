// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/demo/dice.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace Tenantscope::Demo {

/// What an application is for; decides the shape of most of its members.
enum class Purpose : quint8 { Generic, RegularWeb, SinglePage, Native, Machine, Other };

/// What a filter of the list asks about, cheap enough to be kept for every application.
struct Traits
{
    QByteArrayView appType{}; ///< empty: the member is missing, as on a quarter of real ones
    Purpose purpose = Purpose::Generic;
    bool isGlobal = false;
    bool isFirstParty = true;
};

/// The seed's decisions about one application that more than one of its members depend on.
struct Profile
{
    quint64 seed = 0;
    int index = 0;
    Traits traits;
    QByteArray tenant;   ///< the tenant's name, `demo`
    QByteArray clientId; ///< 32 characters; `tpc_` and 22 for third parties
    QByteArray name;     ///< UTF-8
    QByteArray host;     ///< where it runs, e.g. `billing-portal.staging.example.com`

    /// Dice for one decision; \a decision tells it from the others of this application.
    template<typename Decision>
    [[nodiscard]] Dice dice(Decision decision) const
    {
        return Dice(seed, static_cast<quint64>(index), static_cast<quint64>(decision));
    }
};

[[nodiscard]] Traits traitsOf(quint64 seed, int index);
[[nodiscard]] QByteArray clientIdOf(quint64 seed, int index, const Traits &traits);
/// The `client_secret` of an application, 64 characters.
[[nodiscard]] QByteArray clientSecretOf(quint64 seed, int index);
[[nodiscard]] Profile profileOf(quint64 seed, int index, const Traits &traits);

/// "All Applications": the pseudo-client every tenant has, which stands for all of them. \a index is the
/// first one that no application has.
[[nodiscard]] Profile globalProfile(quint64 seed, int index);

} // namespace Tenantscope::Demo
