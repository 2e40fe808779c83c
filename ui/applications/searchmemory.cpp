// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/searchmemory.h"

#include "ui/applications/searchfield.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

#include <algorithm>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto recentKey = "/searches/recent"_L1;
constexpr auto viewsKey = "/searches/views"_L1;
constexpr auto searchesKey = "/searches"_L1;
constexpr auto nameMember = "name"_L1;
constexpr auto searchMember = "search"_L1;
constexpr auto typeMember = "type"_L1;
constexpr auto layoutMember = "layout"_L1;

QString textOf(const SavedView &view)
{
    QJsonObject object{
        {nameMember, view.name},
        {searchMember, view.search},
        {layoutMember, QJsonArray::fromStringList(layoutTexts(view.layout))}};
    if (view.type)
        object.insert(typeMember, *view.type);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

SavedView viewOf(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    SavedView view{
        .name = object.value(nameMember).toString().left(SearchMemory::longestName),
        .search = object.value(searchMember).toString().left(SearchField::longestSearch),
        .type = {},
        .layout = layoutOf(object.value(layoutMember).toVariant().toStringList())};
    if (object.contains(typeMember))
        view.type = object.value(typeMember).toString();
    return view;
}

} // namespace

void SearchMemory::remember(const QString &search)
{
    const QString text = search.trimmed();
    if (text.isEmpty())
        return;
    m_recent.removeAll(text);
    m_recent.prepend(text);
    m_recent = m_recent.first(std::min(mostRecent, m_recent.size()));
}

void SearchMemory::forgetRecent()
{
    m_recent.clear();
}

bool SearchMemory::keep(const SavedView &view)
{
    remove(view.name);
    if (m_views.size() >= mostViews)
        return false;
    const auto place = std::ranges::find_if(m_views, [&view](const SavedView &other) {
        return other.name.localeAwareCompare(view.name) > 0;
    });
    m_views.insert(place, view);
    return true;
}

void SearchMemory::remove(const QString &name)
{
    m_views.removeIf([&name](const SavedView &view) { return view.name == name; });
}

void SearchMemory::save(QSettings &settings, const QString &group) const
{
    QStringList views;
    for (const SavedView &view : m_views)
        views.append(textOf(view));
    settings.setValue(QString(group + recentKey), m_recent);
    settings.setValue(QString(group + viewsKey), views);
}

void SearchMemory::restore(const QSettings &settings, const QString &group)
{
    m_recent.clear();
    m_views.clear();
    const QStringList recent = settings.value(QString(group + recentKey)).toStringList();
    std::for_each(recent.rbegin(), recent.rend(), [this](const QString &search) {
        remember(search.left(SearchField::longestSearch));
    });
    for (const QString &text : settings.value(QString(group + viewsKey)).toStringList()) {
        if (const SavedView view = viewOf(text); !view.name.trimmed().isEmpty())
            keep(view);
    }
}

void SearchMemory::erase(QSettings &settings, const QString &group)
{
    settings.remove(QString(group + searchesKey));
}

} // namespace Tenantscope::Ui
