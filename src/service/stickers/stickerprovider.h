// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/cache/resultcache.h"
#include "service/processes/processpool.h"
#include "service/providers/provider.h"

namespace pult::service {

/// Renders the sticker files that jobs bring, in the CPU processes, and remembers what came of it;
/// every other job goes to the provider behind it. Any thread. All references must outlive it.
class StickerProvider final : public Provider {
public:
    StickerProvider(Provider &others, ProcessPool &processes, ResultCache &cache);

    [[nodiscard]] std::string_view name() const override { return m_others.name(); }
    Task<Result<Artifact>> run(contract::Job job, Deadline deadline, Cancellation cancellation,
        Progress progress) override;

private:
    Task<Result<Artifact>> render(
        contract::JobParams params, Deadline deadline, Cancellation cancellation);

    Provider &m_others;
    ProcessPool &m_processes;
    ResultCache &m_cache;
};

} // namespace pult::service
