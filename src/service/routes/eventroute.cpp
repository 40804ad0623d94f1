// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/eventroute.h"

#include <charconv>

#include <boost/asio/this_coro.hpp>

#include "service/http/reply.h"
#include "service/routes/eventstream.h"

namespace pult::service {

namespace {

/// An id that is no number is no id of ours: everything in the ring, behind a gap.
std::int64_t resumeFrom(const Request &request, const EventHub &hub)
{
    const std::string_view text = request.headers.value("Last-Event-ID");
    if (text.empty())
        return hub.newest();
    std::int64_t id = 0;
    std::from_chars(text.data(), text.data() + text.size(), id);
    return id;
}

Task<Response> follow(EventHub &hub, const Request &request)
{
    Response response;
    response.contentType = "text/event-stream; charset=utf-8";
    if (request.method == Method::HEAD)
        co_return response;
    response.stream = std::make_unique<EventStream>(
        hub, co_await boost::asio::this_coro::executor, resumeFrom(request, hub));
    co_return response;
}

} // namespace

void addEventRoute(Router &router, EventHub &hub)
{
    router.add({Method::GET, "/events", Access::viewer,
        [&hub](const Request &request) { return follow(hub, request); }});
}

} // namespace pult::service
