// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>

#include "service/cache/resultcache.h"
#include "service/processes/processpool.h"
#include "service/providers/provider.h"
#include "service/stickers/stickerrequest.h"

namespace pult::service {

/// Renders the sticker files that jobs bring, in the CPU processes, and remembers what came of it:
/// of jobs that bring the same file at once, one is rendered and the others take its result. Every
/// other job goes to the provider behind it. Any thread. All references must outlive it.
class StickerProvider final : public Provider {
public:
    StickerProvider(
        const Clock &clock, Provider &others, ProcessPool &processes, ResultCache &cache);

    [[nodiscard]] std::string_view name() const override { return m_others.name(); }
    /// Of what it renders itself: "rlottie".
    [[nodiscard]] std::string nameFor(const contract::Job &job) const override;
    Task<Result<Artifact>> run(contract::Job job, Deadline deadline, Cancellation cancellation,
        Progress progress) override;

private:
    Task<Result<Artifact>> render(
        contract::JobParams params, Deadline deadline, Cancellation cancellation);
    Task<Result<Artifact>> renderOrTake(
        StickerRequest request, std::string id, Deadline deadline, Cancellation cancellation);
    [[nodiscard]] bool tryTurn(const std::string &id);
    Task<Result<void>> takeTurn(std::string id, StopCheck check);

    const Clock &m_clock;
    Provider &m_others;
    ProcessPool &m_processes;
    ResultCache &m_cache;
    Guarded<std::set<std::string>> m_underWay; ///< Ids of what is being rendered.
};

} // namespace pult::service
