// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <benchmark/benchmark.h>

#include "service/limits/ratelimiter.h"

namespace pult::service {
namespace {

/// Keys as long as the real ones, each known to the limiter, which forgets none of them meanwhile.
std::vector<std::string> introduce(RateLimiter &limiter)
{
    std::vector<std::string> clients;
    for (std::size_t i = 0; i < RateLimiter::kMaxClients; ++i) {
        clients.push_back("address 2001:db8::" + std::to_string(i));
        (void)limiter.admit(clients.back());
    }
    std::shuffle(clients.begin(), clients.end(), std::mt19937_64(1));
    // A copy, so that the names lie in their order: a request's client has just been read.
    return std::vector<std::string>(clients);
}

void admit(benchmark::State &state)
{
    const SystemClock clock;
    RateLimitSettings settings;
    settings.general_per_s = 0.001;
    RateLimiter limiter(clock, settings);
    const std::vector<std::string> clients = introduce(limiter);
    std::size_t turn = 0;
    for (auto step : state)
        benchmark::DoNotOptimize(limiter.admit(clients[turn++ % clients.size()]));
    if (limiter.clientCount() < clients.size())
        state.SkipWithError("The limiter forgot clients");
}
BENCHMARK(admit);

} // namespace
} // namespace pult::service

BENCHMARK_MAIN();
