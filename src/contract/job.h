// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "contract/codec.h"

/// Jobs on the wire. Members carry the wire's names; `_s` are seconds, `_at` moments in UTC.
namespace pult::contract {

BOOST_DEFINE_ENUM_CLASS(Kind, text, image, video, sticker)

inline constexpr std::array kAllKinds{Kind::text, Kind::image, Kind::video, Kind::sticker};

BOOST_DEFINE_ENUM_CLASS(JobState, queued, running, succeeded, failed, cancelled, timed_out)

/// Whether the job has ended for good, unless somebody retries it.
[[nodiscard]] bool isFinal(JobState state);

using JobId = Id<struct JobTag>;

/// What a sticker file is made into: animated WebP, one frame as PNG, or animated PNG.
BOOST_DEFINE_ENUM_CLASS(StickerFormat, webp, png, apng)

/// What shapes a generation. Which of these a kind takes, with ranges and defaults: paramSpecs().
struct JobParams {
    std::optional<std::int64_t> width; ///< Pixels.
    std::optional<std::int64_t> height; ///< Pixels.
    std::optional<std::int64_t> steps;
    std::optional<std::int64_t> seed;
    std::optional<std::int64_t> words;
    std::optional<std::int64_t> frames;
    /// Telegram's sticker file (gzipped Lottie) in base64, to be rendered. Only in requests: what
    /// the service answers leaves it out.
    std::optional<std::string> tgs;
    std::optional<StickerFormat> format; ///< Of what is rendered from tgs.
    std::optional<std::int64_t> frame; ///< Which one becomes a PNG; from 0.
    bool operator==(const JobParams &) const = default;
};
BOOST_DESCRIBE_STRUCT(
    JobParams, (), (width, height, steps, seed, words, frames, tgs, format, frame))

/// Body of POST /api/generate/{kind}; with `kind`, of POST /api/v1/generate.
struct GenerateRequest {
    std::optional<Kind> kind;
    std::string prompt; ///< 1 to kMaxPromptBytes bytes of UTF-8; may be empty with params.tgs.
    JobParams params;
    std::int64_t priority = 5; ///< 0..9, higher first.
    std::optional<Seconds> timeout_s; ///< At most the kind's own.
    bool operator==(const GenerateRequest &) const = default;
};
BOOST_DESCRIBE_STRUCT(GenerateRequest, (), (kind, prompt, params, priority, timeout_s))

inline constexpr std::size_t kMaxPromptBytes = 8000;
inline constexpr std::size_t kMaxTgsBytes =
    std::size_t{512} * 1024; ///< Of the file; Telegram allows 64 KiB.
inline constexpr std::int64_t kMaxPriority = 9;

struct JobFailure {
    std::string code; ///< An ErrorCode's name.
    std::string detail;
    bool operator==(const JobFailure &) const = default;
};
BOOST_DESCRIBE_STRUCT(JobFailure, (), (code, detail))

struct JobResult {
    std::string media_type;
    std::int64_t bytes = 0;
    std::optional<std::int64_t> width; ///< Pixels.
    std::optional<std::int64_t> height; ///< Pixels.
    std::string link; ///< Path of the bytes on the same service.
    /// Of a rendered sticker: GET /stickers/{id} answers the same bytes for as long as they are
    /// cached. The same file and parameters have the same id.
    std::optional<std::string> sticker_id{};
    bool operator==(const JobResult &) const = default;
};
BOOST_DESCRIBE_STRUCT(JobResult, (), (media_type, bytes, width, height, link, sticker_id))

struct Job {
    JobId id;
    Kind kind = Kind::text;
    JobState state = JobState::queued;
    std::int64_t priority = 5;
    std::string prompt;
    JobParams params;
    Seconds timeout_s{0};
    std::int64_t attempts = 0; ///< Runs begun so far.
    WallTime created_at;
    std::optional<WallTime> started_at; ///< Of the latest attempt.
    std::optional<WallTime> finished_at;
    std::optional<Seconds> wait_s; ///< From creation to the start of the latest attempt.
    std::optional<Seconds> run_s;
    double progress = 0; ///< 0..1
    std::optional<std::int64_t> position; ///< Queued: jobs to be started before it.
    std::optional<Seconds> eta_s; ///< Queued: expected time until it starts.
    std::optional<std::string> waiting_for; ///< Queued: why it does not run yet.
    std::optional<JobFailure> error;
    std::optional<JobResult> result;
    bool operator==(const Job &) const = default;
};
BOOST_DESCRIBE_STRUCT(Job, (),
    (id, kind, state, priority, prompt, params, timeout_s, attempts, created_at, started_at,
        finished_at, wait_s, run_s, progress, position, eta_s, waiting_for, error, result))

/// GET /api/v1/jobs: newest first.
struct JobPage {
    std::vector<Job> jobs;
    std::optional<std::string> next_cursor;
    bool operator==(const JobPage &) const = default;
};
BOOST_DESCRIBE_STRUCT(JobPage, (), (jobs, next_cursor))

/// Of GET /queue.
struct KindQueue {
    Kind kind = Kind::text;
    std::int64_t depth = 0;
    std::int64_t running = 0;
    std::int64_t slots = 0; ///< In force now.
    bool paused = false;
    Seconds oldest_wait_s{0};
    double arrivals_per_s = 0; ///< Mean of the last minute.
    double completions_per_s = 0; ///< Mean of the last minute.
    std::optional<Seconds> eta_s; ///< Until the queue is empty, if the rates stay; absent: never.
    bool operator==(const KindQueue &) const = default;
};
BOOST_DESCRIBE_STRUCT(KindQueue, (),
    (kind, depth, running, slots, paused, oldest_wait_s, arrivals_per_s, completions_per_s, eta_s))

struct QueueTotals {
    std::int64_t depth = 0;
    std::int64_t running = 0;
    std::int64_t slots = 0;
    bool operator==(const QueueTotals &) const = default;
};
BOOST_DESCRIBE_STRUCT(QueueTotals, (), (depth, running, slots))

struct QueueReport {
    WallTime at;
    std::vector<KindQueue> kinds;
    QueueTotals totals;
    bool operator==(const QueueReport &) const = default;
};
BOOST_DESCRIBE_STRUCT(QueueReport, (), (at, kinds, totals))

/// Body of POST /queue/{kind}/purge.
struct PurgeRequest {
    std::int64_t expected = -1; ///< The count that the caller saw; required.
    bool operator==(const PurgeRequest &) const = default;
};
BOOST_DESCRIBE_STRUCT(PurgeRequest, (), (expected))

struct PurgeReport {
    std::int64_t dropped = 0;
    bool operator==(const PurgeReport &) const = default;
};
BOOST_DESCRIBE_STRUCT(PurgeReport, (), (dropped))

} // namespace pult::contract
