// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stickers/stickerprovider.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>

#include "service/runtime/astuple.h"

namespace pult::service {

namespace {

constexpr std::chrono::milliseconds kTurnPoll{20};

Artifact artifactOf(const CachedResult &cached, std::string id)
{
    return {cached.bytes, cached.mediaType, cached.width, cached.height, std::move(id)};
}

bool bringsFile(const contract::Job &job)
{
    return job.kind == contract::Kind::sticker && job.params.tgs;
}

} // namespace

StickerProvider::StickerProvider(
    const Clock &clock, Provider &others, ProcessPool &processes, ResultCache &cache)
    : m_clock(clock)
    , m_others(others)
    , m_processes(processes)
    , m_cache(cache)
{
}

std::string StickerProvider::nameFor(const contract::Job &job) const
{
    return bringsFile(job) ? "rlottie" : m_others.nameFor(job);
}

Task<Result<Artifact>> StickerProvider::run(
    contract::Job job, Deadline deadline, Cancellation cancellation, Progress progress)
{
    if (bringsFile(job))
        co_return co_await render(std::move(job.params), deadline, std::move(cancellation));
    co_return co_await m_others.run(
        std::move(job), deadline, std::move(cancellation), std::move(progress));
}

Task<Result<Artifact>> StickerProvider::render(
    contract::JobParams params, Deadline deadline, Cancellation cancellation)
{
    auto request = stickerRequest(params);
    if (!request)
        co_return tl::unexpected(std::move(request.error()));
    const std::string id = stickerId(*request);
    const auto turn = co_await takeTurn(id, StopCheck(m_clock, deadline, cancellation));
    if (!turn)
        co_return tl::unexpected(turn.error());
    auto made = co_await renderOrTake(std::move(*request), id, deadline, std::move(cancellation));
    m_underWay.with([&](std::set<std::string> &ids) { ids.erase(id); });
    co_return made;
}

Task<Result<Artifact>> StickerProvider::renderOrTake(
    StickerRequest request, std::string id, Deadline deadline, Cancellation cancellation)
{
    if (const auto cached = m_cache.find(id))
        co_return artifactOf(*cached, std::move(id));
    const auto answer =
        co_await m_processes.run(packRequest(request), deadline, std::move(cancellation));
    if (!answer)
        co_return tl::unexpected(answer.error());
    auto artifact = unpackArtifact(*answer);
    if (!artifact)
        co_return tl::unexpected(std::move(artifact.error()));
    m_cache.put(id, {artifact->bytes, artifact->mediaType, artifact->width, artifact->height});
    artifact->stickerId = std::move(id);
    co_return std::move(*artifact);
}

bool StickerProvider::tryTurn(const std::string &id)
{
    return m_underWay.with([&](std::set<std::string> &ids) { return ids.insert(id).second; });
}

/// Until nobody else renders the same.
Task<Result<void>> StickerProvider::takeTurn(std::string id, StopCheck check)
{
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor);
    while (!tryTurn(id)) {
        if (auto goOn = check.mayGoOn(); !goOn)
            co_return goOn;
        timer.expires_after(check.atMost(kTurnPoll));
        co_await timer.async_wait(kAsTuple);
    }
    co_return Result<void>();
}

} // namespace pult::service
