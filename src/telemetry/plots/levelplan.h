// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "base/walltime.h"

namespace pult::telemetry {

/// What is there in one resolution: from <= time < to.
struct LevelSpan {
    WallTime from;
    WallTime to;
};

/// A part of a range, to be read in one resolution.
struct LevelPart {
    std::size_t level = 0;
    WallTime from;
    WallTime to; ///< Excluded.
    bool operator==(const LevelPart &) const = default;
};

/// How to read a range in a level: what is older than it has is read in the next coarser one, what
/// is newer than it has by now in the next finer one. Levels are sorted from fine to coarse; the
/// parts, oldest first, touch each other. Requires: at least one level. Any thread.
[[nodiscard]] std::vector<LevelPart> planParts(
    std::span<const LevelSpan> levels, std::size_t level, WallTime from, WallTime to);

} // namespace pult::telemetry
