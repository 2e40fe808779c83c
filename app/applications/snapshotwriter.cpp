// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/snapshotwriter.h"

#include "app/applications/snapshot.h"
#include "app/applications/snapshotformat.h"
#include "app/base/safejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <utility>

namespace Tenantscope::Applications {

using namespace SnapshotFormat;
using Management::Application;

namespace {

constexpr int fewApplications = 5;

/// The whole file, but for the applications: they come first, as keys are sorted.
QByteArray frameOf(const QString &domain, const QDateTime &takenAt, bool isComplete)
{
    const QJsonObject root{
        {formatKey, formatName},   {versionKey, Snapshot::version},
        {domainKey, domain},       {takenAtKey, takenAt.toUTC().toString(Qt::ISODate)},
        {completeKey, isComplete}, {applicationsKey, QJsonArray()}};
    return Base::safeJson(QJsonDocument(root).toJson());
}

/// \a application as deep within the file as it stands there.
QByteArray textOf(const Application &application)
{
    constexpr QByteArrayView before = "[\n    [\n";
    constexpr QByteArrayView after = "\n    ]\n]\n";
    QJsonArray inner;
    inner.append(application.members());
    QJsonArray outer;
    outer.append(inner);
    const QByteArray text = QJsonDocument(outer).toJson();
    return Base::safeJson(text.sliced(before.size(), text.size() - before.size() - after.size()));
}

} // namespace

SnapshotWriter::SnapshotWriter(
    const ApplicationStore &store, const QString &domain, const QDateTime &takenAt, bool isComplete)
    : m_store(store)
{
    constexpr QByteArrayView opening = "[\n";
    const QByteArray frame = frameOf(domain, takenAt, isComplete);
    const qsizetype inside = frame.indexOf(opening) + opening.size();
    m_head = frame.first(inside);
    m_foot = frame.sliced(inside);
}

std::optional<QByteArray> SnapshotWriter::next()
{
    if (m_foot.isEmpty())
        return std::nullopt;
    QByteArray piece;
    for (int i = 0; i < fewApplications; ++i) {
        if (m_gathered < m_store.size())
            gather();
        else
            piece += written();
    }
    return piece;
}

void SnapshotWriter::gather()
{
    const Application application = publicApplication(m_store, m_gathered++);
    m_texts.emplace(application.clientId(), textOf(application));
}

QByteArray SnapshotWriter::written()
{
    if (m_texts.empty())
        return std::exchange(m_head, {}) + std::exchange(m_foot, {});
    const QByteArray text = m_texts.extract(m_texts.begin()).mapped();
    return std::exchange(m_head, {}) + text + (m_texts.empty() ? "\n" : ",\n");
}

Base::Result<void> saveSnapshot(SnapshotWriter writer, const QString &name)
{
    QSaveFile file(name);
    const bool isOpen = file.open(QFileDevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    while (isOpen && file.error() == QFileDevice::NoError) {
        const std::optional<QByteArray> piece = writer.next();
        if (!piece)
            break;
        file.write(*piece);
    }
    if (isOpen && file.commit())
        return {};
    return Base::failure(
        {.kind = Base::ErrorKind::FileUnusable, .subject = name, .detail = file.errorString()});
}

} // namespace Tenantscope::Applications
