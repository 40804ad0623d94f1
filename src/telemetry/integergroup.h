// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "telemetry/bitpacking.h"

/// Up to kGroup numbers packed together: each from the lowest of them in as many bits as the widest
/// needs; or without the zeros among them, of which a bit map says where they are. Any thread.
namespace pult::telemetry {

using Numbers = std::span<const std::uint64_t>;

/// visit(group) for one after the other.
template <class Visit>
void forEachGroup(Numbers numbers, Visit visit)
{
    for (std::size_t i = 0; i < numbers.size(); i += kGroup)
        visit(numbers.subspan(i, std::min(kGroup, numbers.size() - i)));
}

/// Bytes that packGroup() will append.
[[nodiscard]] std::size_t packedSize(Numbers group);
void packGroup(Numbers group, Bytes &out);
/// As many as `values` holds.
void unpackGroup(ByteReader &reader, std::span<std::uint64_t> values);

} // namespace pult::telemetry
