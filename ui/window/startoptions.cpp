// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/startoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

/// Reads the command line of the window.
class Reader final
{
    Q_DECLARE_TR_FUNCTIONS(Tenantscope::Ui::StartOptions)

public:
    Reader()
    {
        m_parser.setApplicationDescription(tr(
            "Shows an Auth0 tenant's applications and keeps a Management API token alive.\n"
            "It only reads. The client secret comes from AUTH0_CLIENT_SECRET, from standard input, "
            "or is typed into the form; never from the command line."));
        m_parser.addOptions(
            {m_domain, m_clientId, m_privateKey, m_signingAlg, m_audience, m_organization,
             m_profile, m_demo, m_caFile, m_secretStdin, m_help, m_version});
    }

    StartOptions read(const QStringList &arguments, const QProcessEnvironment &environment)
    {
        if (hasSecret(arguments))
            return refusal(
                tr("A secret on the command line can be seen by every program of this user and "
                   "stays in the shell's history. Put it into the environment variable "
                   "AUTH0_CLIENT_SECRET, or pass it on standard input with --secret-stdin."));
        if (!m_parser.parse(withoutQtOptions(arguments)))
            return refusal(m_parser.errorText());
        if (m_parser.isSet(m_help))
            return {.action = StartOptions::Action::PrintHelp, .message = help()};
        if (m_parser.isSet(m_version))
            return {.action = StartOptions::Action::PrintVersion};
        if (!m_parser.positionalArguments().isEmpty())
            return refusal(
                tr("Unexpected argument '%1'.").arg(m_parser.positionalArguments().constFirst()));
        const QString contradiction = contradictionIn();
        return contradiction.isEmpty() ? options(environment) : refusal(contradiction);
    }

private:
    static StartOptions refusal(const QString &why)
    {
        return {.action = StartOptions::Action::Refuse, .message = why};
    }

    /// Qt takes the program's name from an application, which there is none of yet.
    QString help() const
    {
        return m_parser.helpText().replace("<executable_name>"_L1, "tenantscope"_L1);
    }

    /// What is wrong with the options together, or with a value; empty: nothing.
    QString contradictionIn() const
    {
        const bool namesTenant = m_parser.isSet(m_domain) || m_parser.isSet(m_clientId)
            || m_parser.isSet(m_audience) || m_parser.isSet(m_organization);
        const bool namesKey = m_parser.isSet(m_privateKey) || m_parser.isSet(m_signingAlg);
        if (m_parser.isSet(m_demo)
            && (namesTenant || namesKey || m_parser.isSet(m_profile)
                || m_parser.isSet(m_secretStdin)))
            return tr("--demo brings its own tenant: it takes no other connection option.");
        if (m_parser.isSet(m_profile) && namesTenant)
            return tr("--profile brings its own domain, client ID, audience and organization.");
        if (namesKey && m_parser.isSet(m_secretStdin))
            return tr("A private key stands in the place of a client secret: leave out either "
                      "--secret-stdin or --private-key.");
        if (m_parser.isSet(m_signingAlg) && !m_parser.isSet(m_privateKey))
            return tr("--signing-alg says how the key of --private-key signs.");
        if (m_parser.isSet(m_signingAlg)
            && !Base::signingAlgorithmFrom(m_parser.value(m_signingAlg)))
            return tr("--signing-alg takes RS256, RS384 or PS256.");
        return {};
    }

    static bool hasSecret(const QStringList &arguments)
    {
        return std::any_of(arguments.cbegin(), arguments.cend(), [](const QString &argument) {
            return argument.startsWith("--client-secret"_L1)
                || argument.startsWith("-client-secret"_L1)
                || (argument.startsWith("--secret"_L1) && argument != "--secret-stdin"_L1);
        });
    }

    /// Qt's own options are QApplication's to read.
    static QStringList withoutQtOptions(const QStringList &arguments)
    {
        static const QStringList withValue{
            u"-platform"_s,        u"-platformpluginpath"_s, u"-platformtheme"_s, u"-plugin"_s,
            u"-style"_s,           u"-stylesheet"_s,         u"-display"_s,       u"-geometry"_s,
            u"-qwindowgeometry"_s, u"-qwindowicon"_s,        u"-qwindowtitle"_s,  u"-session"_s,
            u"-fontengine"_s};
        static const QStringList alone{u"-reverse"_s, u"-nograb"_s, u"-dograb"_s, u"-sync"_s};
        QStringList left;
        for (qsizetype i = 0; i < arguments.size(); ++i) {
            if (withValue.contains(arguments[i]))
                ++i;
            else if (!alone.contains(arguments[i]))
                left.append(arguments[i]);
        }
        return left;
    }

