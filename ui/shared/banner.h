// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/sentence.h"

#include <QFrame>
#include <QUrl>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class PlainLabel;

/// A pane's trouble, told in the pane: what, why, what to do now, the tenant's own words, a remedy, a page of the
/// Auth0 Dashboard, and Details.
/// The same trouble again counts up (×3) instead of a second banner.
class Banner final : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Error, Caution, Note };

    explicit Banner(QWidget *parent = nullptr);

    /// \a link: a page where it is mended, offered as "Open in Dashboard"; empty: none.
    void show(
        Kind kind, const Session::Sentence &sentence, const QStringList &details = {},
        const QUrl &link = {});
    void dismiss();

    [[nodiscard]] bool isShowing() const;
    [[nodiscard]] QString text() const; ///< what it says, for tests
    /// The word on a remedy's button; empty for none.
    [[nodiscard]] static QString remedyText(Session::Remedy remedy);

Q_SIGNALS:
    void remedyChosen(Tenantscope::Session::Remedy remedy);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void createButtons();
    void layOut();
    void showTexts();
    void paintIcon();
    [[nodiscard]] QColor color() const;

    Kind m_kind = Kind::Error;
    Session::Sentence m_sentence;
    int m_times = 0;
    PlainLabel *m_icon;
    PlainLabel *m_what;
    PlainLabel *m_why;
    PlainLabel *m_tenantWords;
    PlainLabel *m_details;
    QUrl m_link;
    QPushButton *m_dashboard;
    QPushButton *m_remedy;
    QPushButton *m_detailsButton;
    QPushButton *m_close;
};

} // namespace Tenantscope::Ui
