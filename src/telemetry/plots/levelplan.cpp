// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/plots/levelplan.h"

#include <algorithm>

namespace pult::telemetry {

namespace {

void putPart(LevelPart part, std::vector<LevelPart> &parts)
{
    if (part.from < part.to)
        parts.push_back(part);
}

/// What is asked for ends where the finer level begins.
void planOlder(std::span<const LevelSpan> levels, std::size_t level, WallTime from, WallTime to,
    std::vector<LevelPart> &parts)
{
    if (level == levels.size() || from >= to)
        return;
    const WallTime begin = std::clamp(levels[level].from, from, to);
    planOlder(levels, level + 1, from, begin, parts);
    putPart({level, begin, to}, parts);
}

void planNewer(std::span<const LevelSpan> levels, std::size_t level, WallTime from, WallTime to,
    std::vector<LevelPart> &parts)
{
    const WallTime end = level == 0 ? to : std::clamp(levels[level].to, from, to);
    putPart({level, from, end}, parts);
    if (level > 0)
        planNewer(levels, level - 1, end, to, parts);
}

} // namespace

std::vector<LevelPart> planParts(
    std::span<const LevelSpan> levels, std::size_t level, WallTime from, WallTime to)
{
    std::vector<LevelPart> parts;
    const WallTime begin = std::clamp(levels[level].from, from, to);
    planOlder(levels, level + 1, from, begin, parts);
    planNewer(levels, level, begin, to, parts);
    return parts;
}

} // namespace pult::telemetry
