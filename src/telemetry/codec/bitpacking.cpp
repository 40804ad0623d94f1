// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/codec/bitpacking.h"

#include <algorithm>
#include <array>

#include "telemetry/codec/bitunpacking.h"

namespace pult::telemetry {

void putVarint(std::uint64_t value, Bytes &out)
{
    for (; value >= 0x80; value >>= 7U)
        out.push_back(static_cast<std::uint8_t>(value | 0x80U));
    out.push_back(static_cast<std::uint8_t>(value));
}

std::uint64_t ByteReader::varint()
{
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < kWidest; shift += 7) {
        const std::uint8_t next = byte();
        value |= std::uint64_t(next & 0x7fU) << shift;
        if (next < 0x80)
            break;
    }
    return value;
}

std::uint64_t ByteReader::word(std::size_t bits)
{
    const std::size_t bytes = bytesFor(bits, 1);
    std::uint64_t word = 0;
    if (const std::uint8_t *from = take(bytes))
        std::memcpy(&word, from, bytes);
    return word & lowestBits(bits);
}

void ByteReader::numbers(std::size_t width, std::uint64_t lowest, std::span<std::uint64_t> values)
{
    const std::size_t bytes = bytesFor(values.size(), width);
    const std::uint8_t *from = take(bytes);
    if (width == 0 || from == nullptr) {
        std::fill(values.begin(), values.end(), lowest);
        return;
    }
    std::array<std::uint8_t, kGroup * sizeof(std::uint64_t) + kReadBehind> padded;
    if (static_cast<std::size_t>(m_end - m_at) < kReadBehind) {
        std::memcpy(padded.data(), from, bytes);
        std::memset(padded.data() + bytes, 0, kReadBehind);
        from = padded.data();
    }
    unpackBits(from, width, lowest, values);
}

} // namespace pult::telemetry
