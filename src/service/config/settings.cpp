// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/settings.h"

#include <algorithm>
#include <thread>

namespace pult::service {

namespace {

template <class T>
T pick(contract::Kind kind, T text, T image, T video, T sticker)
{
    switch (kind) {
    case contract::Kind::text:
        return text;
    case contract::Kind::image:
        return image;
    case contract::Kind::video:
        return video;
    case contract::Kind::sticker:
        return sticker;
    }
    return text;
}

} // namespace

std::int64_t httpThreads(std::int64_t workers)
{
    const auto cores = static_cast<std::int64_t>(std::thread::hardware_concurrency());
    return workers > 0 ? workers : std::max(std::int64_t{1}, cores - 1);
}

std::int64_t slotsFor(const WorkerSettings &workers, contract::Kind kind)
{
    return pick(kind, workers.text, workers.image, workers.video, workers.sticker);
}

Seconds timeoutFor(const TimeoutSettings &timeouts, contract::Kind kind)
{
    return pick(kind, timeouts.text_s, timeouts.image_s, timeouts.video_s, timeouts.sticker_s);
}

std::int64_t perMinuteFor(const RateLimitSettings &limits, contract::Kind kind)
{
    return pick(kind, limits.text_per_minute, limits.image_per_minute, limits.video_per_minute,
        limits.sticker_per_minute);
}

Seconds latencyFor(const SyntheticSettings &synthetic, contract::Kind kind)
{
    return pick(kind, synthetic.text_latency_s, synthetic.image_latency_s,
        synthetic.video_latency_s, synthetic.sticker_latency_s);
}

const std::string &providerFor(const ProviderSettings &providers, contract::Kind kind)
{
    return *pick(kind, &providers.text, &providers.image, &providers.video, &providers.sticker);
}

const std::string &endpointFor(const RunpodSettings &runpod, contract::Kind kind)
{
    return *pick(kind, &runpod.text_endpoint, &runpod.image_endpoint, &runpod.video_endpoint,
        &runpod.sticker_endpoint);
}

std::string modelFor(const OpenaiSettings &openai, contract::Kind kind)
{
    return pick(kind, openai.text_model, openai.image_model, std::string(), std::string());
}

} // namespace pult::service
