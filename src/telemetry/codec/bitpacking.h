// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstring>

#include "telemetry/codec/integercodec.h"

/// Numbers in bytes, the lowest bits first. Any thread.
namespace pult::telemetry {

static_assert(std::endian::native == std::endian::little, "Words are packed in memory's order");

inline constexpr std::size_t kWidest = 64; ///< Bits of a number.
inline constexpr std::size_t kGroup = 128; ///< Numbers that are packed together, at most.

[[nodiscard]] constexpr std::size_t widthOf(std::uint64_t value)
{
    return static_cast<std::size_t>(std::bit_width(value));
}

/// Ones, up to kWidest.
[[nodiscard]] constexpr std::uint64_t lowestBits(std::size_t bits)
{
    return bits < kWidest ? ~(~std::uint64_t(0) << bits) : ~std::uint64_t(0);
}

/// Numbers near zero, of either sign, become small ones.
[[nodiscard]] constexpr std::uint64_t zigzag(std::uint64_t value)
{
    return value << 1U ^ (0 - (value >> 63U));
}

[[nodiscard]] constexpr std::uint64_t unzigzag(std::uint64_t value)
{
    return value >> 1U ^ (0 - (value & 1U));
}

[[nodiscard]] constexpr std::size_t bytesFor(std::size_t numbers, std::size_t width)
{
    return (numbers * width + 7) / 8;
}

/// Seven bits a byte, the highest of which says that more follow.
void putVarint(std::uint64_t value, Bytes &out);

/// Appends numbers of one width, and uses their memory for it. Requires: none wider.
void packNumbers(std::span<std::uint64_t> numbers, std::size_t width, Bytes &out);

/// Takes packed bytes apart; once they end too early, everything it reads is zero.
class ByteReader {
public:
    ByteReader(const std::uint8_t *at, const std::uint8_t *end)
        : m_at(at)
        , m_end(end)
    {
    }

    /// Null once they ended too early.
    [[nodiscard]] const std::uint8_t *at() const { return m_at; }

    std::uint8_t byte()
    {
        const std::uint8_t *from = take(1);
        return from != nullptr ? *from : std::uint8_t(0);
    }
    std::uint64_t varint();
    /// So many bits, up to 64, of as many whole bytes as they need.
    std::uint64_t word(std::size_t bits);
    /// Numbers of one width, to each of which the lowest is added. Requires: at most kGroup.
    void numbers(std::size_t width, std::uint64_t lowest, std::span<std::uint64_t> values);

private:
    /// Null, now and from now on, when there are not so many.
    const std::uint8_t *take(std::size_t bytes)
    {
        if (m_at == nullptr || static_cast<std::size_t>(m_end - m_at) < bytes)
            m_at = nullptr;
        else
            m_at += bytes;
        return m_at == nullptr ? nullptr : m_at - bytes;
    }

    const std::uint8_t *m_at;
    const std::uint8_t *m_end;
};

} // namespace pult::telemetry
