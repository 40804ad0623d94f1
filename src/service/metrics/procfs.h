// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <sys/types.h>

#include "base/walltime.h"

/// What Linux tells of this process and its host (proc(5)). Any thread.
namespace pult::service {

struct ProcessUsage {
    Seconds cpu{0}; ///< User and system, all threads.
    std::int64_t residentBytes = 0;
    std::int64_t virtualBytes = 0;
    std::int64_t threads = 0;
    std::int64_t openFiles = 0;
    std::int64_t maxFiles = 0;
    Seconds startedAt{0}; ///< Since 1970.
};

/// Of a child.
struct ChildUsage {
    Seconds cpu{0}; ///< User and system, in hundredths.
    std::int64_t residentBytes = 0;
};

struct HostMemory {
    std::int64_t totalBytes = 0;
    std::int64_t availableBytes = 0;
    [[nodiscard]] std::int64_t usedBytes() const { return totalBytes - availableBytes; }
};

/// Time of all cores since the host booted.
struct HostCpu {
    Seconds busy{0};
    Seconds total{0};
};

[[nodiscard]] ProcessUsage readProcessUsage();
/// Zeros when it has ended.
[[nodiscard]] ChildUsage readChildUsage(pid_t child);
/// User and system, of all children that have ended and were waited for.
[[nodiscard]] Seconds readEndedChildrenCpu();
/// Threads of this process that have that name.
[[nodiscard]] std::int64_t countThreads(std::string_view name);
[[nodiscard]] HostMemory readHostMemory();
[[nodiscard]] HostCpu readHostCpu();

} // namespace pult::service
