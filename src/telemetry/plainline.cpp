// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/plainline.h"

#ifdef __x86_64__

#include <algorithm>
#include <bit>
#include <string_view>

#include <immintrin.h>

#include "telemetry/number.h"

namespace pult::telemetry {

namespace {

constexpr std::ptrdiff_t kHalf = sizeof(__m256i);
constexpr std::ptrdiff_t kWindow = 2 * kHalf;
/// Behind a window's first byte: the window, and what is looked at behind a piece that ends it.
constexpr std::ptrdiff_t kReach = kWindow + 2;

[[gnu::target("avx2")]] __m256i load(const char *at)
{
    return _mm256_loadu_si256(reinterpret_cast<const __m256i_u *>(at));
}

[[gnu::target("avx2")]] std::uint64_t bitsOf(__m256i low, __m256i high)
{
    const auto lowBits = static_cast<std::uint32_t>(_mm256_movemask_epi8(low));
    const auto highBits = static_cast<std::uint32_t>(_mm256_movemask_epi8(high));
    return std::uint64_t(highBits) << 32U | lowBits;
}

/// Not zero in each byte that is a letter, a digit or '_': the two halves of such a byte share a
/// bit in the tables.
[[gnu::target("avx2")]] __m256i ofNames(__m256i text)
{
    const __m256i byLow = _mm256_setr_epi8(13, 15, 15, 15, 15, 15, 15, 15, 15, 15, 14, 2, 2, 2, 2,
        6, 13, 15, 15, 15, 15, 15, 15, 15, 15, 15, 14, 2, 2, 2, 2, 6);
    const __m256i byHigh = _mm256_setr_epi8(0, 0, 0, 1, 2, 4, 2, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        1, 2, 4, 2, 8, 0, 0, 0, 0, 0, 0, 0, 0);
    const __m256i high = _mm256_and_si256(_mm256_srli_epi16(text, 4), _mm256_set1_epi8(0x0f));
    return _mm256_and_si256(_mm256_shuffle_epi8(byLow, text), _mm256_shuffle_epi8(byHigh, high));
}

/// Not zero in each byte where a label's value ends or ceases to be plain.
[[gnu::target("avx2")]] __m256i valueStops(__m256i text)
{
    const __m256i quote = _mm256_cmpeq_epi8(text, _mm256_set1_epi8('"'));
    const __m256i escape = _mm256_cmpeq_epi8(text, _mm256_set1_epi8('\\'));
    const __m256i lineEnd = _mm256_cmpeq_epi8(text, _mm256_set1_epi8('\n'));
    return _mm256_or_si256(_mm256_or_si256(quote, escape), lineEnd);
}

/// A bit for each of 64 bytes that is a line end or not ASCII.
[[gnu::target("avx2"), gnu::always_inline]] inline std::uint64_t lineStops(const char *at)
{
    const __m256i lineEnd = _mm256_set1_epi8('\n');
    const __m256i low = load(at);
    const __m256i high = load(at + kHalf);
    return bitsOf(_mm256_or_si256(_mm256_cmpeq_epi8(low, lineEnd), low),
        _mm256_or_si256(_mm256_cmpeq_epi8(high, lineEnd), high));
}

/// A line end, or what is not ASCII; null where too few bytes can be looked at. Of 128 bytes at
/// once, since whether a line is longer than 64 cannot be foretold.
[[gnu::target("avx2"), gnu::always_inline]] inline const char *asciiEnd(
    const char *at, const char *end)
{
    for (; end - at >= 2 * kWindow; at += 2 * kWindow) {
        const std::uint64_t front = lineStops(at);
        const std::uint64_t back = lineStops(at + kWindow);
        const std::ptrdiff_t place = front != 0 ? 0 : kWindow;
        const std::uint64_t stops = front != 0 ? front : back;
        if (stops != 0)
            return at + place + std::countr_zero(stops);
    }
    for (; end - at >= kWindow; at += kWindow)
        if (const std::uint64_t stops = lineStops(at))
            return at + std::countr_zero(stops);
    return nullptr;
}

/// Finds the ends of a line's pieces from left to right. What it learns of 64 bytes at once serves
/// for all pieces in them. Its answers are null where too few bytes can be looked at.
class PieceReader {
public:
    [[gnu::target("avx2"), gnu::always_inline]] explicit PieceReader(const char *end)
        : m_end(end)
    {
    }

    /// Looks at the bytes from there.
    [[gnu::target("avx2"), gnu::always_inline]] bool moveTo(const char *at)
    {
        if (m_end - at < kReach)
            return false;
        m_at = at;
        const __m256i low = load(at);
        const __m256i high = load(at + kHalf);
        const __m256i zero = _mm256_setzero_si256();
        m_nameStops =
            bitsOf(_mm256_cmpeq_epi8(ofNames(low), zero), _mm256_cmpeq_epi8(ofNames(high), zero));
        m_valueStops = bitsOf(valueStops(low), valueStops(high));
        return true;
    }

    /// Of letters, digits and '_'.
    [[gnu::target("avx2"), gnu::always_inline]] const char *nameEnd(const char *at)
    {
        return next(&PieceReader::m_nameStops, at);
    }

    [[gnu::target("avx2"), gnu::always_inline]] const char *metricEnd(const char *at)
    {
        const char *stop = nameEnd(at);
        while (stop != nullptr && *stop == ':')
            stop = nameEnd(stop + 1);
        return stop;
    }

