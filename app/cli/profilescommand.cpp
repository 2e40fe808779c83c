// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/profilescommand.h"

#include "app/base/plaintext.h"
#include "app/cli/console.h"
#include "app/cli/jsontext.h"
#include "app/cli/output.h"
#include "app/cli/text.h"
#include "app/cli/textcolumns.h"
#include "app/session/profilesave.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;
using Tenant::Profile;

namespace {

QByteArray line(const QJsonDocument &json)
{
    return oneLineJson(json.toJson(QJsonDocument::Compact)) + '\n';
}

QString secretWord(const Profile &profile)
{
    if (!profile.privateKeyFile.isEmpty())
        return Text::tr("private key");
    return profile.isSecretSaved ? Text::tr("in the keychain") : Text::tr("not saved");
}

QString savedNote(const Profile &profile)
{
    if (!profile.privateKeyFile.isEmpty())
        return Text::tr(
                   "Profile “%1” is saved. It signs with the key in %2, which must stay there.")
            .arg(profile.name, Base::plainLine(profile.privateKeyFile));
    return profile.isSecretSaved
        ? Text::tr("Profile “%1” is saved, its secret in the keychain.").arg(profile.name)
        : Text::tr("Profile “%1” is saved, without a secret. With it, give the secret by "
                   "AUTH0_CLIENT_SECRET or --secret-stdin.")
              .arg(profile.name);
}

QString waitingForKeychain()
{
    return Text::tr("Waiting for your keychain…");
}

} // namespace

ProfilesCommand::ProfilesCommand(
    ProfilesWish wish, SavedConnection added, Tenant::ProfileStore &store,
    const Secrets::SecretStore &keychain, Output &output, Console &console)
    : m_wish(std::move(wish))
    , m_added(std::move(added))
    , m_store(store)
    , m_keychain(keychain)
    , m_output(output)
    , m_console(console)
{
}

void ProfilesCommand::start()
{
    const Base::Result<void> loaded = m_store.load();
    noteDamage(m_store, m_console);
    if (!loaded)
        return fail(loaded.error());
    switch (m_wish.action) {
    case ProfilesWish::Action::List:
        return print(printedProfiles(m_store.profiles(), m_wish.format));
    case ProfilesWish::Action::Show:
        if (const Base::Result<Profile> profile = m_store.find(m_wish.name))
            return print(printedProfile(*profile, m_wish.format));
        else
            return fail(profile.error());
    case ProfilesWish::Action::Add:
        return add();
    case ProfilesWish::Action::Remove:
        return remove();
    }
}

void ProfilesCommand::abandon()
{
    if (m_save)
        m_save->abandon();
}

void ProfilesCommand::add()
{
    if (m_added.profile.isSecretSaved)
        m_console.progress(waitingForKeychain());
    m_save = new Session::ProfileSave(
        m_store, m_keychain,
        {.profile = m_added.profile,
         .secret = std::exchange(m_added.secret, {}),
         .needsSecret = true},
        this);
    connect(m_save, &Session::ProfileSave::finished, this, [this] {
        m_console.clearProgress();
        if (const Session::ProfileSaved &saved = m_save->result(); saved.error)
            fail(*saved.error);
        else
            end({}, savedNote(*saved.profile));
    });
    m_save->start();
}

void ProfilesCommand::remove()
{
    const Base::Result<Profile> profile = m_store.find(m_wish.name);
    if (!profile)
        return fail(profile.error());
    m_wish.name = profile->name;
    if (!profile->isSecretSaved)
        return forget();
    m_console.progress(waitingForKeychain());
    auto *job = m_keychain.remove(profile->name, this);
    connect(job, &Secrets::KeychainJob::finished, this, [this, job] {
        m_console.clearProgress();
        if (const Base::Result<Base::Secret> removed = job->takeResult())
            forget();
        else
            fail(removed.error());
    });
}

void ProfilesCommand::forget()
{
    end(m_store.remove(m_wish.name), Text::tr("Profile “%1” is removed.").arg(m_wish.name));
}

void ProfilesCommand::print(const QByteArray &text)
{
    m_output.write(text);
    Q_EMIT finished(ExitCode::Success);
}

void ProfilesCommand::end(const Base::Result<void> &result, const QString &note)
{
    if (!result)
        return fail(result.error());
    m_console.note(note);
    Q_EMIT finished(ExitCode::Success);
}

void ProfilesCommand::fail(const Base::Error &error)
{
    m_console.fail(error, Session::Doing::SigningIn);
    Q_EMIT finished(exitCodeFor(error.kind));
}

void noteDamage(const Tenant::ProfileStore &store, Console &console)
{
    if (!store.setAside().isEmpty())
        console.note(Text::tr("The profiles file was damaged. What could be read of it is kept; "
                              "the file as it was is now %1.")
                         .arg(store.setAside()));
}

QByteArray printedProfiles(const QList<Profile> &profiles, ProfilesWish::Format format)
{
    if (format == ProfilesWish::Format::Json) {
        QJsonArray list;
        for (const Profile &profile : profiles)
            list.append(toJson(profile));
        return line(QJsonDocument(list));
    }
    QList<QStringList> rows{
        {Text::tr("NAME"), Text::tr("ENVIRONMENT"), Text::tr("DOMAIN"), Text::tr("CLIENT ID"),
         Text::tr("SECRET")}};
    for (const Profile &profile : profiles)
        rows.append(
            {profile.name, nameOf(profile.environment), profile.domain.text(), profile.clientId,
             secretWord(profile)});
    return inColumns(rows);
}

QByteArray printedProfile(const Profile &profile, ProfilesWish::Format format)
{
    if (format == ProfilesWish::Format::Json)
        return line(QJsonDocument(toJson(profile)));
    const QString caFile = profile.caFile.isEmpty() ? Text::tr("the system's roots")
                                                    : Base::plainLine(profile.caFile);
    QList<QStringList> rows;
    const auto add = [&rows](const QString &title, const QString &value) {
        rows.append({title, value});
    };
    add(Text::tr("Name"), profile.name);
    add(Text::tr("Environment"), nameOf(profile.environment));
    add(Text::tr("Domain"), profile.domain.text());
    add(Text::tr("Client ID"), profile.clientId);
    add(Text::tr("Audience"), profile.audience);
    if (!profile.organization.isEmpty())
        add(Text::tr("Organization"), profile.organization);
    add(Text::tr("Trusts"), caFile);
    if (profile.privateKeyFile.isEmpty())
        add(Text::tr("Client secret"), secretWord(profile));
    else
        add(Text::tr("Private key"),
            Text::tr("%1 (%2)").arg(
                Base::plainLine(profile.privateKeyFile), nameOf(profile.signingAlgorithm)));
    return inColumns(rows);
}

} // namespace Tenantscope::Cli
