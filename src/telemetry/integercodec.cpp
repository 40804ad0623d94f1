// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/integercodec.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace pult::telemetry {

namespace {

static_assert(std::endian::native == std::endian::little, "Groups are packed in memory's order");

using Numbers = std::span<const std::uint64_t>;

constexpr std::size_t kGroup = 64;
constexpr std::size_t kOrders = 3; ///< The numbers, their differences, the differences of those.
constexpr std::uint8_t kSparse = 0x80; ///< Flag of a group's width.
constexpr std::size_t kWidest = 64;

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
        for (std::size_t i = 0; i < count; ++i)
            values[i] = static_cast<std::uint64_t>(static_cast<std::int64_t>(values[i]) >> shift);
    }
};

struct Group {
    std::uint64_t lowest = 0; ///< Zero in a sparse one.
    std::size_t width = 0; ///< Bits.
    std::size_t nonZero = 0;
    bool isSparse = false;
    std::size_t bytes = 0; ///< Of the packed numbers.
};

std::size_t widthOf(std::uint64_t value)
{
    return static_cast<std::size_t>(std::bit_width(value));
}

std::uint64_t zigzag(std::uint64_t value)
{
    return value << 1U ^ (0 - (value >> 63U));
}

std::uint64_t unzigzag(std::uint64_t value)
{
    return value >> 1U ^ (0 - (value & 1U));
}

std::size_t bytesFor(std::size_t numbers, std::size_t width)
{
    return (numbers * width + 7) / 8;
}

Group describe(Numbers numbers)
{
    auto lowest = static_cast<std::int64_t>(numbers[0]);
    auto highest = lowest;
    std::uint64_t zigzags = 0;
    std::size_t nonZero = 0;
    for (const std::uint64_t number : numbers) {
        lowest = std::min(lowest, static_cast<std::int64_t>(number));
        highest = std::max(highest, static_cast<std::int64_t>(number));
        zigzags |= zigzag(number);
        nonZero += number != 0 ? 1 : 0;
    }
    const auto base = static_cast<std::uint64_t>(lowest);
    const std::size_t dense = widthOf(static_cast<std::uint64_t>(highest) - base);
    const std::size_t sparse = widthOf(zigzags);
    const std::size_t denseBytes = bytesFor(numbers.size(), dense);
    const std::size_t sparseBytes = bytesFor(numbers.size(), 1) + bytesFor(nonZero, sparse);
    if (sparseBytes < denseBytes)
        return {0, sparse, nonZero, true, sparseBytes};
    return {base, dense, nonZero, false, denseBytes};
}

template <class Visit>
void forEachGroup(Numbers numbers, Visit visit)
{
    for (std::size_t i = 0; i < numbers.size(); i += kGroup)
        visit(numbers.subspan(i, std::min(kGroup, numbers.size() - i)));
}

std::size_t sizeOf(Numbers numbers)
{
    std::size_t sum = 0;
    forEachGroup(numbers, [&sum](Numbers group) {
        const Group described = describe(group);
        sum += 1 + (widthOf(zigzag(described.lowest)) + 6) / 7 + described.bytes;
    });
    return sum;
}

void putVarint(std::uint64_t value, Bytes &out)
{
    for (; value >= 0x80; value >>= 7U)
        out.push_back(static_cast<std::uint8_t>(value | 0x80U));
    out.push_back(static_cast<std::uint8_t>(value));
}

/// Appends numbers of one width, the lowest bits first.
class BitWriter {
public:
    BitWriter(std::size_t width, Bytes &out)
        : m_width(width)
        , m_out(out)
    {
    }

    void put(std::uint64_t value)
    {
        if (m_width == 0)
            return;
        m_word |= value << m_used;
        m_used += m_width;
        if (m_used < kWidest)
            return;
        flush(sizeof m_word);
        m_used -= kWidest;
        m_word = m_used == 0 ? 0 : value >> (m_width - m_used);
    }
    void finish() { flush((m_used + 7) / 8); }

private:
    void flush(std::size_t bytes)
    {
        std::array<std::uint8_t, sizeof m_word> raw{};
        std::memcpy(raw.data(), &m_word, sizeof m_word);
        m_out.insert(m_out.end(), raw.begin(), raw.begin() + static_cast<std::ptrdiff_t>(bytes));
    }

    std::size_t m_width;
    Bytes &m_out;
    std::uint64_t m_word = 0;
    std::size_t m_used = 0;
};

void packGroup(Numbers numbers, Bytes &out)
{
    const Group group = describe(numbers);
    out.push_back(static_cast<std::uint8_t>(group.width | (group.isSparse ? kSparse : 0U)));
    if (!group.isSparse) {
        putVarint(zigzag(group.lowest), out);
    } else {
        BitWriter map(1, out);
        for (const std::uint64_t number : numbers)
            map.put(number != 0 ? 1 : 0);
        map.finish();
    }
    BitWriter writer(group.width, out);
    for (const std::uint64_t number : numbers)
        if (!group.isSparse)
            writer.put(number - group.lowest);
        else if (number != 0)
            writer.put(zigzag(number));
    writer.finish();
}