    /// A quote, a backslash or a line end.
    [[gnu::target("avx2"), gnu::always_inline]] const char *valueEnd(const char *at)
    {
        return next(&PieceReader::m_valueStops, at);
    }

private:
    [[gnu::target("avx2"), gnu::always_inline]] const char *next(
        std::uint64_t PieceReader::*stops, const char *at)
    {
        for (;;) {
            const std::ptrdiff_t passed = at - m_at;
            const std::uint64_t rest = passed < kWindow ? this->*stops >> passed : 0;
            if (rest != 0)
                return at + std::countr_zero(rest);
            if (!moveTo(passed < kWindow ? m_at + kWindow : at))
                return nullptr;
            at = std::max(at, m_at);
        }
    }

    const char *m_end;
    const char *m_at = nullptr;
    std::uint64_t m_nameStops = 0;
    std::uint64_t m_valueStops = 0;
};

/// Requires: a character of names.
[[gnu::target("avx2")]] bool isDigit(char c)
{
    return c <= '9';
}

[[gnu::target("avx2")]] bool isAscending(std::string_view name, std::string_view next)
{
    return name[0] != next[0] ? name[0] < next[0] : name < next;
}

/// From the opening brace to behind the closing one.
[[gnu::target("avx2"), gnu::always_inline]] inline const char *readLabels(PieceReader &pieces,
    const char *line, const char *stop, std::span<LabelPlace> places, PlainSample &sample)
{
    constexpr std::string_view kRefused = "__name__";
    if (!pieces.moveTo(stop + 1))
        return nullptr;
    std::string_view before;
    do {
        const char *begin = stop + 1;
        const char *nameEnd = pieces.nameEnd(begin);
        if (nameEnd == nullptr || nameEnd == begin || nameEnd[0] != '=' || nameEnd[1] != '"')
            return nullptr;
        const std::string_view name(begin, static_cast<std::size_t>(nameEnd - begin));
        const char *value = nameEnd + 2;
        stop = pieces.valueEnd(value);
        const bool isPlain = stop != nullptr && *stop == '"' && !isDigit(*begin)
            && (sample.labels == 0 || isAscending(before, name)) && name != kRefused
            && sample.labels < places.size();
        if (!isPlain)
            return nullptr;
        sample.hasEmptyLabels |= stop == value;
        places[sample.labels++] = {
            static_cast<std::uint32_t>(value - line), static_cast<std::uint32_t>(stop - line)};
        before = name;
        ++stop;
    } while (*stop == ',');
    return *stop == '}' ? stop + 1 : nullptr;
}

/// All of it in one function for that target: calls across targets are never inlined.
[[gnu::target("avx2")]] PlainSample readSampleByVector(
    const char *at, const char *end, std::size_t labelBytes, std::span<LabelPlace> labels)
{
    const char *lineEnd = asciiEnd(at, end);
    PieceReader pieces(end);
    if (lineEnd == nullptr || *lineEnd != '\n' || !pieces.moveTo(at))
        return {};
    const char *stop = pieces.metricEnd(at);
    if (stop == nullptr || stop == at || isDigit(*at))
        return {};
    PlainSample sample;
    if (*stop == '{')
        stop = readLabels(pieces, at, stop, labels, sample);
    if (stop == nullptr || *stop != ' ')
        return {};
    sample.seriesBytes = static_cast<std::size_t>(stop - at);
    const NumberRead number = readNumber(stop + 1, end);
    if (number.end != lineEnd || sample.seriesBytes > labelBytes)
        return {};
    sample.value = number.value;
    sample.end = lineEnd + 1;
    return sample;
}

[[gnu::target("avx2")]] const char *behindCommentByVector(
    const char *at, const char *end, ExpositionFormat format)
{
    constexpr std::string_view kHelp = "# HELP ";
    constexpr std::string_view kType = "# TYPE ";
    const char *lineEnd = asciiEnd(at, end);
    PieceReader pieces(end);
    if (lineEnd == nullptr || *lineEnd != '\n' || !pieces.moveTo(at))
        return nullptr;
    const std::string_view begin(at, kHelp.size());
    const bool isType = begin == kType;
    if (!isType && begin != kHelp)
        return nullptr;
    const char *metric = at + begin.size();
    const char *stop = pieces.metricEnd(metric);
    if (stop == nullptr || stop == metric || isDigit(*metric) || *stop != ' ')
        return nullptr;
    const std::string_view text(stop + 1, static_cast<std::size_t>(lineEnd - stop - 1));
    return !isType || isMetricType(text, format) ? lineEnd + 1 : nullptr;
}

} // namespace

PlainSample readPlainSample(
    const char *at, const char *end, std::size_t labelBytes, std::span<LabelPlace> labels)
{
    return __builtin_cpu_supports("avx2") ? readSampleByVector(at, end, labelBytes, labels)
                                          : PlainSample{};
}

const char *behindPlainComment(const char *at, const char *end, ExpositionFormat format)
{
    return __builtin_cpu_supports("avx2") ? behindCommentByVector(at, end, format) : nullptr;
}

} // namespace pult::telemetry

#else

namespace pult::telemetry {

PlainSample readPlainSample(const char *, const char *, std::size_t, std::span<LabelPlace>)
{
    return {};
}

const char *behindPlainComment(const char *, const char *, ExpositionFormat)
{
    return nullptr;
}

} // namespace pult::telemetry

#endif
