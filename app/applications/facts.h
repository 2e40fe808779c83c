// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/urlfault.h"
#include "app/management/application.h"

#include <array>
#include <optional>
#include <vector>

namespace Tenantscope::Applications {

/// What registered URLs are for.
enum class UrlUse { Callback, Logout, Origin };

/// What rules ask of an application, read from its members once. A member that is absent or of another type than
/// documented is as good as not there.
class Facts final
{
public:
    /// \a application must outlive it.
    explicit Facts(const Management::Application &application);

    [[nodiscard]] bool isNative() const { return m_type == u"native"; }
    [[nodiscard]] bool isSinglePage() const { return m_type == u"spa"; }
    [[nodiscard]] bool isRegularWeb() const { return m_type == u"regular_web"; }
    [[nodiscard]] bool isMachine() const { return m_type == u"non_interactive"; }
    /// Whether it can keep no secret (RFC 6749 §2.1): by its type, or because it authenticates by none.
    [[nodiscard]] bool isPublic() const { return m_isPublic; }
    [[nodiscard]] bool isThirdParty() const { return m_isThirdParty; } ///< and is said to be
    [[nodiscard]] const QString &authMethod() const { return m_authMethod; }
    [[nodiscard]] const QJsonObject &jwtConfiguration() const { return m_jwtConfiguration; }
    [[nodiscard]] const QJsonObject &refreshToken() const { return m_refreshToken; }

    [[nodiscard]] const QStringList &grantTypes() const { return m_grantTypes; }
    [[nodiscard]] bool hasGrant(QLatin1StringView grantType) const;
    [[nodiscard]] std::optional<bool> flag(QLatin1StringView member) const;
    [[nodiscard]] QString text(QLatin1StringView member) const; ///< empty: no text
    [[nodiscard]] QJsonObject object(QLatin1StringView member) const;
    [[nodiscard]] QStringList texts(QLatin1StringView member) const;

    /// The URLs of \a use that have any of \a faults.
    [[nodiscard]] QStringList urls(UrlUse use, UrlFaults faults) const;

private:
    struct Url
    {
        QString text;
        UrlFaults faults;
    };
    struct Urls
    {
        std::vector<Url> faulty;
        UrlFaults faults; ///< of any of them
    };

    void read(UrlUse use, QLatin1StringView member);

    const Management::Application &m_application;
    QString m_type;
    QString m_authMethod;
    bool m_isPublic;
    bool m_isThirdParty;
    QStringList m_grantTypes;
    QJsonObject m_jwtConfiguration;
    QJsonObject m_refreshToken;
    std::array<Urls, 3> m_urls; ///< by UrlUse
};

} // namespace Tenantscope::Applications
