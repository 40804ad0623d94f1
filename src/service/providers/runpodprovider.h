// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/guarded.h"
#include "service/providers/remoteapi.h"

namespace pult::service {

/// RunPod serverless: submits a job to the kind's endpoint, asks for its state ever more rarely,
/// and fetches what came out. The job's policy there carries our time limit, so that nothing runs
/// on when we are gone; what ends early here is cancelled there too. Any thread.
class RunpodProvider final : public Provider {
public:
    RunpodProvider(const Clock &clock, UpstreamClient &client, const KeyRing &keys,
        const RunpodSettings &settings);

    /// From the next attempt on.
    void apply(const RunpodSettings &settings);
    [[nodiscard]] RunpodSettings applied() const;

    [[nodiscard]] std::string_view name() const override { return "runpod"; }
    /// Asks every endpoint that is set for its health.
    Task<Result<void>> probe(Deadline deadline, Cancellation cancellation) override;
    Task<Result<Artifact>> run(contract::Job job, Deadline deadline, Cancellation cancellation,
        Progress progress) override;

private:
    Task<Result<std::string>> submit(
        contract::Job job, std::string endpoint, Deadline deadline, StopCheck check);
    /// What is said of the job once it has ended there.
    Task<Result<boost::json::value>> lastAnswer(std::string jobUrl, StopCheck check);
    Task<> cancel(std::string cancelUrl);
    Task<Result<Artifact>> artifactFrom(
        contract::Kind kind, boost::json::value output, StopCheck check);

    const Clock &m_clock;
    RemoteApi m_api;
    const KeyRing &m_keys;
    Guarded<RunpodSettings> m_settings;
};

} // namespace pult::service
