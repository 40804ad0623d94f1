// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/runpodprovider.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/json.hpp>
#include <spdlog/spdlog.h>

#include "service/providers/mediafile.h"
#include "service/providers/polling.h"
#include "service/providers/runpodjob.h"
#include "service/providers/runpodoutput.h"

namespace pult::service {

namespace {

namespace asio = boost::asio;
using std::chrono::milliseconds;

/// How often in a row a state may be asked for in vain.
constexpr int kMostMisses = 5;
/// An attempt ends within 1 s of its cancellation, and this is a part of it.
constexpr Seconds kCancelTime{0.7};
constexpr milliseconds kCheckInterval{200};

/// Errors: those of the check.
Task<Result<void>> waitBetweenPolls(Seconds length, StopCheck check)
{
    asio::steady_timer timer(co_await asio::this_coro::executor);
    const SteadyTime end =
        std::chrono::steady_clock::now() + std::chrono::duration_cast<SteadyTime::duration>(length);
    for (;;) {
        auto goOn = check.mayGoOn();
        const auto left = end - std::chrono::steady_clock::now();
        if (!goOn || left <= SteadyTime::duration::zero())
            co_return goOn;
        boost::system::error_code ignored;
        timer.expires_after(check.atMost(std::min<SteadyTime::duration>(left, kCheckInterval)));
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    }
}

std::string urlOf(const RunpodSettings &settings, const std::string &endpoint)
{
    return urlUnder(settings.base_url, "/v2/" + endpoint);
}

bool isWorthAskingAgain(const Error &error)
{
    return error.code == ErrorCode::unavailable || error.code == ErrorCode::limited
        || error.code == ErrorCode::corrupt;
}

} // namespace

RunpodProvider::RunpodProvider(
    const Clock &clock, UpstreamClient &client, const KeyRing &keys, const RunpodSettings &settings)
    : m_clock(clock)
    , m_api(client, keys, "runpod")
    , m_keys(keys)
    , m_settings(settings)
{
}

void RunpodProvider::apply(const RunpodSettings &settings)
{
    m_settings.with([&](RunpodSettings &current) { current = settings; });
}

RunpodSettings RunpodProvider::applied() const
{
    return m_settings.with([](const RunpodSettings &current) { return current; });
}

Task<Result<void>> RunpodProvider::probe(Deadline deadline, Cancellation cancellation)
{
    const RunpodSettings settings = applied();
    const StopCheck check(m_clock, deadline, cancellation);
    for (const contract::Kind kind : contract::kAllKinds) {
        const std::string endpoint = endpointFor(settings, kind);
        if (endpoint.empty())
            continue;
        const auto health = co_await m_api.get(urlOf(settings, endpoint) + "/health", check);
        if (!health)
            co_return tl::unexpected(health.error());
    }
    co_return Result<void>();
}

Task<Result<Artifact>> RunpodProvider::run(
    contract::Job job, Deadline deadline, Cancellation cancellation, Progress)
{
    const StopCheck check(m_clock, deadline, cancellation);
    const RunpodSettings settings = applied();
    const contract::Kind kind = job.kind;
    const std::string endpoint = urlOf(settings, endpointFor(settings, kind));
    if (endpointFor(settings, kind).empty())
        co_return fail(ErrorCode::unsupported,
            "Set runpod." + std::string(contract::nameOf(kind))
                + "_endpoint to generate this kind");
    const auto server = parseWebAddress(settings.base_url);
    if (server && !m_keys.hasKeyFor("runpod", settings.base_url))
        co_return fail(ErrorCode::unauthenticated,
            "There is no key for " + server->authority() + ": " + m_keys.advice("runpod", *server));
    const auto id = co_await submit(std::move(job), endpoint, deadline, check);
    if (!id)
        co_return tl::unexpected(id.error());
    const auto last = co_await lastAnswer(endpoint + "/status/" + *id, check);
    if (!last) {
        co_await cancel(endpoint + "/cancel/" + *id);
        co_return tl::unexpected(last.error());
    }
    auto output = *runpodEnd(*last);
    if (!output)
        co_return tl::unexpected(std::move(output.error()));
    co_return co_await artifactFrom(kind, std::move(*output), check);
}

Task<Result<std::string>> RunpodProvider::submit(
    contract::Job job, std::string endpoint, Deadline deadline, StopCheck check)
{
    boost::json::object body{
        {"input", runpodInput(job)}, {"policy", runpodPolicy(deadline.timeLeft(m_clock))}};
    const auto answer = co_await m_api.post(endpoint + "/run", std::move(body), check);
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return runpodJobId(*answer);
}

Task<Result<boost::json::value>> RunpodProvider::lastAnswer(std::string jobUrl, StopCheck check)
{
    std::mt19937_64 random(std::random_device{}());
    PollPace pace;
    Seconds patience{0};
    for (int misses = 0;;) {
        const Seconds pause = std::max(patience, pace.next(random));
        auto goOn = co_await waitBetweenPolls(pause, check);
        if (!goOn)
            co_return tl::unexpected(std::move(goOn.error()));
        const auto answer = co_await m_api.get(jobUrl, check);
        patience = Seconds(0);
        if (answer) {
            misses = 0;
            if (runpodEnd(*answer))
                co_return *answer;
            continue;
        }
        if (answer.error().code == ErrorCode::notFound)
            co_return fail(ErrorCode::unavailable, "RunPod no longer knows the job");
        if (!isWorthAskingAgain(answer.error()) || ++misses == kMostMisses)
            co_return tl::unexpected(answer.error());
        patience = answer.error().retryAfter.value_or(Seconds(0));
    }
}

Task<> RunpodProvider::cancel(std::string cancelUrl)
{
    const Cancellation never;
    const StopCheck check(m_clock, Deadline::after(m_clock, kCancelTime), never);
    const auto cancelled = co_await m_api.post(std::move(cancelUrl), boost::json::object(), check);
    if (!cancelled)
        spdlog::warn(
            "A job on RunPod may run on until its own time limit: {}", cancelled.error().detail);
}

Task<Result<Artifact>> RunpodProvider::artifactFrom(
    contract::Kind kind, boost::json::value output, StopCheck check)
{
    if (kind == contract::Kind::text)
        co_return runpodText(output).map(textArtifact);
    auto media = runpodMedia(output);
    if (!media)
        co_return tl::unexpected(std::move(media.error()));
    co_return co_await m_api.media(std::move(*media), applied().base_url, check);
}

} // namespace pult::service
