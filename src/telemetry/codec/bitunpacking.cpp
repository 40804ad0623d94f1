// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/codec/bitunpacking.h"

#include <array>
#include <cstring>

#ifdef __x86_64__
#include <immintrin.h>
#endif

#include "telemetry/codec/bitpacking.h"
#include "telemetry/codec/vectorized.h"

namespace pult::telemetry {

namespace {

/// A number of that width lies in eight bytes, wherever it begins in the first of them.
constexpr std::size_t kWidestInAWord = kWidest - 7;

std::uint64_t packedWordAt(const std::uint8_t *at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

void unpackOneByOne(const std::uint8_t *from, std::size_t width, std::uint64_t lowest,
    std::span<std::uint64_t> values)
{
    const std::uint64_t mask = lowestBits(width);
    std::size_t bit = 0;
    for (std::uint64_t &value : values) {
        const std::uint8_t *at = from + bit / 8;
        value = ((packedWordAt(at) >> bit % 8) & mask) + lowest;
        bit += width;
    }
}

/// Of numbers that may lie in nine bytes.
void unpackWide(const std::uint8_t *from, std::size_t width, std::uint64_t lowest,
    std::span<std::uint64_t> values)
{
    const std::uint64_t mask = lowestBits(width);
    std::size_t bit = 0;
    for (std::uint64_t &value : values) {
        const std::uint8_t *at = from + bit / 8;
        const std::uint64_t low = packedWordAt(at) >> bit % 8;
        value = ((low | packedWordAt(at + 1) << (8 - bit % 8)) & mask) + lowest;
        bit += width;
    }
}

#ifdef __x86_64__

constexpr std::size_t kAtOnce = 8; ///< Numbers: so many end with a byte, whatever their width.
constexpr std::size_t kPairs = kAtOnce / 2;

/// How to take a step of one width apart: from where in it each pair is loaded, which of those 16
/// bytes make the words of its two numbers, and how far these begin in them.
struct UnpackStep {
    std::array<std::uint8_t, kPairs> offsets;
    alignas(16) std::array<std::array<std::uint8_t, 16>, kPairs> bytes;
    alignas(16) std::array<std::array<std::uint64_t, 2>, kPairs> shifts;
};

constexpr UnpackStep unpackStepOf(std::size_t width)
{
    UnpackStep step{};
    for (std::size_t number = 0; number < kAtOnce; ++number) {
        const std::size_t pair = number / 2;
        const std::size_t half = number % 2;
        const std::size_t bit = number * width;
        if (half == 0)
            step.offsets[pair] = static_cast<std::uint8_t>(bit / 8);
        for (std::size_t i = 0; i < sizeof(std::uint64_t); ++i)
            step.bytes[pair][half * sizeof(std::uint64_t) + i] =
                static_cast<std::uint8_t>(bit / 8 - step.offsets[pair] + i);
        step.shifts[pair][half] = bit % 8;
    }
    return step;
}

constexpr auto kUnpackSteps = [] {
    std::array<UnpackStep, kWidestInAWord + 1> steps{};
    for (std::size_t width = 0; width < steps.size(); ++width)
        steps[width] = unpackStepOf(width);
    return steps;
}();

__m128i load(const void *at)
{
    return _mm_loadu_si128(static_cast<const __m128i *>(at));
}

[[gnu::target("avx2")]] __m256i loadTwo(const void *low, const void *high)
{
    return _mm256_inserti128_si256(_mm256_castsi128_si256(load(low)), load(high), 1);
}

/// Of as many as fill whole steps, whose number is answered.
[[gnu::target("avx2")]] std::size_t unpackSteps(const std::uint8_t *from, std::size_t width,
    std::uint64_t lowest, std::span<std::uint64_t> values)
{
    const UnpackStep &step = kUnpackSteps[width];
    const __m256i mask = _mm256_set1_epi64x(static_cast<long long>(lowestBits(width)));
    const __m256i base = _mm256_set1_epi64x(static_cast<long long>(lowest));
    const __m256i bytes[]{
        loadTwo(&step.bytes[0], &step.bytes[1]), loadTwo(&step.bytes[2], &step.bytes[3])};
    const __m256i shifts[]{
        loadTwo(&step.shifts[0], &step.shifts[1]), loadTwo(&step.shifts[2], &step.shifts[3])};
    const std::size_t whole = values.size() / kAtOnce * kAtOnce;
    for (std::size_t i = 0; i < whole; i += kAtOnce, from += width)
        for (std::size_t half = 0; half < 2; ++half) {
            const __m256i packed =
                loadTwo(from + step.offsets[2 * half], from + step.offsets[2 * half + 1]);
            const __m256i words = _mm256_shuffle_epi8(packed, bytes[half]);
            const __m256i numbers = _mm256_and_si256(_mm256_srlv_epi64(words, shifts[half]), mask);
            auto *to = reinterpret_cast<__m256i *>(&values[i + half * kPairs]);
            _mm256_storeu_si256(to, _mm256_add_epi64(numbers, base));
        }
    return whole;
}

#else

std::size_t unpackSteps(const std::uint8_t *, std::size_t, std::uint64_t, std::span<std::uint64_t>)
{
    return 0;
}

#endif

} // namespace

void unpackBits(const std::uint8_t *from, std::size_t width, std::uint64_t lowest,
    std::span<std::uint64_t> values)
{
    if (width > kWidestInAWord)
        return unpackWide(from, width, lowest, values);
    const std::size_t done = hasWideVectors() ? unpackSteps(from, width, lowest, values) : 0;
    unpackOneByOne(from + done * width / 8, width, lowest, values.subspan(done));
}

} // namespace pult::telemetry
