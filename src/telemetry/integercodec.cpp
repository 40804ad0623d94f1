// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/integercodec.h"

#include <algorithm>
#include <array>

#include "telemetry/grouppool.h"
#include "telemetry/integergroup.h"
#include "telemetry/vectorized.h"

namespace pult::telemetry {

namespace {

constexpr std::size_t kOrders = 3; ///< The numbers, their differences, the differences of those.

constexpr std::uint8_t kLongGroups =
    0xc0; ///< Added to the order, which fills two bits in format 1.
constexpr std::uint8_t kSharedGroups = 0x10; ///< Added to that.
constexpr std::size_t kFormerGroup = 64;

/// Fewer bytes of groups are not worth naming another's place.
constexpr std::size_t kLeastShared = 8;

/// What is left of the numbers after taking differences, and what undoes that.
struct Residuals {
    std::array<std::uint64_t, kMostIntegers> values;
    std::array<std::uint64_t, kOrders> bases{};
    std::size_t count = 0;
    std::size_t order = 0;
    int shift = 0; ///< Bits that are zero in all.

    [[nodiscard]] Numbers numbers() const { return std::span(values).first(count); }

    /// The first difference is a repetition of the second, so that it widens nothing.
    void difference()
    {
        for (std::size_t i = count - 1; i > 0; --i)
            values[i] -= values[i - 1];
        const std::uint64_t first = values[0];
        values[0] = count > 1 ? values[1] : 0;
        bases[++order] = first - values[0];
    }

    void dropCommonZeros()
    {
        std::uint64_t all = 0;
        for (const std::uint64_t value : numbers())
            all |= value;
        shift = all == 0 ? 0 : std::countr_zero(all);
        for (std::size_t i = 0; shift > 0 && i < count; ++i)
            values[i] = static_cast<std::uint64_t>(static_cast<std::int64_t>(values[i]) >> shift);
    }
};

std::size_t sizeOf(Numbers numbers)
{
    std::size_t sum = 0;
    forEachGroup(numbers, kGroup, [&sum](Numbers group) { sum += roughSize(group); });
    return sum;
}

struct Head {
    std::size_t order = 0;
    unsigned shift = 0;
    std::size_t group = kGroup;
    bool isShared = false;
};

Head readHead(ByteReader &reader)
{
    constexpr unsigned kShifts = 0x3f;
    const std::uint8_t first = reader.byte();
    if (first < kLongGroups)
        return {std::size_t(first >> 6U), first & kShifts, kFormerGroup, false};
    const bool isShared = (first & kSharedGroups) != 0;
    const std::size_t order = first - kLongGroups - (isShared ? kSharedGroups : 0);
    return {order, reader.byte() & kShifts, kGroup, isShared};
}

/// Those of another column, which the reader is at naming. Requires: within the packed bytes.
ByteReader sharedGroups(ByteReader &reader, std::span<const std::uint8_t> packed)
{
    const std::uint8_t *here = reader.at();
    const std::uint64_t distance = reader.varint();
    if (here == nullptr || distance > static_cast<std::size_t>(here - packed.data()))
        return {nullptr, nullptr};
    return {here - distance, here};
}

/// Takes the differences back.
[[gnu::always_inline]] inline void sumUp(
    std::span<std::uint64_t> values, Head head, std::array<std::uint64_t, kOrders> bases)
{
    std::uint64_t sum = bases[0] + bases[1];
    std::uint64_t difference = bases[2];
    switch (head.order) {
    case 0:
        for (std::uint64_t &value : values)
            value = (value << head.shift) + sum;
        break;
    case 1:
        for (std::uint64_t &value : values)
            value = sum += value << head.shift;
        break;
    default:
        for (std::uint64_t &value : values)
            value = sum += difference += value << head.shift;
    }
}

} // namespace

void packIntegers(std::span<const std::uint64_t> values, GroupPool &pool, Bytes &out)
{
    Residuals next;
    next.count = values.size();
    std::transform(values.begin(), values.end(), next.values.begin(),
        [first = values[0]](std::uint64_t value) { return value - first; });
    next.bases[0] = values[0];
    Residuals best = next;
    best.dropCommonZeros();
    std::size_t bestSize = sizeOf(best.numbers());
    while (next.order + 1 < kOrders) {
        next.difference();
        Residuals candidate = next;
        candidate.dropCommonZeros();
        if (const std::size_t size = sizeOf(candidate.numbers()); size < bestSize) {
            best = candidate;
            bestSize = size;
        }
    }
    const std::size_t head = out.size();
    out.push_back(static_cast<std::uint8_t>(kLongGroups + best.order));
    out.push_back(static_cast<std::uint8_t>(best.shift));
    for (std::size_t i = 0; i <= best.order; ++i)
        putVarint(zigzag(best.bases[i]), out);
    const std::size_t groups = out.size();
    forEachGroup(best.numbers(), kGroup, [&out](Numbers group) { packGroup(group, out); });
    if (out.size() < groups + kLeastShared)
        return;
    if (const auto same = pool.sameAs(out, groups)) {
        out.resize(groups);
        out[head] = static_cast<std::uint8_t>(out[head] + kSharedGroups);
        putVarint(groups - *same, out);
    }
}

const std::uint8_t *unpackIntegers(
    std::span<const std::uint8_t> packed, std::size_t at, std::span<std::uint64_t> values)
{
    ByteReader reader(packed.data() + at, packed.data() + packed.size());
    const Head head = readHead(reader);
    if (head.order >= kOrders)
        return nullptr;
    std::array<std::uint64_t, kOrders> bases{};
    for (std::size_t i = 0; i <= head.order; ++i)
        bases[i] = unzigzag(reader.varint());
    const auto unpack = [&values, &head](ByteReader &groups) {
        forEachGroup(values, head.group,
            [&groups](std::span<std::uint64_t> group) { unpackGroup(groups, group); });
        return groups.at() != nullptr;
    };
    if (head.isShared) {
        ByteReader groups = sharedGroups(reader, packed);
        if (!unpack(groups))
            return nullptr;
    } else if (!unpack(reader)) {
        return nullptr;
    }
    callVectorized<sumUp>(values, head, bases);
    return reader.at();
}

} // namespace pult::telemetry
