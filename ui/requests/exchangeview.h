// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Http {
struct Exchange;
}

namespace Tenantscope::Ui {

class PlainLabel;
class TechnicalView;

/// Shows one exchange: answer and request, headers and body, and copies it as curl.
class ExchangeView final : public QWidget
{
    Q_OBJECT

public:
    explicit ExchangeView(QWidget *parent = nullptr);

    void setExchange(const Http::Exchange &exchange);

Q_SIGNALS:
    void closeRequested();

private:
    QWidget *createHeader();
    QWidget *createTabs();
    void setTexts(const QString &answer, const QString &request);
    void copyCurl();

    QString m_curl;
    QString m_answerText;
    QString m_requestText;
    PlainLabel *m_title;
    PlainLabel *m_facts;
    QPushButton *m_copy;
    TechnicalView *m_answer;
    TechnicalView *m_request;
};

} // namespace Tenantscope::Ui
