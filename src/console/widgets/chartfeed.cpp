// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartfeed.h"

#include <cmath>

namespace pult::widgets {
namespace {

/// A column narrower than the time between two samples would be a gap.
live::ChartQuery queryFor(const ChartView &chart, TimeRange range, Seconds samplePeriod)
{
    const double samples = std::ceil(Seconds(range.to - range.from) / samplePeriod);
    return {chart.shownSignals(), range.from, range.to,
        std::max(1, std::min(chart.columns(), static_cast<int>(samples))), chart.lines()};
}

} // namespace

ChartFeed::ChartFeed(ChartGroup &group, QObject *parent)
    : QObject(parent)
    , m_group(group)
{
    connect(&group, &ChartGroup::rangeChanged, this, &ChartFeed::askAll);
}

void ChartFeed::add(ChartView &chart)
{
    Slot &slot = *m_slots.emplace_back(std::make_unique<Slot>());
    slot.chart = &chart;
    chart.setGroup(&m_group);
    connect(&chart, &ChartView::columnsChanged, this, [this, &slot] { ask(slot); });
    connect(&chart, &ChartView::linesChanged, this, [this, &slot] { ask(slot); });
    ask(slot);
}

void ChartFeed::remove(ChartView &chart)
{
    disconnect(&chart, nullptr, this, nullptr);
    std::erase_if(m_slots, [&chart](const auto &slot) { return slot->chart == &chart; });
}

void ChartFeed::setService(live::Service *service)
{
    if (m_service)
        disconnect(m_service, nullptr, this, nullptr);
    m_service = service;
    m_requests = std::make_unique<QObject>();
    for (const auto &slot : m_slots) {
        slot->isAsking = slot->isDue = false;
        slot->chart->clear();
    }
    if (service)
        connect(service, &live::Service::stateChanged, this, &ChartFeed::askAll);
    askAll();
}

void ChartFeed::start()
{
    m_isRunning = true;
    askAll();
}

void ChartFeed::stop()
{
    m_isRunning = false;
}

void ChartFeed::askAll()
{
    for (const auto &slot : m_slots)
        ask(*slot);
}

void ChartFeed::ask(Slot &slot)
{
    if (!m_service || !m_isRunning)
        return;
    slot.chart->setStale(m_service->state().connection != live::Connection::live);
    slot.isDue = slot.isAsking;
    if (slot.isAsking)
        return;
    slot.isAsking = true;
    m_service->chart(queryFor(*slot.chart, m_group.range(), m_service->address().interval),
        &slot.context,
        [this, &slot, requests = QPointer<QObject>(m_requests.get())](
            Result<live::ChartData> answer) {
            if (requests)
                receive(slot, std::move(answer));
        });
}

void ChartFeed::receive(Slot &slot, Result<live::ChartData> answer)
{
    slot.isAsking = false;
    if (answer)
        slot.chart->setData(std::move(*answer));
    if (slot.isDue)
        ask(slot);
}

} // namespace pult::widgets
