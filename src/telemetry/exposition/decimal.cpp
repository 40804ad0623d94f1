// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/exposition/decimal.h"

#ifdef __x86_64__

#include <array>
#include <bit>
#include <cstdint>

#include <immintrin.h>

namespace pult::telemetry {

namespace {

/// Of an integer below 2^53 with a power of ten that is exact, one multiplication or division
/// rounds correctly (Clinger, "How to Read Floating Point Numbers Accurately", 1990).
constexpr unsigned kExactDigits = 15;
constexpr int kExactPower = 22;

struct Scale {
    double factor = 1;
    double divisor = 1;
};

/// From 10^-22 to 10^22: one of the two is 1, which spares a branch.
constexpr auto kScales = [] {
    std::array<Scale, 2 * kExactPower + 1> scales{};
    double power = 1;
    for (std::size_t i = 0; i <= kExactPower; ++i, power *= 10) {
        scales[kExactPower + i] = {power, 1};
        scales[kExactPower - i] = {1, power};
    }
    return scales;
}();

[[gnu::target("avx2")]] bool isTokenEnd(char c)
{
    return c == '\n' || c == ' ' || c == '\t';
}

/// Digits with a point among them, or none.
struct Mantissa {
    std::int64_t value = 0;
    unsigned length = 0; ///< Characters.
    unsigned digits = 0;
    unsigned fraction = 0; ///< Digits behind the point.
};

/// Of sixteen digits, 0 to 9 each.
[[gnu::target("avx2")]] std::int64_t joined(__m128i digits)
{
    const __m128i pairs = _mm_maddubs_epi16(digits, _mm_set1_epi16(0x010a));
    const __m128i fours = _mm_madd_epi16(pairs, _mm_set1_epi32(0x00010064));
    const __m128i eights =
        _mm_madd_epi16(_mm_packus_epi32(fours, fours), _mm_set1_epi32(0x00012710));
    const std::int64_t both = _mm_cvtsi128_si64(eights);
    return (both & 0xffffffff) * 100'000'000 + (both >> 32);
}

/// Sixteen characters; the length is 16 or more when no end is among them.
[[gnu::target("avx2")]] Mantissa readMantissa(const char *at)
{
    const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i_u *>(at));
    const __m128i digits = _mm_sub_epi8(text, _mm_set1_epi8('0'));
    const auto isDigit = static_cast<unsigned>(
        _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(digits, _mm_set1_epi8(9)), digits)));
    const unsigned firstOther = static_cast<unsigned>(std::countr_zero(~isDigit));
    const unsigned hasPoint = firstOther < 16 && at[firstOther] == '.' ? 1 : 0;
    const unsigned length =
        static_cast<unsigned>(std::countr_zero(~(isDigit | hasPoint << firstOther)));
    const unsigned count = length - hasPoint;
    // To the right, without the point; what is left of them becomes zeros.
    const __m128i place =
        _mm_sub_epi8(_mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
            _mm_set1_epi8(static_cast<char>(16 - count)));
    const __m128i isBehindPoint =
        _mm_cmpgt_epi8(place, _mm_set1_epi8(static_cast<char>(firstOther - 1)));
    const __m128i from = _mm_sub_epi8(place, isBehindPoint);
    return {joined(_mm_shuffle_epi8(digits, from)), length, count, length - hasPoint - firstOther};
}

[[gnu::target("avx2")]] unsigned digitAt(const char *at)
{
    return static_cast<unsigned char>(*at - '0');
}

/// Two digits with a sign, as nearly everybody writes it. Moves `at` behind it.
[[gnu::target("avx2")]] int readExponent(const char *&at)
{
    const bool isExponent = (*at | 0x20) == 'e' && (at[1] == '+' || at[1] == '-')
        && digitAt(at + 2) < 10 && digitAt(at + 3) < 10;
    if (!isExponent)
        return 0;
    const int value = static_cast<int>(digitAt(at + 2) * 10 + digitAt(at + 3));
    const bool isNegative = at[1] == '-';
    at += 4;
    return isNegative ? -value : value;
}

/// All of it in one function for that target: calls across targets are never inlined.
[[gnu::target("avx2")]] NumberRead readByVector(const char *at)
{
    const bool isNegative = *at == '-';
    const char *stop = at + (isNegative ? 1 : 0);
    const Mantissa mantissa = readMantissa(stop);
    if (mantissa.digits - 1 >= kExactDigits || mantissa.length >= 16)
        return {};
    stop += mantissa.length;
    if (mantissa.fraction == 0 && isTokenEnd(*stop)) {
        const auto value = static_cast<double>(mantissa.value);
        return {stop, isNegative ? -value : value};
    }
    int power = -static_cast<int>(mantissa.fraction);
    if (!isTokenEnd(*stop))
        power += readExponent(stop);
    const int place = power + kExactPower;
    if (!isTokenEnd(*stop) || place < 0 || place >= std::ssize(kScales))
        return {};
    const Scale &scale = kScales[static_cast<std::size_t>(place)];
    const double value = static_cast<double>(mantissa.value) * scale.factor / scale.divisor;
    return {stop, isNegative ? -value : value};
}

} // namespace

NumberRead readDecimal(const char *at)
{
    return __builtin_cpu_supports("avx2") ? readByVector(at) : NumberRead{};
}

} // namespace pult::telemetry

#else

namespace pult::telemetry {

NumberRead readDecimal(const char *)
{
    return {};
}

} // namespace pult::telemetry

#endif
