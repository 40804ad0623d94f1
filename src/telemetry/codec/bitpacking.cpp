// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/codec/bitpacking.h"

#include <algorithm>
#include <array>

#include "telemetry/codec/bitunpacking.h"
#include "telemetry/codec/vectorized.h"

namespace pult::telemetry {

namespace {

/// Two numbers of one width are one of twice that width.
[[gnu::always_inline]] inline void pairUp(std::span<std::uint64_t> numbers, std::size_t width)
{
    for (std::size_t i = 0; i < numbers.size() / 2; ++i)
        numbers[i] = numbers[2 * i] | numbers[2 * i + 1] << width;
    if (numbers.size() % 2 != 0)
        numbers[numbers.size() / 2] = numbers.back();
}

} // namespace

void putVarint(std::uint64_t value, Bytes &out)
{
    for (; value >= 0x80; value >>= 7U)
        out.push_back(static_cast<std::uint8_t>(value | 0x80U));
    out.push_back(static_cast<std::uint8_t>(value));
}

void packNumbers(std::span<std::uint64_t> numbers, std::size_t width, Bytes &out)
{
    if (width == 0)
        return;
    const std::size_t begin = out.size();
    const std::size_t end = begin + bytesFor(numbers.size(), width);
    for (; 2 * width <= kWidest; width *= 2) {
        callVectorized<pairUp>(numbers, width);
        numbers = numbers.first((numbers.size() + 1) / 2);
    }
    out.resize(begin + bytesFor(numbers.size(), width) + sizeof(std::uint64_t));
    std::uint8_t *to = out.data() + begin;
    std::uint64_t word = 0;
    std::size_t used = 0;
    for (const std::uint64_t number : numbers) {
        word |= number << used;
        used += width;
        if (used < kWidest)
            continue;
        std::memcpy(to, &word, sizeof word);
        to += sizeof word;
        used -= kWidest;
        word = used == 0 ? 0 : number >> (width - used);
    }
    std::memcpy(to, &word, sizeof word);
    out.resize(end);
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
