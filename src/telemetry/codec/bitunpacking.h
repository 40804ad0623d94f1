// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace pult::telemetry {

/// Bytes that unpackBits() may read behind the packed ones.
inline constexpr std::size_t kReadBehind = 16;

/// Takes numbers of one width apart, the lowest bits first, and adds the lowest of them to each.
/// Eight at once where the processor has wide vectors. Requires: a width of 1 to 64, and
/// kReadBehind readable bytes behind. Any thread.
void unpackBits(const std::uint8_t *from, std::size_t width, std::uint64_t lowest,
    std::span<std::uint64_t> values);

} // namespace pult::telemetry
