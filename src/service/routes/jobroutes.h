// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include "service/config/liveconfig.h"
#include "service/http/httpmetrics.h"
#include "service/http/router.h"

namespace pult::service {

/// Jobs: submit, look, list, cancel, run again. Any thread. All references must outlive it.
class JobRoutes {
public:
    JobRoutes(const Clock &clock, JobService &jobs, const LiveConfig &config, RateLimiter &limiter,
        HttpMetrics &metrics);

    void addTo(Router &router);
    /// Whoever waits for a job is answered now, with the job as it stands.
    void stopWaiting() { m_isStopping = true; }

private:
    struct Submission {
        NewJob job;
        Seconds wait{0};
    };

    Task<Response> generate(const Request &request);
    Task<Response> generateKind(const Request &request);
    Task<Response> submit(const Request &request, std::optional<contract::Kind> kind);
    /// Without a kind, of the one that the body names.
    [[nodiscard]] Result<Submission> submissionIn(
        const Request &request, std::optional<contract::Kind> kind) const;
    /// Until the job has ended, or the time is up; puts down how it stands then. The time it took.
    Task<SteadyTime::duration> waitFor(AcceptedJob &job, Seconds length);

    Task<Response> list(const Request &request);
    Task<Response> find(const Request &request);
    Task<Response> cancel(const Request &request);
    Task<Response> retry(const Request &request);

    const Clock &m_clock;
    JobService &m_jobs;
    const LiveConfig &m_config;
    RateLimiter &m_limiter;
    HttpMetrics &m_metrics;
    std::atomic<bool> m_isStopping = false;
};

} // namespace pult::service
