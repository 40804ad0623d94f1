// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/guarded.h"
#include "contract/event.h"

namespace pult::service {

/// What happened, for everybody who listens on GET /events: the last kRing events, already as text
/// of the stream. Nobody is waited for: who is too slow finds events gone. Any thread.
class EventHub {
public:
    static constexpr std::size_t kRing = 10'000;
    /// Events a reader gets at once.
    static constexpr std::size_t kBatch = 200;

    /// What a reader gets.
    struct Batch {
        std::string text;
        std::int64_t last = 0; ///< Id of the newest event read so far.
        bool hasGap = false; ///< Events behind the asked one are gone.
        bool isClosed = false; ///< There will be no more.
    };

    /// Ids grow from the clock's microseconds, so that an id of an earlier run is never taken for
    /// one of this run.
    explicit EventHub(const Clock &clock);

    /// data: JSON, without line breaks.
    void publish(contract::EventType type, std::string_view data);
    /// Events behind `after`; those still in the ring when there is a gap.
    [[nodiscard]] Batch read(std::int64_t after) const;
    /// Id of the newest event: to follow from now on.
    [[nodiscard]] std::int64_t newest() const;

    using Listener = std::function<void()>;
    /// Calls the listener after each publish, on the publishing thread, while it lives; it must not
    /// block.
    void listen(std::weak_ptr<const Listener> listener);

    /// Ends every stream.
    void close();

private:
    struct State {
        std::deque<std::string> ring; ///< The last one has id `newest`.
        std::int64_t newest = 0;
        bool isClosed = false;
        std::vector<std::weak_ptr<const Listener>> listeners;
    };

    void notify() const;

    Guarded<State> m_state;
};

} // namespace pult::service
