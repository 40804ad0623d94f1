// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <QPointer>

#include "base/clock.h"
#include "console/pages/page.h"
#include "console/pages/pickedline.h"
#include "console/settings/pinboard.h"
#include "console/widgets/chartfeed.h"
#include "console/widgets/chartgroup.h"

class QPushButton;

namespace pult::widgets {
class TimeRangeBar;
}

namespace pult::pages {

class Banner;
class LineList;
class SeriesPicker;
class ServiceFrame;

/// Any series that a service's scrapes bring, found by typing and drawn in one chart, which can be
/// pinned to the service's dashboard. What was picked stays with its service. GUI thread.
class ExplorePage final : public Page {
    Q_OBJECT
public:
    /// Both must outlive the page.
    ExplorePage(const Clock &clock, settings::PinBoard &pins, QWidget *parent = nullptr);

    void setService(live::Service *service) override;
    [[nodiscard]] widgets::ChartGroup &range() { return m_group; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeChartSide();
    void handleLines();
    void retranslate();
    void keepLines();
    void pin();
    void sayWhatIsLeftOut();

    settings::PinBoard &m_pins;
    widgets::ChartGroup m_group;
    widgets::ChartFeed m_feed;
    QPointer<live::Service> m_service;
    std::map<std::string, std::vector<PickedLine>> m_kept; ///< By the services' ids.
    ServiceFrame *m_frame;
    SeriesPicker *m_picker;
    widgets::TimeRangeBar *m_range;
    widgets::ChartView *m_chart;
    LineList *m_lines;
    QPushButton *m_clear;
    QPushButton *m_pin;
    Banner *m_leftOut; ///< Series beyond the limits.
    Banner *m_pinned; ///< It was, and where to.
    QPushButton *m_show;
};

} // namespace pult::pages
