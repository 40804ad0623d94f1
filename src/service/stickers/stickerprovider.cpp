// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stickers/stickerprovider.h"

#include "service/stickers/stickerrequest.h"

namespace pult::service {

namespace {

Artifact artifactOf(const CachedResult &cached, std::string id)
{
    return {cached.bytes, cached.mediaType, cached.width, cached.height, std::move(id)};
}

} // namespace

StickerProvider::StickerProvider(Provider &others, ProcessPool &processes, ResultCache &cache)
    : m_others(others)
    , m_processes(processes)
    , m_cache(cache)
{
}

Task<Result<Artifact>> StickerProvider::run(
    contract::Job job, Deadline deadline, Cancellation cancellation, Progress progress)
{
    if (job.kind == contract::Kind::sticker && job.params.tgs)
        co_return co_await render(std::move(job.params), deadline, std::move(cancellation));
    co_return co_await m_others.run(
        std::move(job), deadline, std::move(cancellation), std::move(progress));
}

Task<Result<Artifact>> StickerProvider::render(
    contract::JobParams params, Deadline deadline, Cancellation cancellation)
{
    const auto request = stickerRequest(params);
    if (!request)
        co_return tl::unexpected(request.error());
    std::string id = stickerId(*request);
    if (const auto cached = m_cache.find(id))
        co_return artifactOf(*cached, std::move(id));
    const auto answer =
        co_await m_processes.run(packRequest(*request), deadline, std::move(cancellation));
    if (!answer)
        co_return tl::unexpected(answer.error());
    auto artifact = unpackArtifact(*answer);
    if (!artifact)
        co_return tl::unexpected(std::move(artifact.error()));
    m_cache.put(id, {artifact->bytes, artifact->mediaType, artifact->width, artifact->height});
    artifact->stickerId = std::move(id);
    co_return std::move(*artifact);
}

} // namespace pult::service
