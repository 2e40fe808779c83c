// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/plaintext.h"
#include "app/secrets/keychain.h"
#include "app/session/wording.h"
#include "app/tenant/profile.h"

namespace Tenantscope::Session {

using Base::ErrorKind;

namespace {

namespace ProfileRule = Tenant::ProfileRule;
namespace KeychainProblem = Secrets::KeychainProblem;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

constexpr Ruling profileRulings[] = {
    {ProfileRule::nameEmpty, QT_TRANSLATE_NOOP("Sentence", "Its name is empty."),
     QT_TRANSLATE_NOOP("Sentence", "Give it a name, for example that of its tenant.")},
    {ProfileRule::nameTooLong,
     QT_TRANSLATE_NOOP("Sentence", "Its name is longer than 100 characters."),
     QT_TRANSLATE_NOOP("Sentence", "Give it a shorter one.")},
    {ProfileRule::nameCharacter,
     QT_TRANSLATE_NOOP(
         "Sentence", "Its name starts with a hyphen, or holds an invisible character."),
     QT_TRANSLATE_NOOP("Sentence", "Type the name anew.")},
    {ProfileRule::nameTaken,
     QT_TRANSLATE_NOOP(
         "Sentence", "There is one of that name; upper and lower case count the same."),
     QT_TRANSLATE_NOOP("Sentence", "Choose another name, or remove the other profile first.")},
    {ProfileRule::unknown, QT_TRANSLATE_NOOP("Sentence", "There is none of that name."),
     QT_TRANSLATE_NOOP("Sentence", "tenantscope-cli profiles list shows those there are.")},
};

constexpr Ruling keychainRulings[] = {
    {KeychainProblem::absent,
     QT_TRANSLATE_NOOP("Sentence", "There is no keychain here: no secret service answers."),
     QT_TRANSLATE_NOOP(
         "Sentence",
         "Start one, for example gnome-keyring, or give the secret for this time only.")},
    {KeychainProblem::notFound,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The keychain has no entry for it, or is locked and cannot ask to be unlocked."),
     QT_TRANSLATE_NOOP("Sentence", "Unlock it, or save the secret again.")},
    {KeychainProblem::neverSaved, QT_TRANSLATE_NOOP("Sentence", "None was saved with it."),
     QT_TRANSLATE_NOOP(
         "Sentence", "Type it, or set AUTH0_CLIENT_SECRET to it before the program starts.")},
    {KeychainProblem::denied,
     QT_TRANSLATE_NOOP("Sentence", "The keychain is locked, or access to it was refused."),
     QT_TRANSLATE_NOOP("Sentence", "Unlock it, then try again.")},
    {KeychainProblem::busy,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The keychain did not answer in time; it may be waiting for you to unlock it."),
     QT_TRANSLATE_NOOP("Sentence", "Unlock it, then try again.")},
};

/// "Profile “Contoso” cannot be used."
QString opening(const char *named, const char *unnamed, const Base::Error &error)
{
    return error.subject.isEmpty() ? Text::tr(unnamed) : Text::tr(named).arg(subjectOf(error));
}

Sentence describeFile(const Base::Error &error)
{
    const QString what = Text::tr("The file %1 cannot be used.").arg(subjectOf(error));
    if (error.kind == ErrorKind::FileTooNew)
        return {
            what,
            Text::tr("A later version of Tenantscope wrote it."),
            Text::tr("Use that version. Nothing in the file was changed."),
            {},
            Remedy::None};
    if (error.kind == ErrorKind::InvalidSnapshot)
        return {
            Text::tr("The file %1 is no snapshot.").arg(subjectOf(error)),
            error.detail.isEmpty() ? Text::tr("It does not hold what a snapshot holds.")
                                   : Text::tr("The reason: %1.").arg(Base::plainLine(error.detail)),
            Text::tr("Take one with tenantscope-cli snapshot --out FILE."),
            {},
            Remedy::None};
    return {
        what,
        error.detail.isEmpty() ? Text::tr("It cannot be read or written.")
                               : Text::tr("The reason: %1.").arg(Base::plainLine(error.detail)),
        Text::tr("Check its permissions and the space on its disk."),
        {},
        Remedy::None};
}

} // namespace

Sentence describeKept(const Base::Error &error)
{
    switch (error.kind) {
    case ErrorKind::InvalidProfile:
        return ruled(
            opening(
                QT_TRANSLATE_NOOP("Sentence", "Profile “%1” cannot be used."),
                QT_TRANSLATE_NOOP("Sentence", "This profile cannot be used."), error),
            profileRulings, error, Remedy::None);
    case ErrorKind::KeychainFailed:
        return ruled(
            opening(
                QT_TRANSLATE_NOOP("Sentence", "The secret of profile “%1” could not be reached."),
                QT_TRANSLATE_NOOP("Sentence", "The profile's secret could not be reached."), error),
            keychainRulings, error, Remedy::None);
    default:
        return describeFile(error);
    }
}

} // namespace Tenantscope::Session
