// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/overviewsection.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "console/models/format.h"
#include "console/models/profiletext.h"
#include "console/widgets/tile.h"

namespace pult::pages {
namespace {

using models::profileText;
using widgets::kGrid;
using widgets::Tile;

constexpr int kNarrowestTile = 18 * kGrid;
constexpr int kNarrowRow = 40 * kGrid;
constexpr int kNarrowestPair = 80 * kGrid;
constexpr int kLowestChart = 20 * kGrid;

models::Unit unitOf(const telemetry::Profile &profile, const telemetry::TileSpec &tile)
{
    const auto found = std::find_if(profile.signals.begin(), profile.signals.end(),
        [&tile](const telemetry::SignalSpec &signal) { return signal.id == tile.signal; });
    return found == profile.signals.end() ? models::Unit::count : found->unit;
}

widgets::TileReading readingOf(const telemetry::TileSpec &tile, const live::ServiceState &state)
{
    widgets::TileReading reading{state.latest(tile.signal), {}, state.trend(tile.signal)};
    const auto capacity = state.latest(tile.capacity);
    if (reading.value && capacity)
        reading.text = QStringLiteral("%1/%2").arg(
            models::formatNumber(*reading.value), models::formatNumber(*capacity));
    return reading;
}

QGridLayout *makeGrid(QVBoxLayout &column)
{
    auto *grid = new QGridLayout;
    grid->setSpacing(kGrid);
    column.addLayout(grid, 1);
    return grid;
}

QVBoxLayout *makeColumn(QWidget *panel)
{
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    return column;
}

template <class Widgets>
void fillGrid(QGridLayout &grid, const Widgets &cells, int columns)
{
    while (QLayoutItem *item = grid.takeAt(0))
        delete item;
    for (int i = 0; i < static_cast<int>(cells.size()); ++i)
        grid.addWidget(cells[static_cast<std::size_t>(i)], i / columns, i % columns);
    for (int column = 0; column < grid.columnCount(); ++column)
        grid.setColumnStretch(column, column < columns ? 1 : 0);
}

} // namespace

OverviewSection::OverviewSection(
    std::shared_ptr<const telemetry::Profile> profile, widgets::ChartFeed &feed, QWidget *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_feed(feed)
    , m_tilePanel(new QWidget(parent))
    , m_chartPanel(new QWidget(parent))
    , m_heading(new QLabel(m_tilePanel))
{
    m_heading->setObjectName(QString::fromStdString(m_profile->id) + QStringLiteral("Heading"));
    m_heading->setProperty("role", QStringLiteral("heading"));
    QVBoxLayout *column = makeColumn(m_tilePanel);
    column->addWidget(m_heading);
    m_tileGrid = makeGrid(*column);
    m_chartGrid = makeGrid(*makeColumn(m_chartPanel));
    for (const telemetry::TileSpec &tile : m_profile->tiles)
        makeTile(tile);
    for (const telemetry::ChartSpec &chart : m_profile->charts)
        makeChart(chart);
    retranslate();
}

OverviewSection::~OverviewSection()
{
    for (widgets::ChartView *chart : m_charts)
        m_feed.remove(*chart);
    delete m_tilePanel;
    delete m_chartPanel;
}

void OverviewSection::setHeadingVisible(bool isVisible)
{
    m_heading->setVisible(isVisible);
}

void OverviewSection::makeTile(const telemetry::TileSpec &spec)
{
    auto *tile = new Tile(m_tilePanel);
    tile->setObjectName(QString::fromStdString(spec.id) + QStringLiteral("Tile"));
    tile->setUnit(unitOf(*m_profile, spec));
    tile->setTarget(spec.target);
    connect(tile, &Tile::clicked, this, [this, &spec] { follow(spec); });
    m_tiles.push_back(tile);
}

void OverviewSection::makeChart(const telemetry::ChartSpec &spec)
{
    auto *chart = new widgets::ChartView(m_chartPanel);
    chart->setObjectName(QString::fromStdString(spec.id) + QStringLiteral("Chart"));
    chart->setSignals(spec.signals);
    chart->setUnit(spec.unit);
    chart->setMinimumHeight(kLowestChart);
    m_feed.add(*chart);
    m_charts.push_back(chart);
}

void OverviewSection::follow(const telemetry::TileSpec &tile)
{
    if (!tile.page.empty())
        Q_EMIT pageWanted(QString::fromStdString(tile.page));
    for (std::size_t i = 0; i < m_charts.size(); ++i)
        if (m_profile->charts[i].id == tile.chart)
            Q_EMIT chartWanted(m_charts[i]);
}

void OverviewSection::show(const live::ServiceState &state)
{
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i]->setReading(readingOf(m_profile->tiles[i], state));
        m_tiles[i]->setStale(state.connection != live::Connection::live);
    }
}

void OverviewSection::arrange(int room)
{
    const int all = static_cast<int>(m_tiles.size());
    fillGrid(*m_tileGrid, m_tiles,
        room >= kNarrowestTile * all ? std::max(all, 1)
            : room >= kNarrowRow     ? 3
                                     : 2);
    fillGrid(*m_chartGrid, m_charts, room >= kNarrowestPair ? 2 : 1);
}

void OverviewSection::retranslate()
{
    m_heading->setText(profileText(m_profile->title));
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i]->setTitle(profileText(m_profile->tiles[i].title));
        m_tiles[i]->setToolTip(profileText(m_profile->tiles[i].tip));
    }
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        const telemetry::ChartSpec &spec = m_profile->charts[i];
        std::vector<widgets::Threshold> thresholds;
        for (const double value : spec.thresholds)
            thresholds.push_back({value, tr("target %1").arg(models::format(spec.unit, value))});
        m_charts[i]->setTitle(profileText(spec.title));
        m_charts[i]->setThresholds(std::move(thresholds));
        m_charts[i]->setEmptyText(tr("No samples in this range yet"));
    }
}

} // namespace pult::pages
