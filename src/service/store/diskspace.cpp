// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/diskspace.h"

#include <algorithm>

#include <sys/statvfs.h>

namespace pult::service {

namespace {

constexpr std::int64_t kMostReserved = 64 << 20;
constexpr std::int64_t kReservedPart = 50;
/// Room comes when results have outlived their time or somebody clears up: not within seconds.
constexpr std::chrono::seconds kRetryAfter{30};

} // namespace

double DiskSpace::usedRatio() const
{
    return 1 - static_cast<double>(freeBytes) / static_cast<double>(totalBytes);
}

std::int64_t DiskSpace::reserveBytes() const
{
    return std::min(totalBytes / kReservedPart, kMostReserved);
}

Result<DiskSpace> readDiskSpace(const std::filesystem::path &directory)
{
    struct statvfs space { };
    if (statvfs(directory.c_str(), &space) != 0 || space.f_blocks == 0)
        return fail(ErrorCode::io, "The data directory does not answer");
    const auto bytes = [&](fsblkcnt_t blocks) {
        return static_cast<std::int64_t>(blocks * space.f_frsize);
    };
    return DiskSpace{bytes(space.f_blocks), bytes(space.f_bavail)};
}

Result<void> checkRoom(const std::filesystem::path &directory)
{
    const auto space = readDiskSpace(directory);
    if (space && !space->isFull())
        return {};
    auto refusal = fail(ErrorCode::unavailable,
        space ? "The disk of the data directory is full: no new jobs until there is room"
              : space.error().detail);
    refusal.value().retryAfter = kRetryAfter;
    return refusal;
}

} // namespace pult::service
