// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "contract/job.h"

/// Every setting of the service: one described struct a group, one member a setting. Ranges, units
/// and advice stand in settinginfo.h. A setting appears here only when something follows it.
namespace pult::service {

struct HttpSettings {
    std::int64_t workers = 0; ///< Threads; 0: see httpThreads().
    std::int64_t max_connections = 8000;
    std::int64_t connections_per_worker = 10'000; ///< In the mean of the threads.
    Seconds keep_alive_s{5};
    Seconds request_header_timeout_s{10};
    Seconds request_body_timeout_s{30};
    Seconds graceful_timeout_s{30};
    std::int64_t body_max_bytes = 1 << 20;
    bool operator==(const HttpSettings &) const = default;
};
BOOST_DESCRIBE_STRUCT(HttpSettings, (),
    (workers, max_connections, connections_per_worker, keep_alive_s, request_header_timeout_s,
        request_body_timeout_s, graceful_timeout_s, body_max_bytes))

/// The connections that read the database; one more writes.
struct DatabaseSettings {
    std::int64_t pool_size = 2; ///< Kept open.
    std::int64_t max_overflow = 2; ///< Besides, while reads wait.
    Seconds pool_timeout_s{10};
    Seconds pool_recycle_s{1800};
    bool operator==(const DatabaseSettings &) const = default;
};
BOOST_DESCRIBE_STRUCT(
    DatabaseSettings, (), (pool_size, max_overflow, pool_timeout_s, pool_recycle_s))

/// The longest a job of the kind may run, per attempt.
struct TimeoutSettings {
    Seconds text_s{60};
    Seconds image_s{180};
    Seconds video_s{900};
    Seconds sticker_s{60};
    bool operator==(const TimeoutSettings &) const = default;
};
BOOST_DESCRIBE_STRUCT(TimeoutSettings, (), (text_s, image_s, video_s, sticker_s))

/// Slots per kind: how many jobs run at once.
struct WorkerSettings {
    std::int64_t text = 10;
    std::int64_t image = 20;
    std::int64_t video = 4;
    std::int64_t sticker = 8;
    std::int64_t cpu_processes = 2; ///< For CPU-bound work of every kind.
    std::int64_t cpu_memory_bytes = 512 << 20; ///< Of one such process.
    bool operator==(const WorkerSettings &) const = default;
};
BOOST_DESCRIBE_STRUCT(
    WorkerSettings, (), (text, image, video, sticker, cpu_processes, cpu_memory_bytes))

struct QueueSettings {
    std::int64_t max_depth = 10'000; ///< All kinds together.
    std::int64_t max_attempts = 3;
    bool operator==(const QueueSettings &) const = default;
};
BOOST_DESCRIBE_STRUCT(QueueSettings, (), (max_depth, max_attempts))

/// What is kept of ended jobs: their records and results.
struct ResultSettings {
    Seconds keep_s{86'400}; ///< Since the end of the job.
    std::int64_t max_bytes = 1 << 30; ///< Of all together; above it the oldest go first.
    bool operator==(const ResultSettings &) const = default;
};
BOOST_DESCRIBE_STRUCT(ResultSettings, (), (keep_s, max_bytes))

/// Results that are kept in memory, to answer the same request again without the work.
struct CacheSettings {
    std::int64_t max_bytes = 64 << 20; ///< Of all together; above it the least used go first.
    Seconds ttl_s{3600}; ///< Since it was made.
    bool operator==(const CacheSettings &) const = default;
};
BOOST_DESCRIBE_STRUCT(CacheSettings, (), (max_bytes, ttl_s))

/// Each per client: its key, else its address.
struct RateLimitSettings {
    bool enabled = true;
    double general_per_s = 20;
    std::int64_t general_burst = 40;
    double submit_per_s = 5;
    std::int64_t submit_burst = 10;
    std::int64_t window_requests = 100; ///< Submissions in a window of window_s; 0: no such limit.
    Seconds window_s{60};
    std::int64_t text_per_minute = 0; ///< 0: none; likewise below.
    std::int64_t image_per_minute = 10;
    std::int64_t video_per_minute = 0;
    std::int64_t sticker_per_minute = 0;
    bool operator==(const RateLimitSettings &) const = default;
};
BOOST_DESCRIBE_STRUCT(RateLimitSettings, (),
    (enabled, general_per_s, general_burst, submit_per_s, submit_burst, window_requests, window_s,
        text_per_minute, image_per_minute, video_per_minute, sticker_per_minute))

/// Who serves each kind, and when a remote one counts as down.
struct ProviderSettings {
    std::string text = "synthetic"; ///< synthetic, runpod, openai
    std::string image = "synthetic"; ///< synthetic, runpod, openai
    std::string video = "synthetic"; ///< synthetic, runpod
    std::string sticker = "synthetic"; ///< synthetic, runpod
    std::int64_t max_failures = 5; ///< In a row.
    double max_failure_ratio = 0.5; ///< 0..1, of the latest 20.
    Seconds first_retry_s{5};
    Seconds longest_retry_s{300};
    bool operator==(const ProviderSettings &) const = default;
};
BOOST_DESCRIBE_STRUCT(ProviderSettings, (),
    (text, image, video, sticker, max_failures, max_failure_ratio, first_retry_s, longest_retry_s))

/// RunPod serverless: an endpoint a kind.
struct RunpodSettings {
    std::string base_url = "https://api.runpod.ai";
    std::string text_endpoint;
    std::string image_endpoint;
    std::string video_endpoint;
    std::string sticker_endpoint;
    bool operator==(const RunpodSettings &) const = default;
};
BOOST_DESCRIBE_STRUCT(
    RunpodSettings, (), (base_url, text_endpoint, image_endpoint, video_endpoint, sticker_endpoint))

/// A server that speaks like OpenAI's: a model a kind.
struct OpenaiSettings {
    std::string base_url = "https://api.openai.com/v1";
    std::string text_model;
    std::string image_model;
    bool operator==(const OpenaiSettings &) const = default;
};
BOOST_DESCRIBE_STRUCT(OpenaiSettings, (), (base_url, text_model, image_model))

/// The HTTP client that asks remote providers.
struct UpstreamSettings {
    std::int64_t max_connections = 100; ///< Requests under way at once.
    std::int64_t max_keepalive = 50; ///< Connections kept for reuse; 0: none.
    std::int64_t per_host = 30; ///< Requests under way at once to one host.
    Seconds keepalive_expiry_s{30};
    Seconds pool_timeout_s{5};
    Seconds connect_timeout_s{10};
    Seconds write_timeout_s{60}; ///< Without a byte sent.
    Seconds read_timeout_s{60}; ///< Without a byte received.
    bool http2 = true;
    std::string ca_file; ///< Authorities to trust, PEM; "": the system's.
    bool operator==(const UpstreamSettings &) const = default;
};
BOOST_DESCRIBE_STRUCT(UpstreamSettings, (),
    (max_connections, max_keepalive, per_host, keepalive_expiry_s, pool_timeout_s,
        connect_timeout_s, write_timeout_s, read_timeout_s, http2, ca_file))

/// The built-in provider: how long each kind takes on top of the real work, ± jitter.
struct SyntheticSettings {
    Seconds text_latency_s{0.8};
    Seconds image_latency_s{2.5};
    Seconds video_latency_s{8};
    Seconds sticker_latency_s{1.2};
    double jitter_ratio = 0.2; ///< 0..1
    double failure_ratio = 0; ///< 0..1, of attempts that fail.
    bool operator==(const SyntheticSettings &) const = default;
};
BOOST_DESCRIBE_STRUCT(SyntheticSettings, (),
    (text_latency_s, image_latency_s, video_latency_s, sticker_latency_s, jitter_ratio,
        failure_ratio))

struct LogSettings {
    std::string level = "info"; ///< trace, debug, info, warn, error
    bool operator==(const LogSettings &) const = default;
};
BOOST_DESCRIBE_STRUCT(LogSettings, (), (level))

struct Settings {
    HttpSettings http;
    TimeoutSettings timeouts;
    WorkerSettings workers;
    QueueSettings queue;
    ResultSettings results;
    DatabaseSettings database;
    CacheSettings cache;
    RateLimitSettings rate_limits;
    ProviderSettings providers;
    RunpodSettings runpod;
    OpenaiSettings openai;
    UpstreamSettings upstream;
    SyntheticSettings synthetic;
    LogSettings log;
    bool operator==(const Settings &) const = default;
};
BOOST_DESCRIBE_STRUCT(Settings, (),
    (http, timeouts, workers, queue, results, database, cache, rate_limits, providers, runpod,
        openai, upstream, synthetic, log))

/// What `http.workers` amounts to on this machine: itself, and for 0 one a core but for one, which
/// is left to the store's writer; 1 at least. They hardly ever wait, so that more would only cost
/// switches.
[[nodiscard]] std::int64_t httpThreads(std::int64_t workers);
[[nodiscard]] std::int64_t slotsFor(const WorkerSettings &workers, contract::Kind kind);
[[nodiscard]] Seconds timeoutFor(const TimeoutSettings &timeouts, contract::Kind kind);
[[nodiscard]] std::int64_t perMinuteFor(const RateLimitSettings &limits, contract::Kind kind);
[[nodiscard]] Seconds latencyFor(const SyntheticSettings &synthetic, contract::Kind kind);
/// The name of the provider that serves the kind.
[[nodiscard]] const std::string &providerFor(
    const ProviderSettings &providers, contract::Kind kind);
[[nodiscard]] const std::string &endpointFor(const RunpodSettings &runpod, contract::Kind kind);
/// "" also for kinds that it does not serve.
[[nodiscard]] std::string modelFor(const OpenaiSettings &openai, contract::Kind kind);

} // namespace pult::service
