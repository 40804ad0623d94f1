// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/jobroutes.h"

#include <algorithm>

#include "contract/params.h"
#include "service/http/limitheaders.h"
#include "service/http/reply.h"
#include "service/routes/jobowner.h"

namespace pult::service {

namespace {

constexpr Seconds kLongestWait{60};
/// A stopping service must not wait for those who wait.
constexpr Seconds kWaitSlice{0.5};
constexpr std::size_t kMaxKeyBytes = 255;

Result<std::optional<std::string>> idempotencyKey(const Request &request)
{
    const std::string_view key = request.headers.value("Idempotency-Key");
    const bool isPrintable =
        std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c <= '~'; });
    if (!isPrintable || key.size() > kMaxKeyBytes)
        return fail(ErrorCode::invalidArgument,
            "Idempotency-Key must have at most 255 printable ASCII characters");
    return key.empty() ? std::optional<std::string>() : std::string(key);
}

Result<JobFilter> filterOf(const Request &request)
{
    JobFilter filter;
    const auto state = namedParameter<contract::JobState>(request, "state");
    const auto kind = namedParameter<contract::Kind>(request, "kind");
    const auto limit = integerParameter(request, "limit", 1, 500, 50);
    if (!state || !kind || !limit)
        return tl::unexpected(!state ? state.error() : !kind ? kind.error() : limit.error());
    if (const auto since = request.target.parameter("since")) {
        const auto time = parseWallTime(*since);
        if (!time)
            return tl::unexpected(time.error());
        filter.since = *time;
    }
    filter.state = *state;
    filter.kind = *kind;
    filter.limit = static_cast<std::size_t>(*limit);
    filter.text = request.target.parameter("text").value_or("");
    filter.cursor = request.target.parameter("cursor").value_or("");
    return filter;
}

Response acceptedResponse(AcceptedJob accepted)
{
    Response response =
        jsonResponse(std::move(accepted.json), contract::isFinal(accepted.state) ? 200 : 202);
    const auto id = textOf(accepted.id);
    std::string location = "/api/v1/jobs/";
    location.reserve(location.size() + id.size());
    response.headers.add("Location", location.append(id.data(), id.size()));
    if (accepted.isReplay)
        response.headers.add("Idempotency-Replayed", "true");
    return response;
}

} // namespace

JobRoutes::JobRoutes(const Clock &clock, JobService &jobs, const LiveConfig &config,
    RateLimiter &limiter, HttpMetrics &metrics)
    : m_clock(clock)
    , m_jobs(jobs)
    , m_config(config)
    , m_limiter(limiter)
    , m_metrics(metrics)
{
}

void JobRoutes::addTo(Router &router)
{
    router.add({Method::POST, "/api/generate/{kind}", Access::submitter,
        [this](const Request &request) { return generateKind(request); }});
    router.add({Method::POST, "/api/v1/generate", Access::submitter,
        [this](const Request &request) { return generate(request); }});
    router.add({Method::GET, "/api/v1/jobs", Access::viewer,
        [this](const Request &request) { return list(request); }});
    router.add({Method::GET, "/api/v1/jobs/{id}", Access::owner,
        [this](const Request &request) { return find(request); }});
    router.add({Method::DELETE, "/api/v1/jobs/{id}", Access::operates,
        [this](const Request &request) { return cancel(request); }});
    router.add({Method::POST, "/api/v1/jobs/{id}/retry", Access::operates,
        [this](const Request &request) { return retry(request); }});
}

Task<Response> JobRoutes::generateKind(const Request &request)
{
    const auto kind = kindInPath(request);
    return kind ? submit(request, *kind) : ready(problemResponse(kind.error()));
}

Task<Response> JobRoutes::generate(const Request &request)
{
    return submit(request, std::nullopt);
}

Task<Response> JobRoutes::submit(const Request &request, std::optional<contract::Kind> kind)
{
    if (!request.hasBody)
        co_return problemResponse(411, "Send a body, and its length");
    auto submission = submissionIn(request, kind);
    if (!submission)
        co_return problemResponse(submission.error());

    RateDecision decision = m_limiter.admitSubmission(request.client, submission->job.kind);
    Response response;
    if (!decision.isAdmitted) {
        m_metrics.limited(decision.rules.front().rule);
        response = tooManyRequests(decision.rules);
    } else {
        auto accepted = co_await m_jobs.submit(std::move(submission->job));
        SteadyTime::duration waited{};
        if (accepted && submission->wait > Seconds(0))
            waited = co_await waitFor(*accepted, submission->wait);
        response =
            accepted ? acceptedResponse(std::move(*accepted)) : problemResponse(accepted.error());
        response.waited = waited;
    }
    response.limits = std::move(decision.rules);
    co_return response;
}

Result<JobRoutes::Submission> JobRoutes::submissionIn(
    const Request &request, std::optional<contract::Kind> kind) const
{
    auto body = bodyAs<contract::GenerateRequest>(request);
    if (!body)
        return tl::unexpected(std::move(body.error()));
    if (!kind)
        kind = body->kind;
    if (!kind)
        return tl::unexpected(fieldError("/kind", "Must be given"));
    const Seconds longest = timeoutFor(m_config.settings()->timeouts, *kind);
    const auto wait = secondsParameter(request, "wait", kLongestWait);
    auto key = idempotencyKey(request);
    const auto valid = contract::validate(*kind, *body, longest);
    if (!wait || !key || !valid)
        return tl::unexpected(!wait ? wait.error() : !key ? key.error() : valid.error());
    return Submission{{*kind, std::move(*body), request.client, std::move(*key)}, *wait};
}

Task<SteadyTime::duration> JobRoutes::waitFor(AcceptedJob &job, Seconds length)
{
    const SteadyTime began = m_clock.now();
    const Deadline deadline = Deadline::after(m_clock, length);
    while (!contract::isFinal(job.state) && !deadline.isReached(m_clock) && !m_isStopping) {
        const Deadline slice = deadline.earlier(Deadline::after(m_clock, kWaitSlice));
        const auto found = co_await m_jobs.wait(job.id, slice);
        if (!found)
            break;
        job.state = found->state;
        job.json = contract::encodeText(*found);
    }
    co_return m_clock.now() - began;
}

Task<Response> JobRoutes::list(const Request &request)
{
    auto filter = filterOf(request);
    if (!filter)
        co_return problemResponse(filter.error());
    auto page = co_await m_jobs.list(std::move(*filter));
    if (!page)
        page.error().fields.clear(); // Pointers point into a body, and here is none.
    co_return respond(page);
}

Task<Response> JobRoutes::find(const Request &request)
{
    const auto id = co_await readableJob(m_jobs, request);
    if (!id)
        co_return problemResponse(id.error());
    const auto job = co_await m_jobs.find(*id);
    co_return respond(job);
}

Task<Response> JobRoutes::cancel(const Request &request)
{
    const auto id = jobIdInPath(request);
    if (!id)
        co_return problemResponse(id.error());
    const auto job = co_await m_jobs.cancel(*id);
    co_return respond(job);
}

Task<Response> JobRoutes::retry(const Request &request)
{
    const auto id = jobIdInPath(request);
    if (!id)
        co_return problemResponse(id.error());
    const auto job = co_await m_jobs.retry(*id);
    co_return respond(job, 202);
}

} // namespace pult::service
