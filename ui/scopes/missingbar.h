// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/management/scopelens.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class PlainLabel;

/// Answers what a token lacks for one endpoint, chosen from a list or typed as a request.
class MissingBar final : public QWidget
{
    Q_OBJECT

public:
    /// \a catalogues must outlive the widget.
    explicit MissingBar(const Management::Catalogues &catalogues, QWidget *parent = nullptr);

    void setGranted(const OAuth::ScopeSet &granted);

private:
    void createCompleter();
    void answer();
    void show(const QString &text, const QStringList &copied, const QString &whyNot);

    const Management::Catalogues &m_catalogues;
    OAuth::ScopeSet m_granted;
    QStringList m_copied; ///< what the button copies
    QLineEdit *m_request;
    QPushButton *m_copy;
    PlainLabel *m_answer;
};

} // namespace Tenantscope::Ui
