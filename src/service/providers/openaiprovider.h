// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/guarded.h"
#include "service/providers/remoteapi.h"

namespace pult::service {

/// A server that speaks like OpenAI's: pictures from /images/generations, texts from
/// /chat/completions. Only what every such server takes is sent. Any thread.
class OpenaiProvider final : public Provider {
public:
    OpenaiProvider(const Clock &clock, UpstreamClient &client, const KeyRing &keys,
        const OpenaiSettings &settings);

    /// From the next attempt on.
    void apply(const OpenaiSettings &settings);
    [[nodiscard]] OpenaiSettings applied() const;

    [[nodiscard]] std::string_view name() const override { return "openai"; }
    /// Asks for its models.
    Task<Result<void>> probe(Deadline deadline, Cancellation cancellation) override;
    /// Errors: also unsupported for kinds other than text and image.
    Task<Result<Artifact>> run(contract::Job job, Deadline deadline, Cancellation cancellation,
        Progress progress) override;

private:
    Task<Result<Artifact>> makeText(contract::Job job, OpenaiSettings settings, StopCheck check);
    Task<Result<Artifact>> makeImage(contract::Job job, OpenaiSettings settings, StopCheck check);

    const Clock &m_clock;
    RemoteApi m_api;
    Guarded<OpenaiSettings> m_settings;
};

} // namespace pult::service
