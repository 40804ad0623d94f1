// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/overviewpage.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include "console/pages/banner.h"
#include "console/pages/serviceframe.h"
#include "console/widgets/tile.h"
#include "console/widgets/timerangebar.h"

namespace pult::pages {
namespace {

using models::Unit;
using widgets::kGrid;
using widgets::Tile;
using widgets::TileReading;

constexpr double kResponseTarget = 0.2; // seconds
constexpr double kErrorTarget = 0.01;
constexpr double kQueueTarget = 10;
constexpr double kUseTarget = 0.8;

constexpr int kNarrowestTile = 18 * kGrid;
constexpr int kNarrowestPair = 80 * kGrid;

TileReading slotReading(const live::ServiceState &state)
{
    TileReading reading{state.glance.running, {}, state.trends.running};
    if (state.glance.running && state.glance.slots)
        reading.text = QStringLiteral("%1/%2").arg(
            models::formatNumber(*state.glance.running), models::formatNumber(*state.glance.slots));
    return reading;
}

void clearGrid(QGridLayout &grid)
{
    while (QLayoutItem *item = grid.takeAt(0))
        delete item;
}

template <class Widgets>
void fillGrid(QGridLayout &grid, const Widgets &cells, int columns)
{
    clearGrid(grid);
    for (int i = 0; i < static_cast<int>(cells.size()); ++i)
        grid.addWidget(cells[static_cast<std::size_t>(i)], i / columns, i % columns);
}

} // namespace

OverviewPage::OverviewPage(const Clock &clock, QWidget *parent)
    : Page(parent)
    , m_group(clock)
    , m_feed(m_group)
    , m_frame(new ServiceFrame(this))
    , m_content(new QWidget(this))
    , m_forgetful(new Banner(m_content))
    , m_range(new widgets::TimeRangeBar(m_group, m_content))
    , m_tileGrid(new QGridLayout)
    , m_chartGrid(new QGridLayout)
{
    setFocusPolicy(Qt::StrongFocus);
    makeTiles();
    makeCharts();
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    m_tileGrid->setSpacing(kGrid);
    m_chartGrid->setSpacing(kGrid);
    layout->addLayout(m_tileGrid);
    m_forgetful->setObjectName(QStringLiteral("historyBanner"));
    layout->addWidget(m_forgetful);
    layout->addWidget(m_range);
    layout->addLayout(m_chartGrid, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_frame);
    m_frame->setContent(scroll, ServiceFrame::Needs::past);
    retranslate();
}

void OverviewPage::setService(live::Service *service)
{
    if (m_service)
        disconnect(m_service, nullptr, this, nullptr);
    m_service = service;
    m_frame->setService(service);
    m_feed.setService(service);
    if (service)
        connect(service, &live::Service::stateChanged, this, &OverviewPage::refreshTiles);
    refreshTiles();
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refreshTiles();
    m_feed.start();
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    m_feed.stop();
    Page::hideEvent(event);
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void OverviewPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void OverviewPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        m_range->togglePaused();
    else
        Page::keyPressEvent(event);
}

void OverviewPage::makeTiles()
{
    static constexpr std::array<const char *, tileCount> kNames{
        "throughputTile", "responseTile", "errorsTile", "queueTile", "slotsTile", "cpuTile"};
    static constexpr std::array kUnits{
        Unit::perSecond, Unit::seconds, Unit::ratio, Unit::count, Unit::count, Unit::ratio};
    static constexpr std::array<std::optional<double>, tileCount> kTargets{
        std::nullopt, kResponseTarget, kErrorTarget, kQueueTarget, std::nullopt, kUseTarget};
    for (std::size_t i = 0; i < tileCount; ++i) {
        m_tiles[i] = new Tile(m_content);
        m_tiles[i]->setObjectName(QLatin1String(kNames[i]));
        m_tiles[i]->setUnit(kUnits[i]);
        m_tiles[i]->setTarget(kTargets[i]);
    }
    connect(m_tiles[throughput], &Tile::clicked, this, [this] { reveal(throughputChart); });
    connect(m_tiles[response], &Tile::clicked, this, [this] { reveal(latencyChart); });
    connect(m_tiles[errors], &Tile::clicked, this,
        [this] { Q_EMIT pageWanted(QStringLiteral("queue")); });
    connect(m_tiles[queued], &Tile::clicked, this,
        [this] { Q_EMIT pageWanted(QStringLiteral("queue")); });
    connect(m_tiles[slots], &Tile::clicked, this,
        [this] { Q_EMIT pageWanted(QStringLiteral("tuning")); });
    connect(m_tiles[cpu], &Tile::clicked, this, [this] { reveal(poolsChart); });
}

void OverviewPage::makeCharts()
{
    using live::ChartKind;
    static constexpr std::array kKinds{
        ChartKind::throughput, ChartKind::latency, ChartKind::queue, ChartKind::pools};
    static constexpr std::array<const char *, chartCount> kNames{
        "throughputChart", "latencyChart", "queueChart", "poolsChart"};
    static constexpr std::array kUnits{Unit::perSecond, Unit::seconds, Unit::count, Unit::ratio};
    for (std::size_t i = 0; i < chartCount; ++i) {
        m_charts[i] = new widgets::ChartView(kKinds[i], m_content);
        m_charts[i]->setObjectName(QLatin1String(kNames[i]));
        m_charts[i]->setUnit(kUnits[i]);
        m_feed.add(*m_charts[i]);
    }
}

void OverviewPage::arrange()
{
    const int room = width() - 4 * kGrid;
    const int columns = room >= kNarrowestTile * tileCount ? tileCount : room >= 40 * kGrid ? 3 : 2;
    if (columns == m_tileColumns)
        return;
    m_tileColumns = columns;
    fillGrid(*m_tileGrid, m_tiles, columns);
    fillGrid(*m_chartGrid, m_charts, room >= kNarrowestPair ? 2 : 1);
}

void OverviewPage::retranslate()
{
    retranslateTiles();
    retranslateCharts();
    refreshTiles();
}

void OverviewPage::retranslateTiles()
{
    m_tiles[throughput]->setTitle(tr("Throughput"));
    m_tiles[throughput]->setToolTip(tr("Jobs finished per second, mean of the last 15 s"));
    m_tiles[response]->setTitle(tr("Response p95"));
    m_tiles[response]->setToolTip(
        tr("95 of 100 HTTP requests of the last minute were answered faster"));
    m_tiles[errors]->setTitle(tr("Errors"));
    m_tiles[errors]->setToolTip(tr("Server errors and failed jobs among all, last minute"));
    m_tiles[queued]->setTitle(tr("Queue"));
    m_tiles[queued]->setToolTip(tr("Jobs that wait for a slot"));
    m_tiles[slots]->setTitle(tr("Busy slots"));
    m_tiles[slots]->setToolTip(tr("Jobs that run now, of how many may run at once"));
    m_tiles[cpu]->setTitle(tr("CPU"));
    m_tiles[cpu]->setToolTip(tr("Of the service's machine"));
}

void OverviewPage::retranslateCharts()
{
    const auto target = [](Unit unit, double value) {
        return std::vector<widgets::Threshold>{
            {value, tr("target %1").arg(models::format(unit, value))}};
    };
    m_charts[throughputChart]->setTitle(tr("Throughput, jobs per second"));
    m_charts[latencyChart]->setTitle(tr("Response time"));
    m_charts[latencyChart]->setThresholds(target(Unit::seconds, kResponseTarget));
    m_charts[queueChart]->setTitle(tr("Queue, jobs"));
    m_charts[queueChart]->setThresholds(target(Unit::count, kQueueTarget));
    m_charts[poolsChart]->setTitle(tr("Pool usage, % of capacity"));
    m_charts[poolsChart]->setThresholds(target(Unit::ratio, kUseTarget));
    for (widgets::ChartView *chart : m_charts)
        chart->setEmptyText(tr("No samples in this range yet"));
}

void OverviewPage::refreshTiles()
{
    if (!isVisible())
        return;
    const live::ServiceState state = m_service ? m_service->state() : live::ServiceState{};
    m_tiles[throughput]->setReading({state.glance.throughput, {}, state.trends.throughput});
    m_tiles[response]->setReading({state.glance.p95, {}, state.trends.p95});
    m_tiles[errors]->setReading({state.glance.errors, {}, state.trends.errors});
    m_tiles[queued]->setReading({state.glance.queued, {}, state.trends.queued});
    m_tiles[slots]->setReading(slotReading(state));
    m_tiles[cpu]->setReading({state.glance.cpu, {}, state.trends.cpu});
    for (Tile *tile : m_tiles)
        tile->setStale(state.connection != live::Connection::live);
    sayHistoryProblem();
}

void OverviewPage::sayHistoryProblem()
{
    const auto problem = m_service ? m_service->state().historyProblem : std::nullopt;
    m_forgetful->setVisible(problem.has_value());
    if (problem)
        m_forgetful->say(Banner::Tone::warning, historyProblemText(*problem));
}

QString OverviewPage::historyProblemText(const Error &problem)
{
    switch (problem.code) {
    case ErrorCode::conflict:
        return tr("The history seen here is not kept: another running Pult keeps its own");
    case ErrorCode::unsupported:
        return tr("The history is not kept: its files are of a newer Pult or another program");
    default:
        return tr("The history is not kept: %1").arg(QString::fromStdString(problem.detail));
    }
}

void OverviewPage::reveal(ChartIndex chart)
{
    m_charts[chart]->canvas().setFocus(Qt::ShortcutFocusReason);
}

} // namespace pult::pages
