// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/seriespicker.h"

#include <QHeaderView>
#include <QKeyEvent>

#include "console/models/seriestext.h"
#include "ui_seriespicker.h"

namespace pult::pages {

using models::SeriesListModel;

namespace {

bool movesInList(int key)
{
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp
        || key == Qt::Key_PageDown;
}

std::set<std::string> labelNamesOf(const telemetry::FoundMetric &metric)
{
    std::set<std::string> names;
    for (const telemetry::FoundSeries &series : metric.listed)
        for (const auto &[label, value] : series.name.labels)
            names.insert(label);
    return names;
}

QString metricAbout(const telemetry::FoundMetric &metric)
{
    QStringList lines{models::metricText(metric.info), QString::fromStdString(metric.info.help)};
    lines.removeAll(QString());
    return lines.isEmpty() ? SeriesPicker::tr("The service says nothing about this metric.")
                           : lines.join(QLatin1Char('\n'));
}

} // namespace

SeriesPicker::SeriesPicker(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SeriesPicker>())
{
    m_ui->setupUi(this);
    QTreeView &list = *m_ui->seriesList;
    list.setModel(&m_found);
    list.header()->setStretchLastSection(false);
    list.header()->setSectionResizeMode(SeriesListModel::name, QHeaderView::Stretch);
    list.header()->setSectionResizeMode(SeriesListModel::latest, QHeaderView::ResizeToContents);
    m_ui->seriesSearch->installEventFilter(this);
    setFocusProxy(m_ui->seriesSearch);
    connect(m_ui->seriesSearch, &QLineEdit::textChanged, this, [this] {
        m_isTyped = true;
        search();
    });
    connect(m_ui->seriesSearch, &QLineEdit::returnPressed, this, &SeriesPicker::pick);
    connect(m_ui->seriesList, &QTreeView::activated, this, &SeriesPicker::pick);
    connect(m_ui->addSeries, &QPushButton::clicked, this, &SeriesPicker::pick);
    connect(
        list.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SeriesPicker::say);
    say();
}

SeriesPicker::~SeriesPicker() = default;

void SeriesPicker::setService(live::Service *service)
{
    m_service = service;
    m_requests = std::make_unique<QObject>();
    m_isAsking = m_isDue = m_isTyped = m_isPickDue = false;
    take({});
    refresh();
}

void SeriesPicker::refresh()
{
    if (isVisible())
        search();
}

void SeriesPicker::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        say();
    }
    QWidget::changeEvent(event);
}

bool SeriesPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->seriesSearch && event->type() == QEvent::KeyPress
        && movesInList(static_cast<QKeyEvent *>(event)->key()))
        return QCoreApplication::sendEvent(m_ui->seriesList, event);
    return QWidget::eventFilter(watched, event);
}

void SeriesPicker::search()
{
    m_isDue = m_isAsking;
    if (m_isAsking || !m_service)
        return;
    m_isAsking = true;
    live::SeriesQuery query;
    query.words = m_ui->seriesSearch->text().toStdString();
    m_service->findSeries(query, m_requests.get(), [this](Result<telemetry::FoundMetrics> found) {
        m_isAsking = false;
        m_isTyped = m_isDue && m_isTyped;
        if (found)
            take(std::move(*found));
        if (m_isDue)
            search();
        else if (m_isPickDue)
            pick();
    });
}

void SeriesPicker::take(telemetry::FoundMetrics found)
{
    m_found.setFound(std::move(found));
    choose();
    say();
}

/// The first row; but one series that alone was found, rather than all of its metric.
void SeriesPicker::choose()
{
    QTreeView &list = *m_ui->seriesList;
    if (list.currentIndex().isValid() || m_found.rowCount() == 0)
        return;
    const bool isOne = m_found.found().series == 1 && m_found.rowCount() == 2;
    list.setCurrentIndex(m_found.index(isOne ? 1 : 0, 0));
}

void SeriesPicker::pick()
{
    const int row = m_ui->seriesList->currentIndex().row();
    m_isPickDue = m_isTyped;
    if (row < 0 || m_isPickDue)
        return;
    const telemetry::FoundMetric &metric = m_found.metricAt(row);
    if (const telemetry::FoundSeries *series = m_found.seriesAt(row))
        Q_EMIT picked(pickSeries(series->name, metric.info));
    else
        Q_EMIT picked(pickMetric(metric.name, metric.info, labelNamesOf(metric)));
}

void SeriesPicker::say()
{
    const telemetry::FoundMetrics &found = m_found.found();
    const int row = m_ui->seriesList->currentIndex().row();
    m_ui->addSeries->setEnabled(row >= 0);
    m_ui->seriesAbout->setText(row >= 0 ? metricAbout(m_found.metricAt(row)) : QString());
    m_ui->seriesCount->setText(found.series == found.kept
            ? tr("%n series", nullptr, static_cast<int>(found.kept))
            : tr("%1 of %2 series")
                  .arg(models::formatCount(static_cast<std::int64_t>(found.series)),
                      models::formatCount(static_cast<std::int64_t>(found.kept))));
}

} // namespace pult::pages
