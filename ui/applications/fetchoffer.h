// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class PlainLabel;

/// Says which members of an application the list leaves out, and offers to fetch them.
class FetchOffer final : public QWidget
{
    Q_OBJECT

public:
    explicit FetchOffer(QWidget *parent = nullptr);

    /// \a isAsking: they are on their way.
    void setMissing(const QStringList &members, bool isAsking);
    [[nodiscard]] bool isNeeded() const { return m_isNeeded; }
    /// A button only, its words in its tip: it stands in another row.
    void setShort(bool isShort);

Q_SIGNALS:
    void fetchRequested();
    void cancelRequested();

private:
    PlainLabel *m_text;
    QPushButton *m_fetch;
    QPushButton *m_cancel;
    bool m_isNeeded = false;
};

} // namespace Tenantscope::Ui
