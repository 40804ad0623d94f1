// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/exposition/plainline.h"

#ifdef __x86_64__

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>
#include <string_view>

#include <immintrin.h>

#include "telemetry/exposition/number.h"

namespace pult::telemetry {

namespace {

constexpr std::ptrdiff_t kHalf = sizeof(__m256i);
constexpr std::ptrdiff_t kWindow = 2 * kHalf;
/// Behind a window's first byte: the window, and what is looked at behind a piece that ends it.
constexpr std::ptrdiff_t kReach = kWindow + 2;
/// So far ahead of the reader memory fetches by itself too late.
constexpr std::ptrdiff_t kAhead = 2048;

constexpr std::string_view kHelp = "# HELP ";
constexpr std::string_view kType = "# TYPE ";

[[gnu::target("avx2,bmi,bmi2")]] __m256i load(const char *at)
{
    return _mm256_loadu_si256(reinterpret_cast<const __m256i_u *>(at));
}

[[gnu::target("avx2,bmi,bmi2")]] __m128i loadShort(const char *at)
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i_u *>(at));
}

[[gnu::target("avx2,bmi,bmi2")]] bool startsWith(const char *at, std::string_view word)
{
    return std::memcmp(at, word.data(), word.size()) == 0;
}

[[gnu::target("avx2,bmi,bmi2")]] std::uint64_t bitsOf(__m256i low, __m256i high)
{
    const auto lowBits = static_cast<std::uint32_t>(_mm256_movemask_epi8(low));
    const auto highBits = static_cast<std::uint32_t>(_mm256_movemask_epi8(high));
    return std::uint64_t(highBits) << 32U | lowBits;
}

/// Not zero in each byte that is a letter, a digit or '_': the two halves of such a byte share a
/// bit in the tables.
[[gnu::target("avx2,bmi,bmi2")]] __m256i ofNames(__m256i text)
{
    const __m256i byLow = _mm256_setr_epi8(13, 15, 15, 15, 15, 15, 15, 15, 15, 15, 14, 2, 2, 2, 2,
        6, 13, 15, 15, 15, 15, 15, 15, 15, 15, 15, 14, 2, 2, 2, 2, 6);
    const __m256i byHigh = _mm256_setr_epi8(0, 0, 0, 1, 2, 4, 2, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        1, 2, 4, 2, 8, 0, 0, 0, 0, 0, 0, 0, 0);
    const __m256i high = _mm256_and_si256(_mm256_srli_epi16(text, 4), _mm256_set1_epi8(0x0f));
    return _mm256_and_si256(_mm256_shuffle_epi8(byLow, text), _mm256_shuffle_epi8(byHigh, high));
}

/// Not zero in each byte where a plain label's value ends.
[[gnu::target("avx2,bmi,bmi2")]] __m256i valueStops(__m256i text)
{
    return _mm256_or_si256(_mm256_cmpeq_epi8(text, _mm256_set1_epi8('"')),
        _mm256_cmpeq_epi8(text, _mm256_set1_epi8('\\')));
}

/// The highest bit in each byte that is a line end or not ASCII.
[[gnu::target("avx2,bmi,bmi2")]] __m256i lineStops(__m256i text)
{
    return _mm256_or_si256(_mm256_cmpeq_epi8(text, _mm256_set1_epi8('\n')), text);
}

/// A line end, or what is not ASCII; null where too few bytes can be looked at.
[[gnu::target("avx2,bmi,bmi2")]] const char *asciiEnd(const char *at, const char *end)
{
    for (; end - at >= kWindow; at += kWindow)
        if (const std::uint64_t stops = bitsOf(lineStops(load(at)), lineStops(load(at + kHalf))))
            return at + std::countr_zero(stops);
    return nullptr;
}

/// Finds the ends of a line's pieces from left to right. What it learns of 64 bytes at once serves
/// for all pieces in them. Its answers are null where too few bytes can be looked at.
class PieceReader {
public:
    [[gnu::target("avx2,bmi,bmi2"), gnu::always_inline]] explicit PieceReader(const char *end)
        : m_end(end)
    {
    }

