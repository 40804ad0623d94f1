// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include <boost/asio/steady_timer.hpp>

#include "service/http/message.h"
#include "service/routes/eventhub.h"

namespace pult::service {

/// One reader of GET /events, as text/event-stream. On the thread of its connection. The hub must
/// outlive it.
class EventStream final : public BodyStream {
public:
    /// Starts behind `after`.
    EventStream(EventHub &hub, const boost::asio::any_io_executor &executor, std::int64_t after);

    /// The next events, or a comment after a quiet while so that both sides see that the other is
    /// there. Ends when the hub closes, or when the reader has fallen off the ring.
    [[nodiscard]] Task<std::optional<std::string>> next() override;

private:
    /// Reached by publishers on any thread, also while the stream goes away.
    struct Wakening {
        explicit Wakening(const boost::asio::any_io_executor &executor)
            : timer(executor)
        {
        }
        boost::asio::steady_timer timer;
        std::atomic<bool> isPosted = false;
    };
    static void wake(const std::shared_ptr<Wakening> &wakening);

    EventHub &m_hub;
    std::shared_ptr<Wakening> m_wakening;
    std::shared_ptr<const EventHub::Listener> m_listener;
    std::int64_t m_last;
    bool m_hasBegun = false;
};

} // namespace pult::service
