// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/comparison.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace pult::telemetry {

namespace {

constexpr std::size_t kWord = sizeof(std::uint64_t);
constexpr std::size_t kNear = 8 * kWord; ///< Changes come in clusters.
constexpr std::size_t kBlock = 256;

/// Of the bytes that are not zero, the one that comes first in memory.
int firstByte(std::uint64_t word)
{
    return (std::endian::native == std::endian::little ? std::countr_zero(word)
                                                       : std::countl_zero(word))
        / 8;
}

std::uint64_t wordAt(const char *at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, kWord);
    return word;
}

/// How many bytes are equal, from the front.
std::size_t commonLength(std::string_view left, std::string_view right)
{
    const char *a = left.data();
    const char *b = right.data();
    const std::size_t length = std::min(left.size(), right.size());
    std::size_t same = 0;
    while (same + kWord <= length) {
        if (same == kNear)
            while (same + kBlock <= length && std::memcmp(a + same, b + same, kBlock) == 0)
                same += kBlock;
        if (same + kWord > length)
            break;
        if (const std::uint64_t difference = wordAt(a + same) ^ wordAt(b + same))
            return same + static_cast<std::size_t>(firstByte(difference));
        same += kWord;
    }
    while (same < length && a[same] == b[same])
        ++same;
    return same;
}

} // namespace

Comparison::Comparison(std::string_view now, std::string_view before)
    : m_now(now)
    , m_before(before)
    , m_same(commonLength(now, before))
{
}

void Comparison::skip(std::size_t nowLength, std::size_t beforeLength)
{
    m_now.remove_prefix(nowLength);
    m_before.remove_prefix(beforeLength);
    m_same = commonLength(m_now, m_before);
}

} // namespace pult::telemetry
