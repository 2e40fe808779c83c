// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/strictjson.h"

#include "app/base/jsonwalker.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace Tenantscope::Jwt {

namespace {

constexpr int deepestJson = 64;

QByteArray wrapped(QByteArrayView json)
{
    return QByteArray::fromRawData(json.data(), json.size());
}

/// The name that stands in \a raw between its quotes.
QString nameIn(QByteArrayView raw)
{
    if (!raw.contains('\\'))
        return QString::fromUtf8(raw);
    const QByteArray json = "[\"" + raw.toByteArray() + "\"]";
    return QJsonDocument::fromJson(json).array().first().toString();
}

/// Walks over a text until it meets a name for the second time within one object.
class DuplicateSearch final
{
public:
    DuplicateSearch(QByteArrayView json, Reach reach)
        : m_walker(json)
        , m_reach(reach)
    {
        m_walker.skipBlanks();
    }

    /// True when a whole value was passed; false when a duplicate was met, or a doubt arose.
    bool passes()
    {
        switch (m_walker.kind()) {
        case Base::JsonKind::Object:
            return passesObject();
        case Base::JsonKind::Array:
            return m_walker.array([this] { return passes(); });
        default:
            return m_walker.value();
        }
    }

    [[nodiscard]] const QString &duplicate() const { return m_duplicate; }

private:
    bool passesObject()
    {
        QSet<QString> names;
        return m_walker.object([this, &names](QByteArrayView raw) {
            const QString name = nameIn(raw);
            if (names.contains(name)) {
                m_duplicate = name;
                return false;
            }
            names.insert(name);
            return m_reach == Reach::AllLevels ? passes() : m_walker.value();
        });
    }

    Base::JsonWalker m_walker;
    Reach m_reach;
    QString m_duplicate; ///< stays empty after a doubt, which counts as one too
};

} // namespace

std::optional<QJsonObject> readObject(QByteArrayView json)
{
    // Asked first, because the parser itself goes down to 1,024.
    if (Base::jsonDepth(json) > deepestJson)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(wrapped(json));
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<QString> duplicateMember(QByteArrayView json, Reach reach)
{
    DuplicateSearch search(json, reach);
    return search.passes() ? std::nullopt : std::optional(search.duplicate());
}

} // namespace Tenantscope::Jwt
