// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/presentation.h"

#include "app/base/plaintext.h"

#include <QApplication>
#include <QPointer>
#include <QVariant>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto presentationProperty = "tenantscopePresentation";
constexpr auto productionProperty = "tenantscopeProduction";
constexpr auto namesProperty = "tenantscopeNames";
constexpr qsizetype shortestWithin = 3; // characters of a name that is looked for within a text

/// Looks at \a place and all around it, windows too, until \a look has found what it wants.
void goOutwards(const QObject *place, const std::function<bool(const QObject &)> &look)
{
    while (place && !look(*place))
        place = place->parent();
}

/// A JWS or JWE; a client ID; the host in a URL; one of Auth0's own hosts.
QRegularExpression usualShapes()
{
    return QRegularExpression(
        uR"(\beyJ[\w-]+(?:\.[\w-]*){2,4}|\b(?:tpc_[0-9A-Za-z]{22}|[0-9A-Za-z]{32})(?![0-9A-Za-z]))"
        uR"(|(?<=://)[^\s/?#"'<>\\]+|(?<![\w.-])[\w.-]+\.auth0\.com\b)"_s);
}

QRegularExpression anyOf(QStringList names)
{
    for (const QString &name : QStringList(names)) // labels have them neutralised
        names.append(Base::plainLine(name, name.size()));
    names.removeDuplicates();
    // The longer first: one may be a part of another.
    std::sort(names.begin(), names.end(), [](const QString &left, const QString &right) {
        return left.size() > right.size();
    });
    QStringList within;
    QStringList alone;
    for (const QString &name : std::as_const(names)) {
        if (name.size() >= shortestWithin)
            within.append(u"(?<!\\w)"_s + QRegularExpression::escape(name) + u"(?!\\w)"_s);
        else if (!name.isEmpty())
            alone.append(u'^' + QRegularExpression::escape(name) + u'$');
    }
    const QStringList all = within + alone;
    return all.isEmpty() ? QRegularExpression()
                         : QRegularExpression(
                             all.join(u'|'),
                             QRegularExpression::CaseInsensitiveOption
                                 | QRegularExpression::UseUnicodePropertiesOption);
}

/// \a text with a mask for all that has one of \a shapes. What cannot be examined to its end is masked as a whole.
QString without(const QRegularExpression &shapes, const QString &text)
{
    if (shapes.pattern().isEmpty())
        return text;
    QString rest;
    qsizetype place = 0;
    for (;;) {
        const QRegularExpressionMatch match = shapes.match(text, place);
        if (!match.isValid())
            return Presentation::mask.toString();
        if (!match.hasMatch())
            return rest + text.sliced(place);
        rest += text.sliced(place, match.capturedStart() - place) + Presentation::mask;
        place = match.capturedEnd();
    }
}

struct Place
{
    const Presentation *presentation = nullptr;
    bool isProduction = false;
    QStringList names;
};

Place placeOf(const QObject *object)
{
    Place place;
    goOutwards(object, [&place](const QObject &around) {
        if (!around.isWidgetType())
            return false;
        place.isProduction = place.isProduction || around.property(productionProperty).toBool();
        place.names += around.property(namesProperty).toStringList();
        place.presentation = around.property(presentationProperty).value<Presentation *>();
        return place.presentation != nullptr;
    });
    return place;
}

bool isOnFor(const QWidget &widget)
{
    const Presentation *presentation = Presentation::of(&widget);
    return presentation && presentation->isOn();
}

} // namespace

Presentation::Presentation(QWidget &window)
    : QObject(&window)
    , m_window(window)
    , m_shapes(usualShapes())
{
    m_window.setProperty(presentationProperty, QVariant::fromValue(this));
}

void Presentation::setOn(bool isOn)
{
    if (isOn == m_isOn)
        return;
    m_isOn = isOn;
    tellAll();
}

void Presentation::setNames(QStringList names)
{
    names.removeAll({});
    names.removeDuplicates();
    if (names == m_names)
        return;
    m_names = names;
    m_nameShapes = anyOf(names);
    if (m_isOn)
        tellAll();
}

QString Presentation::masked(const QString &text) const
{
    return m_isOn ? without(m_shapes, without(m_nameShapes, text)) : text;
}

const Presentation *Presentation::of(const QObject *place)
{
    return placeOf(place).presentation;
}

bool Presentation::isProduction(const QObject *place)
{
    return placeOf(place).isProduction;
}

void Presentation::markProduction(QWidget &place, bool isProduction)
{
    tellOf(place, productionProperty, isProduction);
}

void Presentation::setLocalNames(QWidget &place, const QStringList &names)
{
    tellOf(place, namesProperty, names);
}

void Presentation::tellOf(QWidget &place, const char *property, const QVariant &value)
{
    if (place.property(property) == value)
        return;
    place.setProperty(property, value);
    if (isOnFor(place))
        tell(QList<QWidget *>{&place} + place.findChildren<QWidget *>());
}

void Presentation::tell(const QList<QWidget *> &all)
{
    const QList<QPointer<QWidget>> widgets(all.begin(), all.end());
    for (QWidget *widget : widgets) {
        if (!widget) // one may have replaced another
            continue;
        QEvent change(changeEvent);
        QCoreApplication::sendEvent(widget, &change);
        widget->update();
    }
}

void Presentation::tellAll()
{
    QWidgetList ours = QApplication::allWidgets();
    ours.removeIf([this](const QWidget *widget) { return of(widget) != this; });
    tell(ours);
    Q_EMIT changed();
}

Masking maskingOf(const QObject *place)
{
    const Place around = placeOf(place);
    if (!around.presentation || !around.presentation->isOn())
        return {};
    const QRegularExpression names = around.isProduction ? anyOf(around.names)
                                                         : QRegularExpression();
    return [presentation = around.presentation, names](const QString &text) {
        return presentation->masked(without(names, text));
    };
}

QString shownText(const QObject *place, const QString &text)
{
    const Masking masking = maskingOf(place);
    return masking ? masking(text) : text;
}

QString shownName(const QObject *place, const QString &name)
{
    const Place around = placeOf(place);
    if (!around.presentation || !around.presentation->isOn() || name.isEmpty())
        return name;
    return around.isProduction ? Presentation::mask.toString() : around.presentation->masked(name);
}

QString shownIdentifier(const QObject *place, const QString &identifier)
{
    const Presentation *presentation = Presentation::of(place);
    return presentation && presentation->isOn() && !identifier.isEmpty()
        ? Presentation::mask.toString()
        : identifier;
}

} // namespace Tenantscope::Ui