    /// Looks at the bytes from there.
    [[gnu::target("avx2,bmi,bmi2"), gnu::always_inline]] bool moveTo(const char *at)
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
        m_lineStops = bitsOf(lineStops(low), lineStops(high));
        return true;
    }

    /// Where the line that begins the window ends or ceases to be ASCII.
    [[gnu::target("avx2,bmi,bmi2"), gnu::always_inline]] const char *lineEnd() const
    {
        return m_lineStops != 0 ? m_at + std::countr_zero(m_lineStops)
                                : asciiEnd(m_at + kWindow, m_end);
    }

    /// Of letters, digits and '_'.
    [[gnu::target("avx2,bmi,bmi2"), gnu::always_inline]] const char *nameEnd(const char *at)
    {
        return next(&PieceReader::m_nameStops, at);
    }

    [[gnu::target("avx2,bmi,bmi2"), gnu::always_inline]] const char *metricEnd(const char *at)
    {
        const char *stop = nameEnd(at);
        while (stop != nullptr && *stop == ':')
            stop = nameEnd(stop + 1);
        return stop;
    }

    /// A quote or a backslash.
    [[gnu::target("avx2,bmi,bmi2"), gnu::always_inline]] const char *valueEnd(const char *at)
    {
        return next(&PieceReader::m_valueStops, at);
    }

private:
    [[gnu::target("avx2,bmi,bmi2"), gnu::always_inline]] const char *next(
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
    std::uint64_t m_lineStops = 0;
};

/// Requires: a character of names.
[[gnu::target("avx2,bmi,bmi2")]] bool isDigit(char c)
{
    return c <= '9';
}

[[gnu::target("avx2,bmi,bmi2")]] bool isAscending(std::string_view name, std::string_view next)
{
    return name[0] != next[0] ? name[0] < next[0] : name < next;
}

/// Takes plain lines apart, one behind the other.
class LinesReader {
public:
    [[gnu::target("avx2,bmi,bmi2"), gnu::always_inline]] LinesReader(
        const char *end, ExpositionFormat format, const LineLimits &limits)
        : m_end(end)
        , m_format(format)
        , m_limits(limits)
        , m_pieces(end)
    {
    }

    /// All of it in one function for that target: calls across targets are never inlined.
    [[gnu::target("avx2,bmi,bmi2"), gnu::always_inline]] void readAll(
        const char *at, PlainLines &lines)
    {
        lines.size = 0;
        m_places = lines.labels;
        const char *next = at;
        while (next != nullptr && lines.size < lines.samples.size()) {
            lines.end = next;
            __builtin_prefetch(next + kAhead);
            next = m_pieces.moveTo(next) ? behindLine(next, lines) : nullptr;
        }
        lines.end = next != nullptr ? next : lines.end;
    }

private:
    [[gnu::target("avx2,bmi,bmi2"), gnu::always_inline]] const char *behindLine(
        const char *at, PlainLines &lines)
    {
        const char *lineEnd = m_pieces.lineEnd();
        if (lineEnd == nullptr || *lineEnd != '\n')
            return nullptr;
        if (*at == '#')
            return behindComment(at, lineEnd);
        PlainSample &sample = lines.samples[lines.size];
        if (!readSample(at, lineEnd, sample))
            return nullptr;
        m_places = m_places.subspan(sample.labels);
        ++lines.size;
        return sample.end;
    }

    /// With the TYPE behind a HELP, if it is as expected.
    [[gnu::target("avx2,bmi,bmi2"), gnu::always_inline]] const char *behindComment(
        const char *at, const char *lineEnd)
    {
        const bool isType = startsWith(at, kType);
        if (!isType && !startsWith(at, kHelp))
            return nullptr;
        const char *metric = at + kHelp.size();
        const char *stop = m_pieces.metricEnd(metric);
        if (stop == nullptr || stop == metric || stop >= lineEnd || isDigit(*metric)
            || *stop != ' ')
            return nullptr;
        const char *next = lineEnd + 1;
        if (!isType)
            return behindExpectedType(next, {metric, static_cast<std::size_t>(stop - metric)});
        const std::string_view type(stop + 1, static_cast<std::size_t>(lineEnd - stop - 1));
        if (type.empty() || !isMetricType(type, m_format))
            return nullptr;
        m_type = type;
        return next;
    }

