// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/codec/integercodec.h"

#include <algorithm>
#include <array>

#include "telemetry/codec/grouppool.h"
#include "telemetry/codec/integergroup.h"
#include "telemetry/codec/vectorized.h"

namespace pult::telemetry {

namespace {

constexpr std::size_t kOrders = 3; ///< The numbers, their differences, the differences of those.

constexpr std::uint8_t kLongGroups =
    0xc0; ///< Added to the order, which fills two bits in format 1.
constexpr std::uint8_t kSharedGroups = 0x10; ///< Added to that.
constexpr std::size_t kFormerGroup = 64;

/// Fewer bytes of groups are not worth naming another's place.
constexpr std::size_t kLeastShared = 8;

/// What is left of the numbers after taking differences.
struct Residuals {
    std::array<std::uint64_t, kMostIntegers> values;
    std::size_t count = 0;
    std::uint64_t base = 0; ///< What the numbers began with.
    unsigned zeros = 0; ///< Last bits that are zero in all.
    std::size_t bytes = 0; ///< Packed without those, about.

    [[nodiscard]] std::span<std::uint64_t> numbers() { return std::span(values).first(count); }
};

/// Answers which bits are set in any; as does the next.
[[gnu::always_inline]] inline std::uint64_t subtractFirst(Numbers numbers, std::uint64_t *out)
{
    std::uint64_t all = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        all |= out[i] = numbers[i] - numbers[0];
    return all;
}

/// Leaves out the first number.
[[gnu::always_inline]] inline std::uint64_t subtractBefore(Numbers numbers, std::uint64_t *out)
{
    std::uint64_t all = 0;
    for (std::size_t i = 1; i < numbers.size(); ++i)
        all |= out[i] = numbers[i] - numbers[i - 1];
    return all;
}

void measure(Residuals &residuals, std::uint64_t all)
{
    residuals.zeros = all == 0 ? 0 : static_cast<unsigned>(std::countr_zero(all));
    forEachGroup(Numbers(residuals.numbers()), kGroup,
        [&](Numbers group) { residuals.bytes += roughSize(group, residuals.zeros); });
}

void setOffsets(Numbers numbers, Residuals &residuals)
{
    const std::uint64_t all = callVectorized<subtractFirst>(numbers, residuals.values.data());
    residuals.count = numbers.size();
    residuals.base = numbers[0];
    measure(residuals, all);
}

/// The first difference is a repetition of the second, so that it widens nothing.
void setDifferences(Numbers numbers, Residuals &residuals)
{
    const std::uint64_t all = callVectorized<subtractBefore>(numbers, residuals.values.data());
    residuals.values[0] = numbers.size() > 1 ? residuals.values[1] : 0;
    residuals.count = numbers.size();
    residuals.base = numbers[0] - residuals.values[0];
    measure(residuals, all);
}

void dropZeros(Residuals &residuals)
{
    if (residuals.zeros == 0)
        return;
    for (std::uint64_t &value : residuals.numbers())
        value = static_cast<std::uint64_t>(static_cast<std::int64_t>(value) >> residuals.zeros);
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
    std::array<Residuals, kOrders> orders;
    setOffsets(values, orders[0]);
    for (std::size_t i = 1; i < kOrders; ++i)
        setDifferences(orders[i - 1].numbers(), orders[i]);
    auto *const best = std::min_element(orders.begin(), orders.end(),
        [](const Residuals &a, const Residuals &b) { return a.bytes < b.bytes; });
    const std::size_t head = out.size();
    out.push_back(static_cast<std::uint8_t>(kLongGroups + (best - orders.begin())));
    out.push_back(static_cast<std::uint8_t>(best->zeros));
    for (const auto *order = orders.begin(); order <= best; ++order)
        putVarint(zigzag(order->base), out);
    dropZeros(*best);
    const std::size_t groups = out.size();
    forEachGroup(
        Numbers(best->numbers()), kGroup, [&out](Numbers group) { packGroup(group, out); });
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
