// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/workers/runner.h"

namespace pult::service {

/// Answers questions about jobs: what is kept, with what is known only here. Everything on the
/// strand; errors as in JobService.
class JobReader {
public:
    JobReader(JobCore &core, const Runner &runner);

    Task<Result<contract::Job>> find(contract::JobId id);
    Task<Result<contract::Job>> wait(contract::JobId id, Deadline deadline);
    Task<Result<std::string>> clientOf(contract::JobId id);
    Task<Result<contract::JobPage>> list(JobFilter filter);
    Task<Result<JobOutput>> result(contract::JobId id);

private:
    [[nodiscard]] contract::Job viewOf(const StoredJob &stored) const;

    JobCore &m_core;
    const Runner &m_runner;
};

} // namespace pult::service
