// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "base/walltime.h"
#include "service/store/salvage.h"

namespace pult::service {

/// What was done to a data directory.
struct RepairReport {
    bool wasSound = false; ///< Then nothing was done.
    std::filesystem::path keptDatabase; ///< The damaged one, as it was; empty: it was sound.
    std::vector<SalvagedTable> tables;
    std::int64_t failedJobs = 0; ///< They had succeeded, and their results are gone or not whole.
    std::filesystem::path keptResults; ///< Where the results went whose jobs are lost.
    std::int64_t movedResults = 0;
};

/// Puts a new database of all that can be read in the place of a damaged one, which is kept beside
/// it, and brings jobs and results together. The old one stands until the new one is complete.
/// Errors: conflict (a pultd serves from the directory), notFound, unsupported, io.
[[nodiscard]] Result<RepairReport> repairStore(
    const std::filesystem::path &directory, WallTime now);

} // namespace pult::service
