// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/eventhub.h"

#include <algorithm>

#include <fmt/format.h>

namespace pult::service {

namespace {

/// As GET /events sends it.
std::string streamText(std::int64_t id, std::string_view type, std::string_view data)
{
    const fmt::format_int digits(id);
    std::string text;
    text.reserve(data.size() + 64);
    text.append("id: ").append(digits.data(), digits.size());
    text.append("\nevent: ").append(type).append("\ndata: ").append(data).append("\n\n");
    return text;
}

} // namespace

EventHub::EventHub(const Clock &clock)
{
    using Microseconds = std::chrono::microseconds;
    const std::int64_t start = Microseconds(clock.wallNow().time_since_epoch()).count();
    m_state.with([start](State &state) { state.newest = start; });
}

void EventHub::publish(contract::EventType type, std::string_view data)
{
    m_state.with([&](State &state) {
        ++state.newest;
        state.ring.push_back(streamText(state.newest, contract::nameOf(type), data));
        if (state.ring.size() > kRing)
            state.ring.pop_front();
    });
    notify();
}

EventHub::Batch EventHub::read(std::int64_t after) const
{
    return m_state.with([after](const State &state) {
        const auto held = static_cast<std::int64_t>(state.ring.size());
        const std::int64_t oldest = state.newest - held + 1;
        Batch batch;
        batch.isClosed = state.isClosed;
        batch.hasGap = after + 1 < oldest || after > state.newest;
        const std::int64_t from = batch.hasGap ? oldest : after + 1;
        const std::int64_t to =
            std::min(state.newest, from + static_cast<std::int64_t>(kBatch) - 1);
        for (std::int64_t id = from; id <= to; ++id)
            batch.text += state.ring[static_cast<std::size_t>(id - oldest)];
        batch.last = to;
        return batch;
    });
}

std::int64_t EventHub::newest() const
{
    return m_state.with([](const State &state) { return state.newest; });
}

void EventHub::listen(std::weak_ptr<const Listener> listener)
{
    m_state.with([&](State &state) {
        std::erase_if(state.listeners, [](const auto &known) { return known.expired(); });
        state.listeners.push_back(std::move(listener));
    });
}

void EventHub::close()
{
    m_state.with([](State &state) { state.isClosed = true; });
    notify();
}

void EventHub::notify() const
{
    const auto listeners = m_state.with([](const State &state) { return state.listeners; });
    for (const auto &known : listeners)
        if (const auto listener = known.lock())
            (*listener)();
}

} // namespace pult::service