    /// The same place unless that metric's TYPE stands there, and is the same as the one before: so
    /// it is mostly, and nothing of it must be looked for.
    [[gnu::target("avx2,bmi,bmi2"), gnu::always_inline]] const char *behindExpectedType(
        const char *at, std::string_view metric) const
    {
        constexpr std::size_t kLongest = sizeof(__m128i);
        constexpr auto kMost = static_cast<std::ptrdiff_t>(kType.size() + kWindow + 1 + kLongest);
        if (m_end - at <= kMost || metric.size() >= kWindow || m_type.empty()
            || m_type.size() >= kLongest || !startsWith(at, kType))
            return at;
        const char *name = at + kType.size();
        const char *type = name + metric.size() + 1;
        const char *lineEnd = type + m_type.size();
        const std::uint64_t sameName = bitsOf(_mm256_cmpeq_epi8(load(name), load(metric.data())),
            _mm256_cmpeq_epi8(load(name + kHalf), load(metric.data() + kHalf)));
        const auto sameType = static_cast<std::uint32_t>(
            _mm_movemask_epi8(_mm_cmpeq_epi8(loadShort(type), loadShort(m_type.data()))));
        const bool isExpected = static_cast<std::size_t>(std::countr_one(sameName)) >= metric.size()
            && type[-1] == ' '
            && static_cast<std::size_t>(std::countr_one(sameType)) >= m_type.size()
            && *lineEnd == '\n';
        return isExpected ? lineEnd + 1 : at;
    }

    [[gnu::target("avx2,bmi,bmi2"), gnu::always_inline]] bool readSample(
        const char *at, const char *lineEnd, PlainSample &sample)
    {
        const char *stop = m_pieces.metricEnd(at);
        if (stop == nullptr || stop == at || isDigit(*at))
            return false;
        sample.labels = 0;
        sample.hasEmptyLabels = false;
        if (*stop == '{')
            stop = readLabels(at, stop, sample);
        if (stop == nullptr || stop >= lineEnd || *stop != ' ')
            return false;
        const NumberRead number = readUntil(lineEnd, stop + 1);
        sample.begin = at;
        sample.end = lineEnd + 1;
        sample.value = number.value;
        sample.seriesBytes = static_cast<std::uint32_t>(stop - at);
        return number.end == lineEnd && sample.seriesBytes <= m_limits.labelBytes;
    }

    /// From the opening brace to behind the closing one.
    [[gnu::target("avx2,bmi,bmi2"), gnu::always_inline]] const char *readLabels(
        const char *line, const char *stop, PlainSample &sample)
    {
        constexpr std::string_view kRefused = "__name__";
        const std::size_t most = std::min(m_places.size(), m_limits.labels);
        std::string_view before;
        do {
            const char *begin = stop + 1;
            const char *nameEnd = m_pieces.nameEnd(begin);
            if (nameEnd == nullptr || nameEnd == begin || nameEnd[0] != '=' || nameEnd[1] != '"')
                return nullptr;
            const std::string_view name(begin, static_cast<std::size_t>(nameEnd - begin));
            const char *value = nameEnd + 2;
            stop = m_pieces.valueEnd(value);
            const bool isPlain = stop != nullptr && *stop == '"' && !isDigit(*begin)
                && (before.empty() || isAscending(before, name)) && name != kRefused
                && sample.labels < most;
            if (!isPlain)
                return nullptr;
            sample.hasEmptyLabels |= stop == value;
            m_places[sample.labels++] = {
                static_cast<std::uint32_t>(value - line), static_cast<std::uint32_t>(stop - line)};
            before = name;
            ++stop;
        } while (*stop == ',');
        return *stop == '}' ? stop + 1 : nullptr;
    }

    /// Most are one digit.
    [[gnu::target("avx2,bmi,bmi2"), gnu::always_inline]] NumberRead readUntil(
        const char *lineEnd, const char *at)
    {
        if (lineEnd - at == 1 && *at >= '0' && *at <= '9')
            return {lineEnd, static_cast<double>(*at - '0')};
        return readNumber(at, m_end);
    }

    const char *m_end;
    ExpositionFormat m_format;
    std::string_view m_type; ///< The last one read whole.
    LineLimits m_limits;
    PieceReader m_pieces;
    std::span<LabelPlace> m_places; ///< That are not filled in yet.
};

[[gnu::target("avx2,bmi,bmi2")]] void readLinesByVector(const char *at, const char *end,
    ExpositionFormat format, const LineLimits &limits, PlainLines &lines)
{
    LinesReader(end, format, limits).readAll(at, lines);
}

bool hasVectors()
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
}

} // namespace

void readPlainLines(const char *at, const char *end, ExpositionFormat format,
    const LineLimits &limits, PlainLines &lines)
{
    if (hasVectors())
        return readLinesByVector(at, end, format, limits, lines);
    lines.size = 0;
    lines.end = at;
}

} // namespace pult::telemetry

#else

namespace pult::telemetry {

void readPlainLines(
    const char *at, const char *, ExpositionFormat, const LineLimits &, PlainLines &lines)
{
    lines.size = 0;
    lines.end = at;
}

} // namespace pult::telemetry

#endif
