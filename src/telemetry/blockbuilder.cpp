// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/blockbuilder.h"

#include <algorithm>
#include <array>
#include <bit>

#include "telemetry/columnindex.h"

namespace pult::telemetry {

BlockBuilder::BlockBuilder(std::vector<WallTime> times)
    : m_times(std::move(times))
{
}

void BlockBuilder::add(std::span<const double> values)
{
    packColumn(values, m_pool, m_packed);
    m_ends.push_back(static_cast<std::uint32_t>(m_packed.size()));
}

void BlockBuilder::addConstant(double value)
{
    if (std::bit_cast<std::uint64_t>(value) != std::bit_cast<std::uint64_t>(kAbsent))
        packColumn(std::span(&value, 1), m_pool, m_packed);
    m_ends.push_back(static_cast<std::uint32_t>(m_packed.size()));
}

SealedBlock BlockBuilder::finish()
{
    Bytes columns;
    columns.reserve((1 + m_ends.size()) * sizeof(std::uint32_t) + m_packed.size());
    putColumnIndex(m_ends, columns);
    columns.insert(columns.end(), m_packed.begin(), m_packed.end());
    return {std::move(m_times), std::move(columns)};
}

void packTimes(std::span<const WallTime> times, Bytes &out)
{
    std::array<std::uint64_t, kMostIntegers> numbers;
    std::transform(times.begin(), times.end(), numbers.begin(),
        [](WallTime time) { return static_cast<std::uint64_t>(time.time_since_epoch().count()); });
    putRaw(static_cast<std::uint32_t>(times.size()), out);
    GroupPool pool;
    packIntegers(std::span(numbers).first(times.size()), pool, out);
}

std::optional<std::vector<WallTime>> unpackTimes(ByteView bytes)
{
    std::uint32_t count = 0;
    if (!takeRaw(bytes, count) || count == 0 || count > kMostIntegers)
        return {};
    std::array<std::uint64_t, kMostIntegers> numbers;
    const auto used = std::span(numbers).first(count);
    if (unpackIntegers(bytes, 0, used) == nullptr)
        return {};
    std::vector<WallTime> times(count);
    std::transform(used.begin(), used.end(), times.begin(), [](std::uint64_t number) {
        return WallTime(std::chrono::milliseconds(static_cast<std::int64_t>(number)));
    });
    const auto isNotRising = [](WallTime a, WallTime b) { return a >= b; };
    if (std::adjacent_find(times.begin(), times.end(), isNotRising) != times.end())
        return {};
    return times;
}

} // namespace pult::telemetry
