// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QEvent>
#include <QObject>
#include <QRegularExpression>
#include <QStringList>
#include <QVariant>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

/// Presentation mode: what a window and its dialogs do not show while others look on. Masks tokens, domains, client IDs
/// and names of production in all that is read, by eye or by ear; what is copied keeps its real value.
class Presentation final : public QObject
{
    Q_OBJECT

public:
    static constexpr QStringView mask = u"••••••••"; ///< of one length, whatever it stands for
    /// Sent to every widget of the window when what is masked has changed.
    static constexpr auto changeEvent = QEvent::Type(QEvent::User + 1);

    /// Serves \a window and the dialogs it is the parent of; off at first.
    explicit Presentation(QWidget &window);

    void setOn(bool isOn);
    /// What is masked wherever it stands, whatever its case: domains, client IDs, names of production. One of less than
    /// three characters is masked only where it stands alone.
    void setNames(QStringList names);

    [[nodiscard]] bool isOn() const { return m_isOn; }
    /// \a text without what is masked; unchanged while off.
    [[nodiscard]] QString masked(const QString &text) const;

    /// The one that serves \a place, a widget or what belongs to one; nullptr: none does.
    [[nodiscard]] static const Presentation *of(const QObject *place);
    /// Says of \a place and all in it whether it is production's, whose names are masked, too.
    static void markProduction(QWidget &place, bool isProduction);
    [[nodiscard]] static bool isProduction(const QObject *place);
    /// What is called so in \a place: masked there where that is production's.
    static void setLocalNames(QWidget &place, const QStringList &names);

Q_SIGNALS:
    void changed();

private:
    static void tellOf(QWidget &place, const char *property, const QVariant &value);
    static void tell(const QList<QWidget *> &all);
    void tellAll();

    QWidget &m_window;
    bool m_isOn = false;
    QStringList m_names;
    QRegularExpression m_nameShapes;
    QRegularExpression m_shapes; ///< of tokens, client IDs, hosts of URLs, Auth0's host names
};

/// Takes what is masked out of a text.
using Masking = std::function<QString(const QString &text)>;
/// What masks texts in \a place by now, for many of them; empty: nothing is masked.
[[nodiscard]] Masking maskingOf(const QObject *place);
/// \a text as it is shown in \a place, a widget or what belongs to one.
[[nodiscard]] QString shownText(const QObject *place, const QString &text);
/// \a name, of something in \a place: masked as a whole there where that is production's.
[[nodiscard]] QString shownName(const QObject *place, const QString &name);
/// \a identifier, such as a client ID: masked as a whole.
[[nodiscard]] QString shownIdentifier(const QObject *place, const QString &identifier);

} // namespace Tenantscope::Ui
