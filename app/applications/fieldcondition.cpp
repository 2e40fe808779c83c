// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/fieldcondition.h"

#include "app/applications/bytesearch.h"
#include "app/applications/fieldpaths.h"
#include "app/applications/fieldvalue.h"
#include "app/applications/searchtext.h"

namespace Tenantscope::Applications {

namespace {

struct Split
{
    QString path;
    QStringView word; ///< behind the first equals sign that is none of the path's
};

Split splitAtSign(QStringView text)
{
    Split split;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        if (text[i] == u'=') {
            split.word = text.sliced(i + 1);
            break;
        }
        if (text[i] == u'\\' && (next == u'=' || next == u'\\'))
            ++i;
        split.path += text[i];
    }
    return split;
}

/// Whether \a text is one of the folded \a texts.
bool isAmong(QByteArrayView texts, QByteArrayView text)
{
    while (true) {
        const qsizetype end = texts.indexOf(elementMark);
        if ((end < 0 ? texts : texts.first(end)) == text)
            return true;
        if (end < 0)
            return false;
        texts = texts.sliced(end + 1);
    }
}

} // namespace

std::optional<FieldCondition> FieldCondition::create(QStringView text, Match match)
{
    const Split split = splitAtSign(text);
    if (split.path.isEmpty())
        return std::nullopt;
    FieldCondition condition;
    if (isListed(split.path))
        condition.m_field = ownColumn(split.path);
    const QByteArray word = fold(split.word);
    if (split.word == emptyWord) {
        condition.m_asks = Asks::Emptiness;
    } else if (!word.isEmpty()) {
        condition.m_asks = match == Match::Whole ? Asks::Whole : Asks::Part;
        condition.m_word = word;
    }
    return condition;
}

bool FieldCondition::holds(const ApplicationStore &store, int row) const
{
    if (!m_field)
        return false;
    const FieldTexts field = store.fieldTexts(row, *m_field);
    switch (m_asks) {
    case Asks::Presence:
        return field.absence != Absence::Missing;
    case Asks::Emptiness:
        return field.absence == Absence::Null || field.absence == Absence::Empty;
    case Asks::Part: // of one text: no word has the mark between two
        return field.absence == Absence::None && contains(foldTexts(field.texts), m_word);
    case Asks::Whole:
        return field.absence == Absence::None && isAmong(foldTexts(field.texts), m_word);
    }
    Q_UNREACHABLE();
}

bool FieldCondition::isWithin(const FieldCondition &wider) const
{
    if (m_field != wider.m_field)
        return false;
    switch (wider.m_asks) {
    case Asks::Presence:
        return true;
    case Asks::Emptiness:
        return m_asks == Asks::Emptiness;
    case Asks::Part:
        return (m_asks == Asks::Part || m_asks == Asks::Whole) && contains(m_word, wider.m_word);
    case Asks::Whole:
        return m_asks == Asks::Whole && m_word == wider.m_word;
    }
    Q_UNREACHABLE();
}

QString writtenPath(QString path)
{
    return path.replace(u'\\', QLatin1StringView("\\\\")).replace(u'=', QLatin1StringView("\\="));
}

} // namespace Tenantscope::Applications
