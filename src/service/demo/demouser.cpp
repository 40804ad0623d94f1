// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/demo/demouser.h"

#include <boost/asio/steady_timer.hpp>

#include "contract/encodetext.h"
#include "service/runtime/astuple.h"

namespace pult::service {

namespace {

constexpr std::chrono::seconds kPause{3};

std::optional<contract::Job> jobIn(const Result<HttpAnswer> &answer)
{
    if (!answer || (answer->status != 200 && answer->status != 202))
        return std::nullopt;
    auto job = contract::decodeText<contract::Job>(answer->body);
    return job ? std::optional(std::move(*job)) : std::nullopt;
}

} // namespace

DemoUser::DemoUser(const boost::asio::any_io_executor &executor,
    const boost::asio::ip::tcp::endpoint &service, const std::string &token)
    : m_executor(executor)
    , m_caller(executor, service, token)
{
}

Task<> DemoUser::generate(contract::Kind kind, contract::GenerateRequest request)
{
    const std::string target = "/api/generate/" + std::string(nameOf(kind)) + "?wait=30";
    const auto answer = co_await m_caller.post(target, contract::encodeText(request));
    std::optional<contract::Job> job = jobIn(answer);
    if (!job) {
        co_await pause();
        co_return;
    }
    job = co_await finished(std::move(*job));
    if (job && job->result)
        co_await m_caller.get(job->result->link);
}

Task<std::optional<contract::Job>> DemoUser::finished(contract::Job job)
{
    std::optional<contract::Job> latest = std::move(job);
    while (latest && !contract::isFinal(latest->state)) {
        co_await pause();
        const auto answer = co_await m_caller.get("/api/v1/jobs/" + toString(latest->id));
        latest = jobIn(answer);
    }
    co_return latest;
}

Task<> DemoUser::pause()
{
    boost::asio::steady_timer timer(m_executor, kPause);
    co_await timer.async_wait(kAsTuple);
}

} // namespace pult::service