    StartOptions options(const QProcessEnvironment &environment) const
    {
        const auto value = [&](const QCommandLineOption &option, const QString &variable) {
            return m_parser.isSet(option) ? m_parser.value(option) : environment.value(variable);
        };
        StartOptions options;
        options.environmentClientId = environment.value(u"AUTH0_CLIENT_ID"_s);
        options.demo = m_parser.isSet(m_demo);
        options.secretFromStdin = m_parser.isSet(m_secretStdin);
        // Absolute, for the program leaves its working directory.
        const QString caFile = m_parser.isSet(m_profile)
            ? m_parser.value(m_caFile)
            : value(m_caFile, u"TENANTSCOPE_CA_FILE"_s);
        if (!caFile.isEmpty())
            options.caFile = QFileInfo(caFile).absoluteFilePath();
        const QString keyFile = m_parser.value(m_privateKey);
        if (!keyFile.isEmpty())
            options.privateKeyFile = QFileInfo(keyFile).absoluteFilePath();
        options.signingAlgorithm = Base::signingAlgorithmFrom(m_parser.value(m_signingAlg))
                                       .value_or(options.signingAlgorithm);
        if (m_parser.isSet(m_profile)) { // whatever the environment says of another tenant
            options.profile = m_parser.value(m_profile);
            return options;
        }
        options.values.domain = value(m_domain, u"AUTH0_DOMAIN"_s);
        options.values.clientId = value(m_clientId, u"AUTH0_CLIENT_ID"_s);
        options.values.audience = value(m_audience, u"AUTH0_AUDIENCE"_s);
        options.values.organization = m_parser.value(m_organization);
        return options;
    }

    const QCommandLineOption m_domain{
        u"domain"_s, tr("The tenant's domain, such as contoso.eu.auth0.com."), u"DOMAIN"_s};
    const QCommandLineOption m_clientId{
        u"client-id"_s, tr("The machine-to-machine application's client ID."), u"ID"_s};
    const QCommandLineOption m_privateKey{
        u"private-key"_s,
        tr("Signs token requests with the RSA key in this PEM file instead of sending a secret."),
        u"FILE"_s};
    const QCommandLineOption m_signingAlg{
        u"signing-alg"_s,
        tr("RS256 (unless told), RS384 or PS256: the one the key is registered with."), u"ALG"_s};
    const QCommandLineOption m_organization{
        u"organization"_s, tr("ID or name of the organization the token is for."), u"ORG"_s};
    const QCommandLineOption m_audience{
        u"audience"_s, tr("The API the token is for; by default https://DOMAIN/api/v2/."),
        u"URL"_s};
    const QCommandLineOption m_profile{
        u"profile"_s,
        tr("Connects to a saved tenant, with its secret from the keychain, AUTH0_CLIENT_SECRET when none is "
           "saved, or its key file. tenantscope-cli profiles saves one, and so does the form."),
        u"NAME"_s};
    const QCommandLineOption m_demo{
        u"demo"_s, tr("Opens the demo tenant, which lives on this computer, and connects.")};
    const QCommandLineOption m_caFile{
        u"ca-file"_s, tr("A PEM file with the authorities to trust instead of the system's."),
        u"FILE"_s};
    const QCommandLineOption m_secretStdin{
        u"secret-stdin"_s, tr("Reads the client secret from standard input.")};
    const QCommandLineOption m_help{{u"h"_s, u"help"_s}, tr("Prints this help.")};
    const QCommandLineOption m_version{{u"v"_s, u"version"_s}, tr("Prints the version.")};
    QCommandLineParser m_parser;
};

} // namespace

StartOptions readStartOptions(const QStringList &arguments, const QProcessEnvironment &environment)
{
    return Reader().read(arguments, environment);
}

} // namespace Tenantscope::Ui
