// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/snapshot.h"

#include "app/applications/snapshotformat.h"
#include "app/applications/snapshottaker.h"
#include "app/base/jsonscanner.h"
#include "app/management/publicmembers.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

using namespace SnapshotFormat;
using Base::ErrorKind;
using Management::Application;

namespace {

constexpr int deepest = 64 + 2; ///< of an answer's JSON, and the two levels around an application
constexpr qint64 pieceOfFile = 1'000'000; ///< as much memory is taken, whatever there is

tl::unexpected<Base::Error> noSnapshot(const QString &file, const QString &why)
{
    return Base::failure({.kind = ErrorKind::InvalidSnapshot, .subject = file, .detail = why});
}

tl::unexpected<Base::Error> unusable(const QString &file, const QString &why)
{
    return Base::failure({.kind = ErrorKind::FileUnusable, .subject = file, .detail = why});
}

void sort(QList<Application> &applications)
{
    std::stable_sort(
        applications.begin(), applications.end(),
        [](const Application &a, const Application &b) { return a.clientId() < b.clientId(); });
}

/// One after the other: the whole as one document would take several times its size in memory.
Base::Result<QList<Application>> applicationsFrom(const QByteArray &text, const QString &file)
{
    const auto spans = Base::arrayElements(text, {applicationsKey});
    if (!spans)
        return noSnapshot(file, u"it has no list “applications”"_s);
    QList<Application> applications;
    applications.reserve(spans->size());
    for (const Base::JsonSpan &span : *spans) {
        const QByteArray element = text.sliced(span.offset, span.size);
        const QJsonDocument document = QJsonDocument::fromJson(element);
        if (!document.isObject())
            return noSnapshot(file, u"an element of “applications” is no object"_s);
        applications.append(Application(Management::withoutSecrets(document.object())));
    }
    sort(applications);
    return applications;
}

/// What stands beside the applications.
QJsonDocument headOf(const QByteArray &text, QJsonParseError &error)
{
    const auto isApplications = [](const QStringList &path) {
        return path.size() == 1 && path.front() == applicationsKey;
    };
    return QJsonDocument::fromJson(Base::maskMembers(text, isApplications, "null"), &error);
}

} // namespace

Application publicApplication(const ApplicationStore &store, int row)
{
    return Application(Management::withoutSecrets(store.application(row).members()));
}

Snapshot snapshotOf(
    const ApplicationStore &store, const QString &domain, const QDateTime &takenAt, bool isComplete)
{
    SnapshotTaker taker(store, domain, takenAt, isComplete);
    while (taker.step()) {
    }
    return taker.take();
}

Base::Result<Snapshot> snapshotFrom(const QByteArray &text, const QString &file)
{
    if (Base::jsonDepth(text) > deepest)
        return noSnapshot(file, u"it nests too deeply"_s);
    QJsonParseError error;
    const QJsonDocument head = headOf(text, error);
    if (error.error != QJsonParseError::NoError)
        return noSnapshot(file, error.errorString());
    const QJsonObject root = head.object();
    if (root.value(formatKey).toString() != formatName)
        return noSnapshot(file, u"it does not say “tenantscope-snapshot”"_s);
    const QJsonValue version = root.value(versionKey);
    if (version.toDouble() > Snapshot::version)
        return Base::failure({.kind = ErrorKind::FileTooNew, .subject = file});
    if (version.toDouble() != Snapshot::version)
        return noSnapshot(file, u"it does not tell its version"_s);
    Base::Result<QList<Application>> applications = applicationsFrom(text, file);
    if (!applications)
        return Base::failure(applications.error());
    return Snapshot{
        .domain = root.value(domainKey).toString(),
        .takenAt = QDateTime::fromString(root.value(takenAtKey).toString(), Qt::ISODate).toUTC(),
        .isComplete = root.value(completeKey).toBool(),
        .applications = std::move(*applications)};
}

Base::Result<Snapshot> loadSnapshot(const QString &name, qint64 largest)
{
    QFile file(name);
    if (!file.open(QFile::ReadOnly))
        return unusable(name, file.errorString());
    const auto tooLarge = noSnapshot(name, u"it is larger than a gigabyte"_s);
    if (file.size() > largest) // of a pipe it is not known
        return tooLarge;
    QByteArray text;
    text.reserve(file.size());
    while (text.size() <= largest) {
        const QByteArray piece = file.read(pieceOfFile);
        if (piece.isEmpty())
            break;
        text += piece;
    }
    if (file.error() != QFile::NoError)
        return unusable(name, file.errorString());
    if (text.size() > largest)
        return tooLarge;
    return snapshotFrom(text, name);
}

} // namespace Tenantscope::Applications
