// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>

#include <boost/asio/thread_pool.hpp>

#include "base/guarded.h"
#include "service/config/settings.h"
#include "service/providers/provider.h"
#include "service/providers/stopcheck.h"

namespace pult::service {

/// The built-in provider: really draws pictures and clips and writes texts, by plain procedures
/// instead of a model, and takes its time like one. The same job always gives the same bytes.
/// Any thread. Drawing is done on two threads of its own; waiting costs none.
class SyntheticProvider final : public Provider {
public:
    SyntheticProvider(const Clock &clock, const Settings &settings);
    ~SyntheticProvider() override;
    SyntheticProvider(const SyntheticProvider &) = delete;
    SyntheticProvider &operator=(const SyntheticProvider &) = delete;

    /// From the next attempt on.
    void apply(const Settings &settings);
    [[nodiscard]] SyntheticSettings applied() const;

    [[nodiscard]] std::string_view name() const override { return "synthetic"; }
    Task<Result<Artifact>> run(contract::Job job, Deadline deadline, Cancellation cancellation,
        Progress progress) override;

private:
    struct Fate {
        Seconds latency;
        bool fails = false;
    };

    Fate drawFate(contract::Kind kind);

    const Clock &m_clock;
    Guarded<SyntheticSettings> m_settings;
    Guarded<std::mt19937_64> m_random;
    boost::asio::thread_pool m_threads{2};
};

} // namespace pult::service
