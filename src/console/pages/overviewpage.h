// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <memory>

#include "base/clock.h"
#include "console/pages/page.h"
#include "console/widgets/chartfeed.h"
#include "console/widgets/chartgroup.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace pult::widgets {
class TimeRangeBar;
} // namespace pult::widgets

namespace pult::pages {

class Banner;
class OverviewSection;
class ServiceFrame;

/// Is it healthy, is it keeping up, what changed: the tiles and charts of the profiles that fit
/// what the service offers. GUI thread.
class OverviewPage final : public Page {
    Q_OBJECT
public:
    /// The clock must outlive the page.
    explicit OverviewPage(const Clock &clock, QWidget *parent = nullptr);
    ~OverviewPage() override;

    void setService(live::Service *service) override;
    [[nodiscard]] widgets::ChartGroup &range() { return m_group; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    /// Makes the sections anew unless they are those of the profiles.
    void followProfiles(const telemetry::Profiles &profiles);
    void layOut();
    void layOutUnknown();
    void arrange();
    void retranslate();
    void sayWhatIsOffered(const live::ServiceState &state);
    void sayHistoryProblem(const live::ServiceState &state);
    [[nodiscard]] static QString historyProblemText(const Error &problem);
    void reveal(widgets::ChartView *chart);

    widgets::ChartGroup m_group;
    widgets::ChartFeed m_feed;
    QPointer<live::Service> m_service;
    ServiceFrame *m_frame;
    QScrollArea *m_scroll;
    QWidget *m_content;
    Banner *m_forgetful; ///< The past is not kept.
    widgets::TimeRangeBar *m_range;
    QLabel *m_unknown; ///< Instead of sections; and the way to what there is.
    QPushButton *m_explore;
    QVBoxLayout *m_column;
    std::vector<std::unique_ptr<OverviewSection>> m_sections;
};

} // namespace pult::pages
