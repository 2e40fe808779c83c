// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/profile.h"

#include "app/tenant/credentials.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Tenant {

namespace {

constexpr qsizetype longestName = 100;

constexpr struct
{
    Environment environment;
    QLatin1StringView name;
} environments[] = {
    {Environment::Development, "development"_L1},
    {Environment::Staging, "staging"_L1},
    {Environment::Production, "production"_L1},
};

bool isInvisible(uint point)
{
    const QChar::Category category = QChar::category(point);
    return point == QChar::ReplacementCharacter // also what a lone surrogate becomes
        || (category >= QChar::Other_Control && category <= QChar::Other_NotAssigned)
        || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

QLatin1StringView ruleBrokenByName(const QString &name)
{
    if (name.isEmpty())
        return ProfileRule::nameEmpty;
    if (name.size() > longestName)
        return ProfileRule::nameTooLong;
    const QList<uint> points = name.toUcs4();
    const bool isHidden = std::any_of(points.begin(), points.end(), isInvisible);
    return isHidden || name.startsWith(u'-') ? ProfileRule::nameCharacter : QLatin1StringView();
}

bool isNoneOrAbsolute(const QString &file)
{
    return file.isEmpty() || QDir::isAbsolutePath(file);
}

} // namespace

QLatin1StringView nameOf(Environment environment)
{
    for (const auto &known : environments) {
        if (known.environment == environment)
            return known.name;
    }
    Q_UNREACHABLE();
}

std::optional<Environment> environmentFrom(QStringView name)
{
    for (const auto &known : environments) {
        if (known.name == name)
            return known.environment;
    }
    return std::nullopt;
}

Base::Result<QString> checkedProfileName(QStringView name)
{
    QString trimmed = name.trimmed().toString();
    const QLatin1StringView rule = ruleBrokenByName(trimmed);
    if (rule.isEmpty())
        return trimmed;
    return Base::failure(
        {.kind = Base::ErrorKind::InvalidProfile, .subject = trimmed, .detail = rule});
}

bool isSameProfileName(QStringView left, QStringView right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

bool takesSecretFor(const Profile &profile, QStringView clientId)
{
    return !profile.isSecretSaved && profile.privateKeyFile.isEmpty()
        && (clientId.isEmpty() || clientId == profile.clientId);
}

QJsonObject toJson(const Profile &profile)
{
    QJsonObject json{
        {u"name"_s, profile.name},
        {u"domain"_s, profile.domain.text()},
        {u"client_id"_s, profile.clientId},
        {u"audience"_s, profile.audience},
        {u"environment"_s, nameOf(profile.environment)},
        {u"secret_saved"_s, profile.isSecretSaved},
    };
    if (!profile.caFile.isEmpty())
        json.insert(u"ca_file"_s, profile.caFile);
    if (!profile.privateKeyFile.isEmpty()) {
        json.insert(u"private_key_file"_s, profile.privateKeyFile);
        json.insert(u"signing_alg"_s, nameOf(profile.signingAlgorithm));
    }
    if (!profile.organization.isEmpty())
        json.insert(u"organization"_s, profile.organization);
    return json;
}

std::optional<Profile> profileFrom(const QJsonObject &json)
{
    const Base::Result<QString> name = checkedProfileName(json.value(u"name"_s).toString());
    const auto environment = environmentFrom(json.value(u"environment"_s).toString());
    const QString caFile = json.value(u"ca_file"_s).toString();
    const QString keyFile = json.value(u"private_key_file"_s).toString();
    const auto algorithm = Base::signingAlgorithmFrom(
        json.value(u"signing_alg"_s).toString(nameOf(Base::SigningAlgorithm::Rs256)));
    // The file may have been edited by hand: nothing in it is trusted more than what is typed.
    const CredentialsCheck check = checkCredentials(
        {.domain = json.value(u"domain"_s).toString(),
         .clientId = json.value(u"client_id"_s).toString(),
         .clientSecret = {},
         .audience = json.value(u"audience"_s).toString(),
         .organization = json.value(u"organization"_s).toString()},
        SecretIs::NotNeeded);
    if (!name || !environment || !algorithm || !check.credentials || !isNoneOrAbsolute(caFile)
        || !isNoneOrAbsolute(keyFile))
        return std::nullopt;
    const Credentials &credentials = check.credentials->credentials;
    return Profile{
        .name = *name,
        .domain = credentials.domain,
        .clientId = credentials.clientId,
        .audience = credentials.audience,
        .caFile = caFile,
        .environment = *environment,
        .isSecretSaved = json.value(u"secret_saved"_s).toBool(),
        .privateKeyFile = keyFile,
        .signingAlgorithm = *algorithm,
        .organization = credentials.organization,
    };
}

} // namespace Tenantscope::Tenant
