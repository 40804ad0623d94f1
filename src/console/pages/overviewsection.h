// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "console/live/servicestate.h"
#include "console/widgets/chartfeed.h"

class QGridLayout;
class QLabel;

namespace pult::widgets {
class Tile;
}

namespace pult::pages {

/// One profile on the Overview: its tiles and, apart from them, its charts, which the page puts
/// where it likes. GUI thread.
class OverviewSection final : public QObject {
    Q_OBJECT
public:
    /// The feed fills the charts, and must outlive the section.
    OverviewSection(std::shared_ptr<const telemetry::Profile> profile, widgets::ChartFeed &feed,
        QWidget *parent);
    ~OverviewSection() override;

    [[nodiscard]] const std::shared_ptr<const telemetry::Profile> &profile() const
    {
        return m_profile;
    }
    [[nodiscard]] QWidget *tiles() const { return m_tilePanel; }
    [[nodiscard]] QWidget *charts() const { return m_chartPanel; }
    /// Over the tiles; for when there are several sections.
    void setHeadingVisible(bool isVisible);

    void show(const live::ServiceState &state);
    /// By the width that the page has for it.
    void arrange(int room);
    void retranslate();

Q_SIGNALS:
    void pageWanted(const QString &name);
    void chartWanted(pult::widgets::ChartView *chart);

private:
    void makeTile(const telemetry::TileSpec &spec);
    void makeChart(const telemetry::ChartSpec &spec);
    void follow(const telemetry::TileSpec &tile);

    std::shared_ptr<const telemetry::Profile> m_profile;
    widgets::ChartFeed &m_feed;
    QWidget *m_tilePanel;
    QWidget *m_chartPanel;
    QLabel *m_heading;
    QGridLayout *m_tileGrid;
    QGridLayout *m_chartGrid;
    std::vector<widgets::Tile *> m_tiles; ///< As in the profile.
    std::vector<widgets::ChartView *> m_charts; ///< As in the profile.
};

} // namespace pult::pages
