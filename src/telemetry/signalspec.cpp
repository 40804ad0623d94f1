// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/signalspec.h"

#include <array>

#include <boost/describe/enum_to_string.hpp>

namespace pult::telemetry {

namespace {

using Operation = SignalSpec::Operation;
using Kind = LabelMatch::Kind;
using Texts = std::string_view;

constexpr Seconds kQuick{15};
constexpr Seconds kSteady{60};

constexpr std::array<Texts, 6> kWatching{
    "/events", "/health", "/livez", "/metrics", "/queue", "/readyz"};
constexpr std::array<Texts, 1> kServerError{"5"};
constexpr std::array<Texts, 2> kJobError{"failed", "timed_out"};
constexpr std::array<Texts, 1> kBusy{"busy"};
constexpr std::array<Texts, 2> kStorePools{"store", "database"};

constexpr std::array kOfClients{LabelMatch{"route", Kind::noneOf, kWatching}};
constexpr std::array kFailing{LabelMatch{"route", Kind::noneOf, kWatching},
    LabelMatch{"code", Kind::startsWithOneOf, kServerError}};
constexpr std::array kFailed{LabelMatch{"outcome", Kind::oneOf, kJobError}};
constexpr std::array kWorking{LabelMatch{"state", Kind::oneOf, kBusy}};
constexpr std::array kOfStore{LabelMatch{"pool", Kind::oneOf, kStorePools}};

constexpr std::array kFinished{Selector{"pult_jobs_finished_total"}};
constexpr std::array kRequests{Selector{"pult_http_requests_total", kOfClients}};
constexpr std::array kDurations{Selector{"pult_http_request_duration_seconds_bucket", kOfClients}};
constexpr std::array kErrors{
    Selector{"pult_http_requests_total", kFailing}, Selector{"pult_jobs_finished_total", kFailed}};
constexpr std::array kOutcomes{
    Selector{"pult_http_requests_total", kOfClients}, Selector{"pult_jobs_finished_total"}};
constexpr std::array kDepth{Selector{"pult_queue_depth"}};
constexpr std::array kWorkers{Selector{"pult_workers"}};
constexpr std::array kBusyWorkers{Selector{"pult_workers", kWorking}};
constexpr std::array kPoolInUse{Selector{"pult_pool_in_use"}};
constexpr std::array kPoolCapacity{Selector{"pult_pool_capacity"}};
constexpr std::array kStoreInUse{Selector{"pult_pool_in_use", kOfStore}};
constexpr std::array kStoreCapacity{Selector{"pult_pool_capacity", kOfStore}};
constexpr std::array kCpu{Selector{"pult_host_cpu_ratio"}};
constexpr std::array kMemoryUsed{Selector{"pult_host_memory_used_bytes"}};
constexpr std::array kMemoryTotal{Selector{"pult_host_memory_total_bytes"}};

constexpr std::array kSignals{
    SignalSpec{Signal::jobRate, "", Operation::rate, kFinished, {}, "", kQuick},
    SignalSpec{Signal::jobRateByKind, "", Operation::rate, kFinished, {}, "kind", kQuick},
    SignalSpec{Signal::requestRate, "", Operation::rate, kRequests, {}, "", kQuick},
    SignalSpec{Signal::latency, "p50", Operation::quantile, kDurations, {}, "", kSteady, 0.5},
    SignalSpec{Signal::latency, "p95", Operation::quantile, kDurations, {}, "", kSteady, 0.95},
    SignalSpec{Signal::latency, "p99", Operation::quantile, kDurations, {}, "", kSteady, 0.99},
    SignalSpec{Signal::errorRatio, "", Operation::rateRatio, kErrors, kOutcomes, "", kSteady},
    SignalSpec{Signal::queue, "depth", Operation::sum, kDepth},
    SignalSpec{Signal::queue, "running", Operation::sum, kBusyWorkers},
    SignalSpec{Signal::slots, "", Operation::sum, kWorkers},
    SignalSpec{Signal::poolUse, "", Operation::ratio, kPoolInUse, kPoolCapacity, "pool"},
    SignalSpec{Signal::storeUse, "", Operation::ratio, kStoreInUse, kStoreCapacity},
    SignalSpec{Signal::cpu, "", Operation::sum, kCpu},
    SignalSpec{Signal::memory, "", Operation::ratio, kMemoryUsed, kMemoryTotal},
};

} // namespace

std::string nameOf(Signal signal, std::string_view trace)
{
    return std::string(boost::describe::enum_to_string(signal, "")) + '/' + std::string(trace);
}

std::span<const SignalSpec> contractSignals()
{
    return kSignals;
}

} // namespace pult::telemetry
