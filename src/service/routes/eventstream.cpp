// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/eventstream.h"

#include <boost/asio/post.hpp>

#include "service/runtime/astuple.h"

namespace pult::service {

namespace {

constexpr std::chrono::seconds kQuiet{15};

} // namespace

EventStream::EventStream(
    EventHub &hub, const boost::asio::any_io_executor &executor, std::int64_t after)
    : m_hub(hub)
    , m_wakening(std::make_shared<Wakening>(executor))
    , m_listener(
          std::make_shared<const EventHub::Listener>([wakening = m_wakening] { wake(wakening); }))
    , m_last(after)
{
    m_hub.listen(m_listener);
}

/// A timer may be touched on its thread alone; one post is enough for any number of events.
void EventStream::wake(const std::shared_ptr<Wakening> &wakening)
{
    if (wakening->isPosted.exchange(true))
        return;
    boost::asio::post(wakening->timer.get_executor(), [wakening] {
        wakening->isPosted = false;
        wakening->timer.cancel();
    });
}

Task<std::optional<std::string>> EventStream::next()
{
    EventHub::Batch batch = m_hub.read(m_last);
    if (!m_hasBegun) {
        m_hasBegun = true;
        m_last = batch.last;
        const std::string_view gap = batch.hasGap ? "event: gap\ndata: {}\n\n" : "";
        co_return "retry: 1000\n\n" + std::string(gap) + batch.text;
    }
    if (batch.text.empty() && !batch.isClosed) {
        m_wakening->timer.expires_after(kQuiet);
        co_await m_wakening->timer.async_wait(kAsTuple);
        batch = m_hub.read(m_last);
    }
    if (batch.hasGap || (batch.isClosed && batch.text.empty()))
        co_return std::nullopt;
    m_last = batch.last;
    co_return batch.text.empty() ? ": quiet\n\n" : std::move(batch.text);
}

} // namespace pult::service
