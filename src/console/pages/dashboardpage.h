// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "base/clock.h"
#include "console/pages/page.h"
#include "console/settings/pinboard.h"
#include "console/widgets/chartfeed.h"
#include "console/widgets/chartgroup.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace pult::widgets {
class TimeRangeBar;
}

namespace pult::pages {

class Banner;
class PinnedCard;
class ServiceFrame;

/// The charts that the user has pinned for a service, in the user's order, on one time axis. What
/// is removed can be brought back. GUI thread.
class DashboardPage final : public Page {
    Q_OBJECT
public:
    /// Both must outlive the page.
    DashboardPage(const Clock &clock, settings::PinBoard &pins, QWidget *parent = nullptr);

    void setService(live::Service *service) override;
    [[nodiscard]] widgets::ChartGroup &range() { return m_group; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] std::string serviceId() const;
    /// Shows what is pinned now; cards stay, so that a title keeps the cursor.
    void refresh();
    PinnedCard *addCard();
    void dropCard();
    void arrange();
    void retranslate();
    void rename(std::size_t place, const QString &title);
    void move(std::size_t place, int by);
    void remove(std::size_t place);
    void undo();

    struct Removed {
        std::string service;
        std::size_t place = 0;
        settings::PinnedChart chart;
    };

    settings::PinBoard &m_pins;
    widgets::ChartGroup m_group;
    widgets::ChartFeed m_feed;
    QPointer<live::Service> m_service;
    Removed m_removed; ///< The last one.
    ServiceFrame *m_frame;
    QWidget *m_content;
    Banner *m_banner;
    QPushButton *m_undo;
    widgets::TimeRangeBar *m_range;
    QLabel *m_empty;
    QPushButton *m_explore;
    QGridLayout *m_grid;
    std::vector<PinnedCard *> m_cards;
};

} // namespace pult::pages
