// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QPointer>

#include "base/clock.h"
#include "console/pages/page.h"
#include "console/widgets/chartfeed.h"
#include "console/widgets/chartgroup.h"

class QGridLayout;

namespace pult::widgets {
class Tile;
class TimeRangeBar;
} // namespace pult::widgets

namespace pult::pages {

class Banner;
class ServiceFrame;

/// Is it healthy, is it keeping up, what changed: six tiles and four charts. GUI thread.
class OverviewPage final : public Page {
    Q_OBJECT
public:
    /// The clock must outlive the page.
    explicit OverviewPage(const Clock &clock, QWidget *parent = nullptr);

    void setService(live::Service *service) override;
    [[nodiscard]] widgets::ChartGroup &range() { return m_group; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum TileIndex { throughput, response, errors, queued, slots, cpu, tileCount };
    enum ChartIndex { throughputChart, latencyChart, queueChart, poolsChart, chartCount };

    void makeTiles();
    void makeCharts();
    void arrange();
    void retranslate();
    void retranslateTiles();
    void retranslateCharts();
    void refreshTiles();
    void sayHistoryProblem();
    [[nodiscard]] static QString historyProblemText(const Error &problem);
    void reveal(ChartIndex chart);

    widgets::ChartGroup m_group;
    widgets::ChartFeed m_feed;
    QPointer<live::Service> m_service;
    ServiceFrame *m_frame;
    QWidget *m_content;
    Banner *m_forgetful; ///< The past is not kept.
    widgets::TimeRangeBar *m_range;
    QGridLayout *m_tileGrid;
    QGridLayout *m_chartGrid;
    std::array<widgets::Tile *, tileCount> m_tiles{};
    std::array<widgets::ChartView *, chartCount> m_charts{};
    int m_tileColumns = 0;
};

} // namespace pult::pages
