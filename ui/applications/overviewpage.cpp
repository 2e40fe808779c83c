// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/overviewpage.h"

#include "ui/applications/highlight.h"
#include "ui/applications/listwords.h"
#include "ui/applications/typeword.h"
#include "ui/applications/valuerow.h"
#include "ui/shared/actionbutton.h"
#include "ui/shared/icons.h"
#include "ui/shared/plainlabel.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Session::Emptiness;
using Session::emptinessWords;

struct OverviewMember
{
    QLatin1StringView name;
    const char *label;
    bool isTechnical = false;
};

namespace {

constexpr int mostValues = 50; // of one member; All fields has the others

constexpr OverviewMember members[] = {
    {"name"_L1, QT_TRANSLATE_NOOP("Tenantscope::Ui::OverviewPage", "Name")},
    {"client_id"_L1, QT_TRANSLATE_NOOP("Tenantscope::Ui::OverviewPage", "Client ID"), true},
    {"client_secret"_L1, QT_TRANSLATE_NOOP("Tenantscope::Ui::OverviewPage", "Client secret")},
    {"app_type"_L1, QT_TRANSLATE_NOOP("Tenantscope::Ui::OverviewPage", "Type")},
    {"description"_L1, QT_TRANSLATE_NOOP("Tenantscope::Ui::OverviewPage", "Description")},
    {"is_first_party"_L1, QT_TRANSLATE_NOOP("Tenantscope::Ui::OverviewPage", "First party")},
    {"grant_types"_L1, QT_TRANSLATE_NOOP("Tenantscope::Ui::OverviewPage", "Grant types"), true},
    {"token_endpoint_auth_method"_L1,
     QT_TRANSLATE_NOOP("Tenantscope::Ui::OverviewPage", "Token endpoint authentication"), true},
    {"callbacks"_L1, QT_TRANSLATE_NOOP("Tenantscope::Ui::OverviewPage", "Callbacks"), true},
    {"allowed_logout_urls"_L1, QT_TRANSLATE_NOOP("Tenantscope::Ui::OverviewPage", "Logout URLs"),
     true},
    {"web_origins"_L1, QT_TRANSLATE_NOOP("Tenantscope::Ui::OverviewPage", "Web origins"), true},
    {"allowed_origins"_L1,
     QT_TRANSLATE_NOOP("Tenantscope::Ui::OverviewPage", "Allowed origins (CORS)"), true},
    {"initiate_login_uri"_L1, QT_TRANSLATE_NOOP("Tenantscope::Ui::OverviewPage", "Login URI"),
     true},
    {"client_metadata"_L1, QT_TRANSLATE_NOOP("Tenantscope::Ui::OverviewPage", "Metadata"), true},
    {"addons"_L1, QT_TRANSLATE_NOOP("Tenantscope::Ui::OverviewPage", "Add-ons"), true},
};

/// A value as the lines that are read and copied one by one.
QStringList linesOf(const QJsonValue &value)
{
    QStringList lines;
    if (value.isArray()) {
        for (const QJsonValue &element : value.toArray())
            lines.append(element.isString() ? element.toString() : valueLine(element));
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            lines.append(QString(it.key() + u" = " + valueLine(*it)));
    } else {
        lines.append(value.isString() ? value.toString() : valueLine(value));
    }
    return lines;
}

void addValues(
    QVBoxLayout &layout, const QString &label, const QStringList &values, bool isTechnical,
    const Marker &marker)
{
    const auto kind = isTechnical ? ValueRow::Kind::Technical : ValueRow::Kind::Text;
    for (const QString &value : values.first(std::min<qsizetype>(mostValues, values.size()))) {
        auto *row = new ValueRow(value, label, kind, nullptr);
        row->setMarker(marker);
        layout.addWidget(row);
    }
    if (values.size() > mostValues) {
        const QString more = numberText(values.size() - mostValues);
        layout.addWidget(new PlainLabel(
            OverviewPage::tr("%1 more: see All fields").arg(more), PlainLabel::Style::Secondary));
    }
}

void addAbsence(QVBoxLayout &layout, Emptiness emptiness, QAnyStringView member)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addStrut(28); // as high as a value with its button
    if (emptiness == Emptiness::NotVisible) {
        auto *lock = new PlainLabel;
        lock->setPixmap(icon(u"lock"_s).pixmap(16, 16));
        row->addWidget(lock);
    }
    auto *words = new PlainLabel(PlainLabel::Style::Secondary);
    words->setWordWrap(true);
    words->setText(emptinessWords(emptiness, member));
    row->addWidget(words, 1);
    layout.addLayout(row);
}

} // namespace

OverviewPage::OverviewPage(QWidget *parent)
    : QScrollArea(parent)
{
    setAccessibleName(tr("Overview"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Base);
}

void OverviewPage::setQuery(const Applications::SearchQuery &query)
{
    m_query = query;
    viewport()->update();
}

Marker OverviewPage::markerFor(QAnyStringView member) const
{
    return [this, path = member.toString()](const QString &shown) {
        return foundSpans(shown, m_query.wordsAt(path));
    };
}

void OverviewPage::addMember(
    QVBoxLayout &layout, const ApplicationDetails &details, const OverviewMember &member)
{
    const QString label = tr(member.label);
    layout.addSpacing(8);
    layout.addWidget(new PlainLabel(label, PlainLabel::Style::Secondary));
    const std::optional<Emptiness> emptiness = details.emptinessOf(member.name);
    const Marker marker = markerFor(member.name);
    const QJsonValue value = details.members.value(member.name);
    if (member.name == "app_type"_L1)
        addValues(layout, label, {typeWord(value.toString())}, false, marker);
    else if (member.name == "client_secret"_L1)
        addSecret(layout, details);
    else if (emptiness)
        addAbsence(layout, *emptiness, member.name);
    else
        addValues(layout, label, linesOf(value), member.isTechnical, marker);
}

/// It is never here: what the details have of it is masked.
void OverviewPage::addSecret(QVBoxLayout &layout, const ApplicationDetails &details)
{
    const QString member = u"client_secret"_s;
    addAbsence(layout, details.emptinessOf(member).value_or(Emptiness::NotFetched), member);
    if (m_secretActions.isEmpty())
        return;
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (QAction *action : std::as_const(m_secretActions))
        row->addWidget(new ActionButton(action));
    row->addStretch();
    layout.addLayout(row);
}

void OverviewPage::setDetails(const ApplicationDetails &details)
{
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 8, 8, 16);
    layout->setSpacing(0);
    for (const OverviewMember &member : members)
        addMember(*layout, details, member);
    layout->addStretch();
    setWidget(content); // which deletes the one before
}

} // namespace Tenantscope::Ui