/// Takes packed bytes apart; once they end too early, everything it reads is zero.
class ByteReader {
public:
    ByteReader(const std::uint8_t *at, const std::uint8_t *end)
        : m_at(at)
        , m_end(end)
    {
    }

    [[nodiscard]] const std::uint8_t *at() const { return m_at; }

    std::uint8_t byte()
    {
        const std::uint8_t *from = take(1);
        return from != nullptr ? *from : std::uint8_t(0);
    }

    std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < kWidest; shift += 7) {
            const std::uint8_t next = byte();
            value |= std::uint64_t(next & 0x7fU) << shift;
            if (next < 0x80)
                break;
        }
        return value;
    }

    /// Numbers of one width, to each of which the lowest is added.
    void bits(std::size_t width, std::uint64_t lowest, std::span<std::uint64_t> values)
    {
        const std::size_t bytes = bytesFor(values.size(), width);
        const std::uint8_t *from = take(bytes);
        if (width == 0 || from == nullptr) {
            std::fill(values.begin(), values.end(), lowest);
            return;
        }
        // Behind the bytes, so that each number is one load, or two where it is wider than 56.
        std::array<std::uint8_t, kGroup * sizeof(std::uint64_t) + 2 * sizeof(std::uint64_t)> padded;
        std::memcpy(padded.data(), from, bytes);
        std::memset(padded.data() + bytes, 0, 2 * sizeof(std::uint64_t));
        const std::uint64_t mask = ~std::uint64_t(0) >> (kWidest - width);
        std::size_t bit = 0;
        const auto next = [&padded, &bit, width](bool isWide) {
            const std::uint8_t *at = padded.data() + bit / 8;
            std::uint64_t value = wordAt(at) >> bit % 8;
            if (isWide)
                value |= wordAt(at + 1) << (8 - bit % 8);
            bit += width;
            return value;
        };
        if (width > kWidest - 7)
            for (std::uint64_t &value : values)
                value = (next(true) & mask) + lowest;
        else
            for (std::uint64_t &value : values)
                value = (next(false) & mask) + lowest;
    }

private:
    static std::uint64_t wordAt(const std::uint8_t *at)
    {
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        return word;
    }

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

void unpackGroup(ByteReader &reader, std::span<std::uint64_t> values)
{
    const std::uint8_t head = reader.byte();
    const std::size_t width = std::min<std::size_t>(head & 0x7fU, kWidest);
    if ((head & kSparse) == 0) {
        const std::uint64_t lowest = unzigzag(reader.varint());
        reader.bits(width, lowest, values);
        return;
    }
    std::array<std::uint64_t, kGroup> packed;
    reader.bits(1, 0, values);
    std::size_t nonZero = 0;
    for (const std::uint64_t value : values)
        nonZero += value;
    reader.bits(width, 0, std::span(packed).first(nonZero));
    for (std::size_t i = 0, next = 0; i < values.size(); ++i)
        if (values[i] != 0)
            values[i] = unzigzag(packed[next++]);
}

} // namespace

void packIntegers(std::span<const std::uint64_t> values, Bytes &out)
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
    out.push_back(static_cast<std::uint8_t>(best.order << 6U | static_cast<unsigned>(best.shift)));
    for (std::size_t i = 0; i <= best.order; ++i)
        putVarint(zigzag(best.bases[i]), out);
    forEachGroup(best.numbers(), [&out](Numbers group) { packGroup(group, out); });
}

const std::uint8_t *unpackIntegers(
    const std::uint8_t *at, const std::uint8_t *end, std::span<std::uint64_t> values)
{
    ByteReader reader(at, end);
    const std::uint8_t head = reader.byte();
    const std::size_t order = head >> 6U;
    if (order >= kOrders)
        return nullptr;
    std::array<std::uint64_t, kOrders> bases{};
    for (std::size_t i = 0; i <= order; ++i)
        bases[i] = unzigzag(reader.varint());
    for (std::size_t i = 0; i < values.size(); i += kGroup)
        unpackGroup(reader, values.subspan(i, std::min(kGroup, values.size() - i)));
    if (const unsigned shift = head & 0x3fU)
        for (std::uint64_t &value : values)
            value <<= shift;
    // The last sum takes the numbers' own base along.
    if (order > 0)
        bases[1] += bases[0];
    for (std::size_t i = order; i > 0; --i) {
        std::uint64_t sum = bases[i];
        for (std::uint64_t &value : values)
            value = sum += value;
    }
    if (order == 0)
        for (std::uint64_t &value : values)
            value += bases[0];
    return reader.at();
}

} // namespace pult::telemetry
