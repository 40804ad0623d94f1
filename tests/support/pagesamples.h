// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QImage>

#include "contract/config.h"
#include "contract/params.h"
#include "support/fakeservice.h"

/// Things that look like those of a real service. Each call makes new ones.
namespace pult::test {

inline const WallTime kNow{std::chrono::seconds(1'800'000'000)};

inline contract::Job makeJob(contract::Kind kind = contract::Kind::image,
    contract::JobState state = contract::JobState::queued, std::string prompt = "a red fox",
    Seconds age = Seconds(10))
{
    contract::Job job;
    job.created_at = kNow - std::chrono::round<std::chrono::milliseconds>(age);
    job.id = contract::JobId::make(job.created_at);
    job.kind = kind;
    job.state = state;
    job.prompt = std::move(prompt);
    job.timeout_s = Seconds(180);
    job.params = contract::withDefaults(kind, {{}, job.prompt, {}, 5, {}});
    return job;
}

inline contract::Job startedJob(contract::Job job, Seconds wait)
{
    job.state = contract::JobState::running;
    job.attempts = 1;
    job.wait_s = wait;
    job.started_at = job.created_at + std::chrono::round<std::chrono::milliseconds>(wait);
    job.progress = 0.4;
    return job;
}

inline contract::Job succeededJob(contract::Job job, Seconds wait, Seconds run)
{
    job = startedJob(std::move(job), wait);
    job.state = contract::JobState::succeeded;
    job.run_s = run;
    job.progress = 1;
    job.finished_at = *job.started_at + std::chrono::round<std::chrono::milliseconds>(run);
    job.result = contract::JobResult{"image/png", 20'480, 64, 64, "/api/v1/jobs/x/result"};
    return job;
}

inline contract::Job failedJob(contract::Job job)
{
    job = startedJob(std::move(job), Seconds(1));
    job.state = contract::JobState::failed;
    job.finished_at = *job.started_at + std::chrono::seconds(2);
    job.error = contract::JobFailure{"unavailable", "The provider refused the request"};
    return job;
}

inline live::ResultBytes pictureBytes(const QColor &color = Qt::red, QSize size = {64, 64})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    live::ResultBytes result{{}, "image/png"};
    QBuffer buffer(&result.bytes);
    image.save(&buffer, "PNG");
    return result;
}

inline contract::KindQueue makeQueue(
    contract::Kind kind, std::int64_t depth, std::int64_t running, std::int64_t slots)
{
    contract::KindQueue queue;
    queue.kind = kind;
    queue.depth = depth;
    queue.running = running;
    queue.slots = slots;
    queue.oldest_wait_s = Seconds(depth > 0 ? 12.5 : 0);
    queue.arrivals_per_s = 1.5;
    queue.completions_per_s = 1.25;
    if (depth > 0)
        queue.eta_s = Seconds(250);
    return queue;
}

inline live::ServiceState liveState()
{
    live::ServiceState state;
    state.connection = live::Connection::live;
    state.dataAt = kNow;
    state.configRevision = 3;
    state.queue = contract::QueueReport{kNow,
        {makeQueue(contract::Kind::text, 0, 3, 10), makeQueue(contract::Kind::image, 312, 20, 20),
            makeQueue(contract::Kind::video, 4, 4, 4), makeQueue(contract::Kind::sticker, 0, 0, 8)},
        {316, 27, 42}};
    return state;
}

/// Of workers.image (2..), rate_limits.enabled, log.level and http.workers (after a restart).
inline boost::json::object makeSchema()
{
    return contract::parseJson(R"({"type": "object", "properties": {
        "workers": {"type": "object", "title": "Worker slots", "properties": {
            "image": {"title": "Image", "description": "How many jobs of the kind run at once.",
                "type": "integer", "minimum": 0, "maximum": 1000, "default": 20, "x-unit": "jobs",
                "x-applies": "live", "x-advice": "slots = arrivals × run time ÷ 0.7"},
            "text": {"title": "Text", "description": "How many jobs of the kind run at once.",
                "type": "integer", "minimum": 0, "maximum": 1000, "default": 10, "x-unit": "jobs",
                "x-applies": "live"}}},
        "rate_limits": {"type": "object", "title": "Rate limits", "properties": {
            "enabled": {"title": "Limits on", "description": "Whether clients are limited at all.",
                "type": "boolean", "default": true, "x-applies": "live"},
            "general_per_s": {"title": "Requests", "description": "In the long run.",
                "type": "number", "minimum": 0.01, "maximum": 100000, "default": 20,
                "x-unit": "requests/s", "x-applies": "live"}}},
        "http": {"type": "object", "title": "HTTP front door", "properties": {
            "workers": {"title": "Threads", "description": "Threads that serve HTTP.",
                "type": "integer", "minimum": 0, "maximum": 256, "default": 0,
                "x-unit": "threads", "x-applies": "restart", "x-automatic": 5}}},
        "log": {"type": "object", "title": "Log", "properties": {
            "level": {"title": "Level", "description": "What is written.", "type": "string",
                "enum": ["debug", "info", "warn"], "default": "info", "x-applies": "live"}}}
        }})")
        ->as_object();
}

inline contract::ConfigReport makeConfig(std::int64_t revision = 3, std::int64_t imageSlots = 2)
{
    contract::ConfigReport report;
    report.revision = revision;
    report.values = {{"workers", {{"image", imageSlots}, {"text", 10}}},
        {"rate_limits", {{"enabled", true}, {"general_per_s", 20.0}}}, {"http", {{"workers", 5}}},
        {"log", {{"level", "info"}}}};
    report.applied = report.values;
    return report;
}

inline contract::ConfigRevision makeRevision(std::int64_t revision, std::string actor,
    std::string path, boost::json::value before, boost::json::value after)
{
    return {revision, kNow - std::chrono::minutes(10 - revision), std::move(actor), "more load",
        {{std::move(path), std::move(before), std::move(after), contract::Applies::live}}};
}

/// Answers everything that the pages ask on showing: live, with a configuration and three jobs.
inline void prepare(FakeService &service)
{
    using enum contract::Kind;
    service.setAddress({"fake", "art-backend", QUrl(QStringLiteral("http://127.0.0.1:8080")), {}});
    service.setState(liveState());
    service.schemas.answers(makeSchema());
    service.configs.answers(makeConfig());
    service.histories.answers(
        contract::ConfigHistory{{makeRevision(3, "admin", "workers.image", 4, 2),
                                    makeRevision(2, "eva", "log.level", "debug", "info"),
                                    {1, kNow - std::chrono::hours(2), "start", "", {}}},
            {}});
    service.presets.computes([](std::optional<int> users) -> Result<contract::ConfigPresets> {
        contract::ConfigPresets presets{
            {{"high", "High load", "Over 500 requests a second.", {{"workers", {{"image", 40}}}}}},
            {}};
        if (users)
            presets.advice = contract::ConfigAdvice{
                *users, "50 users at once: 4 threads", {{"http", {{"workers", 4}}}}};
        return presets;
    });
    service.jobLists.answers(contract::JobPage{
        {makeJob(image, contract::JobState::queued, "a blue whale", Seconds(3)),
            startedJob(makeJob(video, {}, "waves at night", Seconds(20)), Seconds(12)),
            succeededJob(makeJob(image, {}, "a red fox", Seconds(60)), Seconds(2), Seconds(2.5)),
            failedJob(makeJob(text, {}, "a poem", Seconds(90)))},
        {}});
    service.results.answers(pictureBytes());
}

} // namespace pult::test
