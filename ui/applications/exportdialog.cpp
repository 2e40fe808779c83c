// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/exportdialog.h"

#include "ui/shared/plainlabel.h"

#include <QCheckBox>
#include <QDir>
#include <QGridLayout>

#include <algorithm>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Applications::RowFormat;

namespace {

/// A kind of file, as the dialog offers it.
struct Kind
{
    QString filter;
    QString suffix;
    RowFormat format;
};

QList<Kind> fileKinds()
{
    return {
        {ExportDialog::tr("CSV: columns shown (*.csv)"), u"csv"_s, RowFormat::Csv},
        {ExportDialog::tr("Tab-separated: columns shown (*.tsv)"), u"tsv"_s, RowFormat::Tsv},
        {ExportDialog::tr("Markdown: columns shown (*.md)"), u"md"_s, RowFormat::Markdown},
        {ExportDialog::tr("JSON: columns shown (*.json)"), u"json"_s, RowFormat::Json},
        {ExportDialog::tr("JSON: all fields (*.json)"), u"json"_s, RowFormat::JsonAllFields},
    };
}

Kind kindOf(const QString &filter)
{
    const QList<Kind> kinds = fileKinds();
    const auto found = std::ranges::find(kinds, filter, &Kind::filter);
    return found == kinds.end() ? kinds.first() : *found;
}

QString warning(bool isProduction)
{
    const QString words = ExportDialog::tr(
        "All applications are read anew with their secrets, which Auth0 will log as mgmt_api_read. Who has the "
        "file has the secrets: delete it once it has served.");
    return isProduction ? ExportDialog::tr("This is PRODUCTION. %1").arg(words) : words;
}

} // namespace

ExportDialog::ExportDialog(const QString &whyNoSecrets, bool isProduction, QWidget *parent)
    : QFileDialog(parent, tr("Export applications"), QDir::homePath())
    , m_secrets(new QCheckBox(tr("Include client &secrets"), this))
{
    setOption(DontUseNativeDialog); // another one has no place for the tick
    setAcceptMode(AcceptSave);
    QStringList filters;
    for (const Kind &kind : fileKinds())
        filters.append(kind.filter);
    setNameFilters(filters);
    setDefaultSuffix(kindOf({}).suffix);
    selectFile(u"applications.csv"_s);
    connect(this, &QFileDialog::filterSelected, this, &ExportDialog::followFilter);

    const QString words = whyNoSecrets.isEmpty() ? warning(isProduction) : whyNoSecrets;
    auto *told = new PlainLabel(words, PlainLabel::Style::Secondary, this);
    told->setOwnWords(true);
    told->setWordWrap(true);
    m_secrets->setObjectName(u"includeSecrets"_s); // Qt's own dialog has ticks, too
    m_secrets->setEnabled(whyNoSecrets.isEmpty());
    m_secrets->setAccessibleDescription(words);
    if (auto *grid = qobject_cast<QGridLayout *>(layout())) {
        const int row = grid->rowCount();
        grid->addWidget(m_secrets, row, 0, 1, -1);
        grid->addWidget(told, row + 1, 0, 1, -1);
    }
}

RowFormat ExportDialog::format() const
{
    return kindOf(selectedNameFilter()).format;
}

bool ExportDialog::includesSecrets() const
{
    return m_secrets->isEnabled() && m_secrets->isChecked();
}

void ExportDialog::followFilter()
{
    const Kind kind = kindOf(selectedNameFilter());
    setDefaultSuffix(kind.suffix);
    const QString name = QFileInfo(selectedFiles().value(0)).completeBaseName();
    selectFile(name + u'.' + kind.suffix);
}

} // namespace Tenantscope::Ui
