// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

#include "base/error.h"

namespace pult::service {

/// The disk under a directory, as statvfs(3) tells it. Root's reserve does not count as free.
struct DiskSpace {
    std::int64_t totalBytes = 0;
    std::int64_t freeBytes = 0;

    [[nodiscard]] double usedRatio() const;
    /// What has to stay free, so that all that was accepted can end: a 50th of the disk, and no
    /// more than 64 MiB.
    [[nodiscard]] std::int64_t reserveBytes() const;
    [[nodiscard]] bool isFull() const { return freeBytes < reserveBytes(); }
};

/// Errors: io.
[[nodiscard]] Result<DiskSpace> readDiskSpace(const std::filesystem::path &directory);

/// Whether there is room for new jobs. Errors: unavailable (the disk is full, or does not answer).
[[nodiscard]] Result<void> checkRoom(const std::filesystem::path &directory);

} // namespace pult::service
