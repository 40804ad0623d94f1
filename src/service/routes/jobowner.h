// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/http/message.h"

namespace pult::service {

/// The job in the address, if the request may see it: a viewer sees all, and a client those it
/// submitted. Errors: notFound, also for other people's jobs, unauthenticated.
[[nodiscard]] Task<Result<contract::JobId>> readableJob(JobService &jobs, const Request &request);

} // namespace pult::service
