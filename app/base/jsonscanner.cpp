// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/jsonscanner.h"

#include "app/base/jsonwalker.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Tenantscope::Base {

namespace {

/// A member name as QJsonDocument reads it.
QString decodedName(QByteArrayView raw)
{
    if (!raw.contains('\\'))
        return QString::fromUtf8(raw);
    const QByteArray document = QByteArray("[\"") + raw.toByteArray() + QByteArray("\"]");
    return QJsonDocument::fromJson(document).array().first().toString();
}

/// The elements of the array at \a path from step \a step on; nullopt: there is none. Sets \a whole to
/// false when the text is no JSON.
std::optional<QList<JsonSpan>> elementsBelow(
    JsonWalker &walker, const QStringList &path, qsizetype step, bool &whole)
{
    std::optional<QList<JsonSpan>> found;
    if (step == path.size() && walker.kind() == JsonKind::Array) {
        found.emplace();
        whole = walker.array([&] {
            const qsizetype start = walker.position();
            const bool passed = walker.value();
            found->append({start, walker.position() - start});
            return passed;
        });
    } else if (step < path.size() && walker.kind() == JsonKind::Object) {
        whole = walker.object([&](QByteArrayView name) {
            if (decodedName(name) != path[step])
                return walker.value();
            bool passed = true;
            found = elementsBelow(walker, path, step + 1, passed); // the last of duplicates counts
            return passed;
        });
    } else {
        whole = walker.value();
    }
    return found;
}

using IsSecret = std::function<bool(const QStringList &path, JsonKind kind)>;

/// Copies a JSON text, putting a mask in the place of secret values.
class Masker final
{
public:
    Masker(QByteArrayView json, const IsSecret &isSecret, QByteArrayView mask)
        : m_json(json)
        , m_isSecret(isSecret)
        , m_mask(mask)
        , m_walker(json)
    {
    }

    [[nodiscard]] QByteArray run()
    {
        m_walker.skipBlanks();
        if (value() && m_walker.isDone())
            m_masked.append(m_json.sliced(m_copied));
        else if (m_copied < m_json.size())
            maskUpTo(m_walker.position(), m_json.size());
        return m_masked;
    }

private:
    bool value()
    {
        if (m_walker.kind() == JsonKind::Object)
            return m_walker.object([this](QByteArrayView name) { return member(name); });
        if (m_walker.kind() == JsonKind::Array)
            return m_walker.array([this] { return value(); });
        return m_walker.value();
    }

    bool member(QByteArrayView name)
    {
        m_path.append(decodedName(name));
        bool passed = false;
        if (m_isSecret(m_path, m_walker.kind())) {
            const qsizetype start = m_walker.position();
            passed = m_walker.value();
            // A secret that is not whole hides all that follows it.
            maskUpTo(start, passed ? m_walker.position() : m_json.size());
        } else {
            passed = value();
        }
        m_path.removeLast();
        return passed;
    }

    void maskUpTo(qsizetype start, qsizetype end)
    {
        m_masked.append(m_json.sliced(m_copied, std::max<qsizetype>(0, start - m_copied)));
        m_masked.append(m_mask);
        m_copied = end;
    }

    QByteArrayView m_json;
    const IsSecret &m_isSecret;
    QByteArrayView m_mask;
    JsonWalker m_walker;
    QStringList m_path;
    QByteArray m_masked;
    qsizetype m_copied = 0; ///< how much of the text is dealt with
};

} // namespace

std::optional<QList<JsonSpan>> arrayElements(QByteArrayView json, const QStringList &path)
{
    JsonWalker walker(json);
    walker.skipBlanks();
    bool whole = true;
    std::optional<QList<JsonSpan>> found = elementsBelow(walker, path, 0, whole);
    if (!whole || !walker.isDone())
        return std::nullopt;
    return found;
}

QByteArray maskMembers(
    QByteArrayView json, const std::function<bool(const QStringList &path)> &isSecret,
    QByteArrayView mask)
{
    const IsSecret byPath = [&isSecret](const QStringList &path, JsonKind) {
        return isSecret(path);
    };
    return Masker(json, byPath, mask).run();
}

QByteArray maskMembers(
    QByteArrayView json,
    const std::function<bool(const QStringList &path, JsonKind kind)> &isSecret,
    QByteArrayView mask)
{
    return Masker(json, isSecret, mask).run();
}

int jsonDepth(QByteArrayView json)
{
    int depth = 0;
    int deepestSeen = 0;
    for (qsizetype i = 0; i < json.size(); ++i) {
        switch (json[i]) {
        case '"':
            i = closingQuote(json, i + 1);
            break;
        case '{':
        case '[':
            deepestSeen = std::max(deepestSeen, ++depth);
            break;
        case '}':
        case ']':
            depth = std::max(0, depth - 1);
            break;
        default:
            break;
        }
    }
    return deepestSeen;
}

} // namespace Tenantscope::Base
