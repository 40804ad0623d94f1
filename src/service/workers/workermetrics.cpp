// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/workermetrics.h"

namespace pult::service {

namespace {

using contract::JobState;
using contract::Kind;
using prometheus::Labels;

const prometheus::Histogram::BucketBoundaries kBounds{
    0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 7.5, 10, 15, 30, 60, 120, 300, 900, 3600};

Labels labelOf(Kind kind)
{
    return {{"kind", std::string(contract::nameOf(kind))}};
}

Labels workersLabel(Kind kind, const char *state)
{
    return {{"kind", std::string(contract::nameOf(kind))}, {"state", state}};
}

auto &counters(prometheus::Registry &registry, const char *name, const char *help)
{
    return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
}

auto &gauges(prometheus::Registry &registry, const char *name, const char *help)
{
    return prometheus::BuildGauge().Name(name).Help(help).Register(registry);
}

auto &histograms(prometheus::Registry &registry, const char *name, const char *help)
{
    return prometheus::BuildHistogram().Name(name).Help(help).Register(registry);
}

constexpr const char *kWorkersHelp = "Slots, by what they do now.";

} // namespace

WorkerMetrics::KindSeries::KindSeries(prometheus::Registry &registry, Kind kind)
    : submitted(
        counters(registry, "pult_jobs_submitted_total", "Jobs accepted.").Add(labelOf(kind)))
    , wait(histograms(registry, "pult_job_wait_seconds", "From queueing to the start of a job.")
               .Add(labelOf(kind), kBounds))
    , run(histograms(registry, "pult_job_run_seconds", "How long an attempt at a job took.")
              .Add(labelOf(kind), kBounds))
    , depth(gauges(registry, "pult_queue_depth", "Jobs that wait.").Add(labelOf(kind)))
    , oldestWait(gauges(registry, "pult_queue_oldest_wait_seconds",
          "How long the job has waited that waits longest.")
                     .Add(labelOf(kind)))
    , busy(gauges(registry, "pult_workers", kWorkersHelp).Add(workersLabel(kind, "busy")))
    , idle(gauges(registry, "pult_workers", kWorkersHelp).Add(workersLabel(kind, "idle")))
    , pool(registry, "workers." + std::string(contract::nameOf(kind)))
{
}

WorkerMetrics::WorkerMetrics(prometheus::Registry &registry)
    : m_finished(counters(registry, "pult_jobs_finished_total", "Jobs that reached a final state."))
    , m_providerRequests(
          counters(registry, "pult_provider_requests_total", "Attempts given to the provider."))
    , m_providerDuration(histograms(registry, "pult_provider_request_duration_seconds",
          "How long the provider took for an attempt."))
    , m_kinds{KindSeries(registry, Kind::text), KindSeries(registry, Kind::image),
          KindSeries(registry, Kind::video), KindSeries(registry, Kind::sticker)}
{
    // A series that is there from the start shows its first failure as a rise.
    for (const Kind kind : contract::kAllKinds) {
        for (const JobState outcome :
            {JobState::succeeded, JobState::failed, JobState::cancelled, JobState::timed_out})
            finished(kind, outcome, 0);
    }
}

void WorkerMetrics::submitted(Kind kind)
{
    seriesOf(kind).submitted.Increment();
}

void WorkerMetrics::started(Kind kind, Seconds waited)
{
    seriesOf(kind).wait.Observe(waited.count());
    seriesOf(kind).pool.acquired(waited);
}

void WorkerMetrics::ran(Kind kind, Seconds length)
{
    seriesOf(kind).run.Observe(length.count());
}

void WorkerMetrics::finished(Kind kind, JobState outcome, std::int64_t count)
{
    Labels labels = labelOf(kind);
    labels.emplace("outcome", contract::nameOf(outcome));
    m_finished.Add(labels).Increment(static_cast<double>(count));
}

void WorkerMetrics::providerCalled(
    std::string_view provider, const Result<void> &outcome, Seconds length) const
{
    const std::string name(provider);
    const std::string code(outcome ? "ok" : toString(outcome.error().code));
    m_providerRequests.Add({{"provider", name}, {"code", code}}).Increment();
    m_providerDuration.Add({{"provider", name}}, kBounds).Observe(length.count());
}

void WorkerMetrics::refresh(const contract::QueueReport &queue)
{
    for (const contract::KindQueue &report : queue.kinds) {
        const auto idle = std::max<std::int64_t>(0, report.slots - report.running);
        KindSeries &series = seriesOf(report.kind);
        series.depth.Set(static_cast<double>(report.depth));
        series.oldestWait.Set(report.oldest_wait_s.count());
        series.busy.Set(static_cast<double>(report.running));
        series.idle.Set(static_cast<double>(idle));
        series.pool.set(static_cast<std::size_t>(report.slots),
            static_cast<std::size_t>(report.running), static_cast<std::size_t>(report.depth));
    }
}

WorkerMetrics::KindSeries &WorkerMetrics::seriesOf(Kind kind)
{
    return m_kinds.at(static_cast<std::size_t>(kind));
}

} // namespace pult::service
