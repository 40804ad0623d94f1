// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace pult::telemetry {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// Appends a value as it stands in memory.
template <class T>
void putRaw(T value, Bytes &out)
{
    const std::size_t at = out.size();
    out.resize(at + sizeof value);
    std::memcpy(out.data() + at, &value, sizeof value);
}

/// Requires: as many bytes as the value has.
template <class T>
[[nodiscard]] T getRaw(const std::uint8_t *at)
{
    T value{};
    std::memcpy(&value, at, sizeof value);
    return value;
}

/// Takes a value off the front; false when the bytes end before.
template <class T>
[[nodiscard]] bool takeRaw(ByteView &bytes, T &value)
{
    if (bytes.size() < sizeof value)
        return false;
    value = getRaw<T>(bytes.data());
    bytes = bytes.subspan(sizeof value);
    return true;
}

} // namespace pult::telemetry
