// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Tenantscope::Applications {

/// One member that differs. What is absent or `null` is Null: neither says more than "not set, or not visible".
struct FieldChange
{
    QString field{}; ///< path, e.g. `jwt_configuration.alg`, `client_metadata["a.b"]`, `list[0]`
    QJsonValue before{};
    QJsonValue after{};

    bool operator==(const FieldChange &) const = default;
};

/// Where \a before and \a after, both members of an application without secrets, differ, sorted by field. Objects are
/// compared member by member, lists as a whole; their order counts only where it may mean something: not in lists of
/// URLs, grants, scopes and other words, but in add-ons, metadata, and lists of objects that are not known. Members of the
/// top level named in \a ignored are not compared.
[[nodiscard]] QList<FieldChange> changesBetween(
    const QJsonObject &before, const QJsonObject &after, const QStringList &ignored = {});

/// The same text for two objects between which changesBetween() finds nothing, another one for any other two.
[[nodiscard]] QByteArray canonicalText(const QJsonObject &members, const QStringList &ignored = {});

/// The elements of the list \a change is about that came and went, for who reads; nullopt: it is about something else,
/// or only the order differs.
struct ListChange
{
    QList<QJsonValue> added{};
    QList<QJsonValue> removed{};
};
[[nodiscard]] std::optional<ListChange> listChange(const FieldChange &change);

} // namespace Tenantscope::Applications
