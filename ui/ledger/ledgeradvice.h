// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/tokenledger.h"

#include <QUrl>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class PlainLabel;

/// Says what can be done about one copied token, with links to where in the Auth0 Dashboard it is done.
class LedgerAdvice final : public QWidget
{
    Q_OBJECT

public:
    explicit LedgerAdvice(QWidget *parent = nullptr);

    void show(const Session::TokenCopy &copy, const Base::Clock &clock);
    [[nodiscard]] QString text() const;

private:
    [[nodiscard]] QPushButton *makeLinkButton(const QString &text);
    static void setLink(QPushButton &button, const QUrl &link);

    PlainLabel *m_title;
    PlainLabel *m_text;
    QPushButton *m_application;
    QPushButton *m_apis;
};

} // namespace Tenantscope::Ui
