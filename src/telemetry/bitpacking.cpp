// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/bitpacking.h"

#include <algorithm>
#include <array>

namespace pult::telemetry {

namespace {

std::uint64_t packedWordAt(const std::uint8_t *at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

} // namespace

void putVarint(std::uint64_t value, Bytes &out)
{
    for (; value >= 0x80; value >>= 7U)
        out.push_back(static_cast<std::uint8_t>(value | 0x80U));
    out.push_back(static_cast<std::uint8_t>(value));
}

std::uint8_t ByteReader::byte()
{
    const std::uint8_t *from = take(1);
    return from != nullptr ? *from : std::uint8_t(0);
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
    return bits < kWidest ? word & ~(~std::uint64_t(0) << bits) : word;
}

void ByteReader::numbers(std::size_t width, std::uint64_t lowest, std::span<std::uint64_t> values)
{
    const std::size_t bytes = bytesFor(values.size(), width);
    const std::uint8_t *from = take(bytes);
    if (width == 0 || from == nullptr) {
        std::fill(values.begin(), values.end(), lowest);
        return;
    }
    // Behind the bytes, so that each number is one load, or two where it is wider than 56.
    std::array<std::uint8_t, kGroup * sizeof(std::uint64_t) + 2 * sizeof(std::uint64_t)> padded;
    std::memcpy(padded.data(), from, bytes);
    std::memset(padded.data() + bytes, 0, 2 * sizeof(std::uint64_t));
    const std::uint64_t mask = ~std::uint64_t(0) >> (kWidest - width);
    std::size_t bit = 0;
    const auto next = [&padded, &bit, width](bool isWide) {
        const std::uint8_t *at = padded.data() + bit / 8;
        std::uint64_t value = packedWordAt(at) >> bit % 8;
        if (isWide)
            value |= packedWordAt(at + 1) << (8 - bit % 8);
        bit += width;
        return value;
    };
    if (width > kWidest - 7)
        for (std::uint64_t &value : values)
            value = (next(true) & mask) + lowest;
    else
        for (std::uint64_t &value : values)
            value = (next(false) & mask) + lowest;
}

/// Null, now and from now on, when there are not so many.
const std::uint8_t *ByteReader::take(std::size_t bytes)
{
    if (m_at == nullptr || static_cast<std::size_t>(m_end - m_at) < bytes)
        m_at = nullptr;
    else
        m_at += bytes;
    return m_at == nullptr ? nullptr : m_at - bytes;
}

} // namespace pult::telemetry
