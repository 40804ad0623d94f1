// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/jobowner.h"

#include "service/http/reply.h"

namespace pult::service {

Task<Result<contract::JobId>> readableJob(JobService &jobs, const Request &request)
{
    const auto id = jobIdInPath(request);
    if (!id || request.identity)
        co_return id;
    const auto client = co_await jobs.clientOf(*id);
    if (!client || *client != request.client)
        co_return fail(ErrorCode::notFound, "There is no such job");
    co_return id;
}

} // namespace pult::service
