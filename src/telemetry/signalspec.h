// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe/enum.hpp>

#include "base/walltime.h"
#include "telemetry/selector.h"

namespace pult::telemetry {

/// What is known of a service, each of one unit. One signal has one trace or several.
enum class Signal {
    jobRate, ///< Jobs/s finished, all kinds.
    jobRateByKind, ///< A trace a kind.
    requestRate, ///< HTTP requests/s.
    latency, ///< Seconds, of HTTP requests; traces "p50", "p95", "p99".
    errorRatio, ///< 0..1 of answers and jobs.
    queue, ///< Jobs; traces "depth" and "running".
    slots, ///< Jobs that could run at once.
    poolUse, ///< 0..1 of capacity; a trace a pool.
    storeUse, ///< 0..1 of the capacity of the store's pool.
    cpu, ///< 0..1 of the host.
    memory, ///< 0..1 of the host.
};
BOOST_DESCRIBE_ENUM(Signal, jobRate, jobRateByKind, requestRate, latency, errorRatio, queue, slots,
    poolUse, storeUse, cpu, memory)

/// What a trace of a signal is called on disk: "latency/p95".
[[nodiscard]] std::string nameOf(Signal signal, std::string_view trace);

/// How a signal's trace is computed from the series that its selectors choose.
struct SignalSpec {
    enum class Operation {
        sum, ///< Of the newest values of `of`.
        ratio, ///< Sum of `of` by sum of `by`.
        rate, ///< Sum of the rates of `of`.
        rateRatio, ///< Sum of the rates of `of` by that of `by`.
        quantile, ///< Of the buckets `of`, summed by bound.
    };

    Signal signal = Signal::jobRate;
    std::string_view trace; ///< Its name, unless there is one for each value of `split`.
    Operation operation = Operation::sum;
    std::span<const Selector> of;
    std::span<const Selector> by = {};
    std::string_view split = {}; ///< A label.
    Seconds window{0}; ///< Of rates and quantiles.
    double part = 0; ///< Of quantiles, 0..1.
};

/// The signals of a service that speaks the ops contract (its section "Metrics"). What the
/// console itself asks every second (health, queue, metrics, events) is not counted as traffic.
[[nodiscard]] std::span<const SignalSpec> contractSignals();

} // namespace pult::telemetry
