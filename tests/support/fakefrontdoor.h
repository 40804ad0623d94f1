// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/http/frontdoor.h"
#include "service/routes/routes.h"
#include "support/fakejobservice.h"
#include "support/manualclock.h"
#include "support/memoryrevisionstore.h"
#include "support/runtask.h"
#include "support/temporarydirectory.h"

namespace pult::test {

/// Every route behind the real front door, on fakes: what a request is answered, without a socket.
class FakeFrontDoor {
public:
    explicit FakeFrontDoor(service::DoorPolicy policy = {})
        : m_door(clock, m_routes.router(), *tokens, limiter, m_metrics, std::move(policy))
    {
    }

    service::Response answer(service::Request &request) { return runTask(m_door.answer(request)); }

    service::Response send(service::Method method, std::string_view target,
        std::string_view body = {}, std::string_view token = {})
    {
        service::Request request;
        request.method = method;
        request.target = service::parseTarget(target).value();
        request.address = "192.0.2.7";
        request.body = body;
        request.hasBody = !body.empty();
        request.headers.add("Content-Type", "application/json");
        request.headers.add("If-Match", "*");
        if (!token.empty())
            request.headers.add("Authorization", "Bearer " + std::string(token));
        return answer(request);
    }

    [[nodiscard]] const service::Router &router() const { return m_routes.router(); }

    ManualClock clock;
    TemporaryDirectory directory;
    MemoryRevisionStore revisions;
    FakeJobService jobs;
    std::unique_ptr<service::LiveConfig> config =
        service::LiveConfig::open(revisions, clock, {}).value();
    std::unique_ptr<service::TokenStore> tokens =
        service::TokenStore::open(directory.path() / "tokens.json", clock).value();
    service::RateLimiter limiter{clock, config->settings()->rate_limits};
    service::EventHub events{clock};
    service::Logbook logbook;
    prometheus::Registry registry;
    service::ResultCache cache{clock, config->settings()->cache, registry};
    bool isReady = true;

private:
    service::HttpMetrics m_metrics{registry};
    service::Exposition m_exposition;
    service::HealthMonitor m_health{clock, service::HealthMonitor::Traffic::users};
    service::Routes m_routes{
        service::RouteParts{clock, jobs, *config, [this] { return *config->settings(); }, limiter,
            m_metrics, m_health, [this] { return isReady; }, m_exposition, events, logbook, cache}};
    service::FrontDoor m_door;
};

} // namespace pult::test
