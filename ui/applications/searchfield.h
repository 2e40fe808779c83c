// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace Tenantscope::Ui {

class PlainLabel;

/// The field that searches at each keystroke; Down leaves it for what it found, Alt+Down asks for earlier searches.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    static constexpr int longestSearch = 1'000;

    explicit SearchField(const QString &accessibleName, QWidget *parent = nullptr);

    /// Searches for \a text instead, as if it had been typed.
    void search(const QString &text);
    /// What is amiss with what it says, shown at its end; empty: nothing.
    void setHint(const QString &hint);
    /// Puts \a term where the cursor is, apart from what stands before it, and the cursor \a back characters before its end.
    void insertTerm(const QString &term, int back = 0);

Q_SIGNALS:
    void leftDownwards();
    void menuRequested();
    void ended(); ///< its user is done with what it says: Return, Down, or went elsewhere

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeHint();

    PlainLabel *m_hint;
};

} // namespace Tenantscope::Ui
