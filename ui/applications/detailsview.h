// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/searchquery.h"
#include "app/session/sentence.h"
#include "ui/applications/applicationdetails.h"
#include "ui/applications/restfetcher.h"

#include <QUrl>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QHBoxLayout;
class QStackedWidget;
class QTabWidget;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class Banner;
class FetchOffer;
class FieldsPage;
class FindingsPage;
class DetailsPage;
class OverviewPage;
class PlainLabel;
class ScrollBox;
class TechnicalView;

/// Shows one application: overview, all fields, raw JSON, findings, and the offer to fetch what the list leaves out.
class DetailsView final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsView(QWidget *parent = nullptr);

    void showNothing();
    /// Leaves scroll positions and what is unfolded alone when \a details are those already shown.
    void setDetails(const ApplicationDetails &details);
    /// What \a query found is marked wherever it is shown.
    void setQuery(const Applications::SearchQuery &query);
    /// \a dashboard: the page where a failure is mended; empty: none.
    void setFetching(const RestFetcher::State &state, const QUrl &dashboard = {});
    /// Above the pages, which give way to it; takes \a panel over.
    void setSecretPanel(QWidget *panel);
    /// What stands as buttons beside the secret; they must outlive the view.
    void setSecretActions(const QList<QAction *> &actions);
    void focusContent();
    /// A page behind those of its own.
    void addPage(DetailsPage *page, const QString &title);

    [[nodiscard]] int tab() const;
    void setTab(int tab);
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void fetchRequested();
    void cancelRequested();
    void closeRequested();
    /// The field at \a path is to be a column of the table.
    void columnRequested(const QString &path);
    void remedyChosen(Tenantscope::Session::Remedy remedy);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *createHeader();
    QWidget *createTabs();
    void showTab();
    void countFindings();
    void showOffer();
    void placeOffer();

    std::optional<ApplicationDetails> m_details;
    Applications::SearchQuery m_query;
    RestFetcher::State m_fetching;
    QList<QWidget *> m_shownTabs; ///< which already have m_details

    QStackedWidget *m_looks;
    QVBoxLayout *m_content;
    QHBoxLayout *m_header;
    PlainLabel *m_title;
    ScrollBox *m_secret = nullptr;
    QTabWidget *m_tabs;
    OverviewPage *m_overview;
    FieldsPage *m_fields;
    FindingsPage *m_findings;
    TechnicalView *m_raw;
    Banner *m_banner;
    FetchOffer *m_offer;
    bool m_isLow = false;
};

} // namespace Tenantscope::Ui
