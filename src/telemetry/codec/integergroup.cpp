// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/codec/integergroup.h"

#include <algorithm>
#include <array>

#include "telemetry/codec/vectorized.h"

namespace pult::telemetry {

namespace {

/// What is added to a group's width.
constexpr std::uint8_t kPatched = 65;
constexpr std::uint8_t kSparse = 128;

constexpr std::size_t kWidestPatched = kSparse - kPatched - 1;
/// Beyond one number in so many, patches take more than they save, or nearly.
constexpr std::size_t kNumbersAPatch = 4;

struct Summary {
    std::int64_t lowest = 0;
    std::int64_t highest = 0;
    std::uint64_t zigzags = 0; ///< All bits that are set in any.
    std::uint64_t nonZero = 0;
};

/// Without vectors, comparisons of such numbers are one by one.
[[gnu::always_inline]] inline Summary summaryOf(Numbers numbers)
{
    const auto first = static_cast<std::int64_t>(numbers[0]);
    Summary summary{first, first};
    for (const std::uint64_t number : numbers) {
        const auto value = static_cast<std::int64_t>(number);
        summary.lowest = value < summary.lowest ? value : summary.lowest;
        summary.highest = value > summary.highest ? value : summary.highest;
        summary.zigzags |= zigzag(number);
        summary.nonZero += number != 0 ? 1U : 0U;
    }
    return summary;
}

enum class GroupForm { dense, patched, sparse };

struct Layout {
    GroupForm form = GroupForm::dense;
    std::uint64_t lowest = 0; ///< Zero in a sparse one.
    std::size_t width = 0; ///< Bits.
    std::size_t bytes = 0; ///< Of the packed numbers.
    std::size_t rest = 0; ///< Bits that patches have beyond the width.
};

/// Of the numbers without so many last bits, which are zero.
Layout layoutOf(Numbers numbers, unsigned zeros = 0)
{
    const Summary summary = callVectorized<summaryOf>(numbers);
    const auto lowest = static_cast<std::uint64_t>(summary.lowest >> zeros);
    const std::size_t dense =
        widthOf(static_cast<std::uint64_t>(summary.highest >> zeros) - lowest);
    const std::size_t sparse = widthOf(summary.zigzags >> zeros);
    const std::size_t denseBytes = bytesFor(numbers.size(), dense);
    const std::size_t sparseBytes = bytesFor(numbers.size(), 1) + bytesFor(summary.nonZero, sparse);
    return sparseBytes < denseBytes ? Layout{GroupForm::sparse, 0, sparse, sparseBytes}
                                    : Layout{GroupForm::dense, lowest, dense, denseBytes};
}

[[gnu::always_inline]] inline std::size_t countBeyond(
    Numbers numbers, std::uint64_t lowest, std::size_t width)
{
    std::size_t count = 0;
    for (const std::uint64_t number : numbers)
        count += (number - lowest) >> width != 0 ? 1U : 0U;
    return count;
}

/// The same, or a patched one that is smaller. Requires: none that is sparse.
Layout patched(Layout layout, Numbers numbers)
{
    const std::size_t mostPatches = numbers.size() / kNumbersAPatch;
    if (layout.width == 0
        || callVectorized<countBeyond>(numbers, layout.lowest, layout.width - 1) > mostPatches)
        return layout;
    std::array<std::uint8_t, kWidest + 1> ofWidth{};
    for (const std::uint64_t number : numbers)
        ++ofWidth[widthOf(number - layout.lowest)];
    const std::size_t widest = layout.width;
    std::size_t wider = 0;
    for (std::size_t width = widest; width-- > 0;) {
        wider += ofWidth[width + 1];
        if (wider > mostPatches)
            break;
        const std::size_t rest = widest - width;
        const std::size_t bytes =
            2 + wider + bytesFor(wider, rest) + bytesFor(numbers.size(), width);
        if (bytes < layout.bytes && width <= kWidestPatched)
            layout = {GroupForm::patched, layout.lowest, width, bytes, rest};
    }
    return layout;
}

void packSparse(Numbers numbers, std::size_t width, Bytes &out)
{
    std::array<std::uint64_t, kGroup> buffer;
    std::transform(numbers.begin(), numbers.end(), buffer.begin(),
        [](std::uint64_t number) { return number != 0 ? 1U : 0U; });
    packNumbers(std::span(buffer).first(numbers.size()), 1, out);
    std::size_t count = 0;
    for (const std::uint64_t number : numbers)
        if (number != 0)
            buffer[count++] = zigzag(number);
    packNumbers(std::span(buffer).first(count), width, out);
}

void putWidth(std::size_t width, std::size_t form, Bytes &out)
{
    out.push_back(static_cast<std::uint8_t>(width + form));
}

void packFromLowest(Numbers numbers, const Layout &layout, Bytes &out)
{
    std::array<std::uint64_t, kGroup> buffer;
    std::transform(numbers.begin(), numbers.end(), buffer.begin(),
        [lowest = layout.lowest, mask = lowestBits(layout.width)](
            std::uint64_t number) { return (number - lowest) & mask; });
    packNumbers(std::span(buffer).first(numbers.size()), layout.width, out);
}

void packPatches(Numbers numbers, const Layout &layout, Bytes &out)
{
    std::array<std::uint64_t, kGroup> rests;
    const std::size_t head = out.size();
    out.push_back(0);
    out.push_back(static_cast<std::uint8_t>(layout.rest));
    std::uint8_t count = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (const std::uint64_t rest = (numbers[i] - layout.lowest) >> layout.width; rest != 0) {
            rests[count++] = rest;
            out.push_back(static_cast<std::uint8_t>(i));
        }
    out[head] = count;
    packNumbers(std::span(rests).first(count), layout.rest, out);
}

void unpackSparse(ByteReader &reader, std::size_t width, std::span<std::uint64_t> values)
{
    std::array<std::uint64_t, kGroup> packed;
    std::array<std::uint64_t, kGroup / kWidest> maps{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < values.size(); i += kWidest) {
        const std::uint64_t map = reader.word(std::min(kWidest, values.size() - i));
        maps[i / kWidest] = map;
        count += static_cast<std::size_t>(std::popcount(map));
    }
    reader.numbers(width, 0, std::span(packed).first(count));
    std::fill(values.begin(), values.end(), 0);
    auto next = packed.begin();
    for (std::size_t i = 0; i < maps.size(); ++i)
        for (std::uint64_t map = maps[i]; map != 0; map &= map - 1)
            values[i * kWidest + static_cast<std::size_t>(std::countr_zero(map))] =
                unzigzag(*next++);
}

void unpackPatched(ByteReader &reader, std::size_t width, std::span<std::uint64_t> values)
{
    std::array<std::uint8_t, kGroup> places{};
    std::array<std::uint64_t, kGroup> rests;
    const std::uint64_t lowest = unzigzag(reader.varint());
    const std::size_t count = std::min<std::size_t>(reader.byte(), values.size());
    const std::size_t rest = std::min<std::size_t>(reader.byte(), kWidest);
    for (std::uint8_t &place : std::span(places).first(count))
        place = reader.byte();
    reader.numbers(rest, 0, std::span(rests).first(count));
    reader.numbers(width, lowest, values);
    for (std::size_t i = 0; i < count; ++i)
        if (places[i] < values.size())
            values[places[i]] += rests[i] << width;
}

} // namespace

std::size_t roughSize(Numbers group, unsigned zeros)
{
    const Layout layout = layoutOf(group, zeros);
    return 1 + (widthOf(zigzag(layout.lowest)) + 6) / 7 + layout.bytes;
}

void packGroup(Numbers group, Bytes &out)
{
    Layout layout = layoutOf(group);
    if (layout.form == GroupForm::sparse) {
        putWidth(layout.width, kSparse, out);
        return packSparse(group, layout.width, out);
    }
    layout = patched(layout, group);
    putWidth(layout.width, layout.form == GroupForm::patched ? kPatched : 0, out);
    putVarint(zigzag(layout.lowest), out);
    if (layout.form == GroupForm::patched)
        packPatches(group, layout, out);
    packFromLowest(group, layout, out);
}

void unpackGroup(ByteReader &reader, std::span<std::uint64_t> values)
{
    const std::size_t head = reader.byte();
    if (head >= kSparse)
        return unpackSparse(reader, std::min<std::size_t>(head - kSparse, kWidest), values);
    if (head >= kPatched)
        return unpackPatched(reader, head - kPatched, values);
    const std::uint64_t lowest = unzigzag(reader.varint());
    reader.numbers(head, lowest, values);
}

} // namespace pult::telemetry
