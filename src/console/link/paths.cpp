// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/link/paths.h"

namespace pult::link::paths {

namespace {

std::string ofQueue(contract::Kind kind, std::string_view action)
{
    return std::string(kQueue) + '/' + std::string(contract::nameOf(kind)) + std::string(action);
}

} // namespace

std::string generate(contract::Kind kind)
{
    return "/api/generate/" + std::string(contract::nameOf(kind));
}

std::string job(contract::JobId id)
{
    return std::string(kJobs) + '/' + toString(id);
}

std::string jobResult(contract::JobId id)
{
    return job(id) + "/result";
}

std::string jobRetry(contract::JobId id)
{
    return job(id) + "/retry";
}

std::string queuePause(contract::Kind kind)
{
    return ofQueue(kind, "/pause");
}

std::string queueResume(contract::Kind kind)
{
    return ofQueue(kind, "/resume");
}

std::string queuePurge(contract::Kind kind)
{
    return ofQueue(kind, "/purge");
}

} // namespace pult::link::paths
