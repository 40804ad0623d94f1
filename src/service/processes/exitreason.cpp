// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/processes/exitreason.h"

#include <csignal>
#include <cstring>

#include <fmt/format.h>
#include <sys/wait.h>

#include "service/processes/pipe.h"

namespace pult::service {

namespace {

constexpr std::int64_t kBytesInMiB = 1 << 20;

std::string signalName(int number)
{
    const char *name = ::sigabbrev_np(number);
    return name ? fmt::format("SIG{}", name) : fmt::format("signal {}", number);
}

} // namespace

Error exitError(int status, std::int64_t memoryBytes)
{
    if (WIFEXITED(status) && WEXITSTATUS(status) == kExitOutOfMemory)
        return {ErrorCode::tooLarge,
            fmt::format("This needs more than {} MiB of memory, the limit of a CPU process "
                        "(workers.cpu_memory_bytes)",
                memoryBytes / kBytesInMiB),
            {}};
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
        return {ErrorCode::deadlineExceeded, "The work took all its processor time", {}};
    if (WIFSIGNALED(status))
        return {ErrorCode::internal,
            fmt::format("The CPU process that worked on this died of {}; others are not affected",
                signalName(WTERMSIG(status))),
            {}};
    return {ErrorCode::internal,
        fmt::format("The CPU process that worked on this ended with code {}", WEXITSTATUS(status)),
        {}};
}

} // namespace pult::service
