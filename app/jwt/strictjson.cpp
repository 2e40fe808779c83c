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

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// RFC 8259 §6. \a number has no characters but those of numbers.
bool isNumber(QByteArrayView number)
{
    qsizetype at = 0;
    const auto take = [&](QByteArrayView any) {
        const bool isThere = at < number.size() && any.contains(number[at]);
        at += isThere ? 1 : 0;
        return isThere;
    };
    const auto digits = [&] {
        const qsizetype first = at;
        while (at < number.size() && isDigit(number[at]))
            ++at;
        return at > first;
    };
    take("-");
    if (!take("0") && !digits())
        return false;
    if (take(".") && !digits())
        return false;
    if (take("eE")) {
        take("+-");
        if (!digits())
            return false;
    }
    return at == number.size();
}

/// Past the string that begins at \a at; 0: it holds what RFC 8259 §7 forbids. That it ends is known.
qsizetype passString(QByteArrayView json, qsizetype at)
{
    for (++at; json[at] != '"'; ++at) {
        if (uchar(json[at]) < 0x20)
            return 0;
        if (json[at] == '\\' && !QByteArrayView("\"\\/bfnrtu").contains(json[++at]))
            return 0;
    }
    return at + 1;
}

} // namespace

bool isStrict(QByteArrayView json)
{
    if (json.startsWith("\xEF\xBB\xBF")) // §8.1
        return false;
    for (qsizetype at = 0; at < json.size();) {
        if (json[at] == '"') {
            at = passString(json, at);
            if (at == 0)
                return false;
            continue;
        }
        const qsizetype start = at;
        while (at < json.size()
               && (isDigit(json[at]) || QByteArrayView("+-.eE").contains(json[at])))
            ++at;
        if (at == start)
            ++at;
        else if (json.sliced(start, at - start) != "e" && !isNumber(json.sliced(start, at - start)))
            return false; // an "e" is of "true" or "false"
    }
    return true;
}

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
