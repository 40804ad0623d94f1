// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QObject>
#include <QPointer>

#include "console/live/service.h"
#include "console/widgets/chartview.h"

namespace pult::widgets {

/// Keeps a page's charts filled from one service: one query for each chart a tick, none while one
/// is under way, none at all while stopped. GUI thread.
class ChartFeed final : public QObject {
    Q_OBJECT
public:
    /// The group must outlive the feed.
    explicit ChartFeed(ChartGroup &group, QObject *parent = nullptr);

    /// The chart must outlive the feed, unless it is removed.
    void add(ChartView &chart);
    void remove(ChartView &chart);
    /// None empties the charts.
    void setService(live::Service *service);
    void start();
    void stop();

private:
    struct Slot {
        ChartView *chart = nullptr;
        QObject context; ///< Of its replies.
        bool isAsking = false;
        bool isDue = false; ///< Wanted again while asking.
    };

    void askAll();
    void ask(Slot &slot);
    void receive(Slot &slot, Result<live::ChartData> answer);

    ChartGroup &m_group;
    live::Service *m_service = nullptr;
    std::vector<std::unique_ptr<Slot>> m_slots;
    std::unique_ptr<QObject> m_requests; ///< Context of the current service's replies.
    bool m_isRunning = false;
};

} // namespace pult::widgets
