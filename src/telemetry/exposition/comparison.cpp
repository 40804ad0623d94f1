// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/exposition/comparison.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace pult::telemetry {

namespace {

constexpr std::size_t kWord = sizeof(std::uint64_t);

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

/// From `same` on, in front of which all is equal.
std::size_t compareWords(const char *a, const char *b, std::size_t same, std::size_t length)
{
    for (; same + kWord <= length; same += kWord)
        if (const std::uint64_t difference = wordAt(a + same) ^ wordAt(b + same))
            return same + static_cast<std::size_t>(firstByte(difference));
    while (same < length && a[same] == b[same])
        ++same;
    return same;
}

#ifdef __x86_64__
constexpr std::size_t kVector = sizeof(__m256i);
constexpr std::size_t kCacheLine = 64;
/// Of the left text, which is the one just received: memory fetches by itself too late.
constexpr std::size_t kPrefetched = 2048;

[[gnu::target("avx2")]] __m256i equals(const char *a, const char *b)
{
    return _mm256_cmpeq_epi8(_mm256_loadu_si256(reinterpret_cast<const __m256i_u *>(a)),
        _mm256_loadu_si256(reinterpret_cast<const __m256i_u *>(b)));
}

/// A bit for each byte of two vectors that differs.
[[gnu::target("avx2")]] std::uint64_t differences(__m256i low, __m256i high)
{
    const auto lowBits = static_cast<std::uint32_t>(_mm256_movemask_epi8(low));
    const auto highBits = static_cast<std::uint32_t>(_mm256_movemask_epi8(high));
    return ~(std::uint64_t(highBits) << 32U | lowBits);
}

/// Twice as fast as words where the texts are in the cache, which a target's mostly are.
[[gnu::target("avx2")]] std::size_t compareVectors(const char *a, const char *b, std::size_t length)
{
    std::size_t same = 0;
    for (; same + 4 * kVector <= length; same += 4 * kVector) {
        const __m256i first = equals(a + same, b + same);
        const __m256i second = equals(a + same + kVector, b + same + kVector);
        const __m256i third = equals(a + same + 2 * kVector, b + same + 2 * kVector);
        const __m256i fourth = equals(a + same + 3 * kVector, b + same + 3 * kVector);
        const __m256i all =
            _mm256_and_si256(_mm256_and_si256(first, second), _mm256_and_si256(third, fourth));
        if (_mm256_movemask_epi8(all) == -1) {
            for (std::size_t line = 0; line < 4 * kVector; line += kCacheLine)
                __builtin_prefetch(a + same + kPrefetched + line);
            continue;
        }
        const std::uint64_t front = differences(first, second);
        const std::uint64_t back = differences(third, fourth);
        const std::size_t place = front != 0 ? 0 : 2 * kVector;
        return same + place + static_cast<std::size_t>(std::countr_zero(front != 0 ? front : back));
    }
    return compareWords(a, b, same, length);
}
#endif

} // namespace

std::size_t commonLength(std::string_view left, std::string_view right)
{
    const std::size_t length = std::min(left.size(), right.size());
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx2"))
        return compareVectors(left.data(), right.data(), length);
#endif
    return compareWords(left.data(), right.data(), 0, length);
}

} // namespace pult::telemetry
