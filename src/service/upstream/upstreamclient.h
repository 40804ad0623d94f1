// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <prometheus/registry.h>

#include "base/clock.h"
#include "service/config/settings.h"
#include "service/metrics/poolmetrics.h"
#include "service/runtime/task.h"
#include "service/upstream/upstreamrequest.h"

namespace pult::service {

/// The one HTTP client of the service, for everything that it asks of providers: connections are
/// pooled and kept, limited in all and per host, HTTP/2 is spoken where the server has it. Each
/// phase has its time limit: a free place in the pool, the connection (name, TCP and TLS), sending,
/// and the answer; the last two run anew with each byte. Certificates are always checked, redirects
/// never followed, proxies not used. Any thread; one thread of its own does the work.
class UpstreamClient {
public:
    UpstreamClient(
        const Clock &clock, prometheus::Registry &registry, const UpstreamSettings &settings);
    /// What is under way is answered cancelled.
    ~UpstreamClient();
    UpstreamClient(const UpstreamClient &) = delete;
    UpstreamClient &operator=(const UpstreamClient &) = delete;

    /// From the next request on; the limits at once.
    void apply(const UpstreamSettings &settings);
    [[nodiscard]] UpstreamSettings applied() const;
    /// Requests under way against max_connections, and those that wait for a place.
    [[nodiscard]] PoolState pool() const;

    /// Ends within a quarter of a second of mayGoOn()'s error. Errors: that one; limited (no place
    /// in the pool came free); unavailable (not reached, broken off, or a phase took too long, and
    /// which); forbidden (out of reach); tooLarge; invalidArgument (the URL).
    [[nodiscard]] Task<Result<UpstreamAnswer>> send(UpstreamRequest request);

private:
    class Loop;

    std::unique_ptr<Loop> m_loop;
};

} // namespace pult::service
