// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/finding.h"
#include "app/base/result.h"
#include "app/base/signingalgorithm.h"
#include "app/tenant/profile.h"

#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

namespace Tenantscope::Cli {

/// Which tenant, and as whom. A value that was not passed may come from the environment.
struct ConnectionOptions
{
    std::optional<QString> domain{};
    std::optional<QString> clientId{};
    std::optional<QString> audience{};
    std::optional<QString> caFile{};
    std::optional<QString> organization{};
    std::optional<QString> privateKeyFile{};
    std::optional<Base::SigningAlgorithm> signingAlgorithm{};
    std::optional<QString> profile{};
    bool secretFromInput = false;
    bool demo = false;

    bool operator==(const ConnectionOptions &) const = default;
};

struct HelpWish
{
    QString command{}; ///< empty: of the program as a whole
    bool operator==(const HelpWish &) const = default;
};
struct VersionWish
{
    bool operator==(const VersionWish &) const = default;
};
struct TokenWish
{
    enum class Format { Raw, Header, Env, Json, Curl };
    Format format = Format::Raw;
    std::chrono::seconds leastLife{0};
    bool operator==(const TokenWish &) const = default;
};
struct ScopesWish
{
    enum class Format { Table, Json };
    Format format = Format::Table;
    bool operator==(const ScopesWish &) const = default;
};
struct ApplicationsWish
{
    enum class Format { Table, Json, Ndjson, Csv, Sarif };
    Format format = Format::Table;
    QString search{};
    bool secrets = false;
    bool findings = false; ///< instead of the applications
    std::optional<Applications::Severity> failOn{};
    bool operator==(const ApplicationsWish &) const = default;
};
struct SnapshotWish
{
    QString out{}; ///< a file; empty: standard output
    bool operator==(const SnapshotWish &) const = default;
};
struct CompareWish
{
    enum class Format { Text, Json };
    Format format = Format::Text;
    QString before{}; ///< a snapshot file or a profile, as typed
    QString after{};
    bool operator==(const CompareWish &) const = default;
};
struct GrantsWish
{
    enum class Format { Table, Json, Ndjson, Csv };
    Format format = Format::Table;
    std::optional<QString> scope{};       ///< only grants that allow it
    std::optional<QString> api{};         ///< only those of this audience
    std::optional<QString> application{}; ///< only those of this client ID
    bool operator==(const GrantsWish &) const = default;
};
struct ProfilesWish
{
    enum class Action { List, Show, Add, Remove };
    enum class Format { Table, Json };
    Action action = Action::List;
    QString name{}; ///< of the one to be shown, added or removed
    Tenant::Environment environment = Tenant::Environment::Development; ///< of the one to be added
    Format format = Format::Table;
    bool operator==(const ProfilesWish &) const = default;
};
struct DoctorWish
{
    enum class Format { Text, Json };
    Format format = Format::Text;
    bool operator==(const DoctorWish &) const = default;
};
struct EndpointsWish
{
    enum class Format { Table, Json };
    Format format = Format::Table;
    QString search{};
    std::optional<QString> scope{};
    bool operator==(const EndpointsWish &) const = default;
};
struct DecodeWish
{
    enum class Format { Text, Json };
    Format format = Format::Text;
    bool verify = false;
    QString jwksFile{}; ///< empty: the tenant's own set, if anything is to be verified
    [[nodiscard]] bool checks() const { return verify || !jwksFile.isEmpty(); }
    bool operator==(const DecodeWish &) const = default;
};
struct DemoWish
{
    std::optional<int> port{};
    std::optional<int> applications{};
    std::optional<std::chrono::milliseconds> latency{};
    std::optional<double> rate{};
    std::optional<int> burst{};
    std::optional<std::chrono::seconds> tokenLife{};
    bool tls = false;
    QString caOut{};
    QStringList faults{}; ///< as typed; `demo/fault.h` reads them
    bool operator==(const DemoWish &) const = default;
};

/// What the program was asked to do.
using Wish = std::variant<
    HelpWish, VersionWish, TokenWish, ScopesWish, ApplicationsWish, SnapshotWish, CompareWish,
    GrantsWish, ProfilesWish, DoctorWish, DecodeWish, EndpointsWish, DemoWish>;

struct CommandLine
{
    Wish wish;
    ConnectionOptions connection;
    bool operator==(const CommandLine &) const = default;
};

/// What is wrong with a command line, and how to do it right. Never repeats a value that may be a secret.
struct UsageError
{
    QString what{};
    QString now{};
};

/// Reads the arguments, the program's name not among them.
[[nodiscard]] tl::expected<CommandLine, UsageError> parseCommandLine(const QStringList &arguments);

} // namespace Tenantscope::Cli
