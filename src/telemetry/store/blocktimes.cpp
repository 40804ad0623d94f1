// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/store/blocktimes.h"

#include <algorithm>
#include <array>

#include "telemetry/codec/grouppool.h"

namespace pult::telemetry {

namespace {

using std::chrono::milliseconds;

std::optional<std::vector<WallTime>> unpackTimes(ByteView bytes)
{
    std::uint32_t count = 0;
    if (!takeRaw(bytes, count) || count == 0 || count > BlockTimes::kMost)
        return {};
    std::array<std::uint64_t, BlockTimes::kMost> numbers;
    const auto used = std::span(numbers).first(count);
    if (unpackIntegers(bytes, 0, used) == nullptr)
        return {};
    std::vector<WallTime> times(count);
    std::transform(used.begin(), used.end(), times.begin(), [](std::uint64_t number) {
        return WallTime(milliseconds(static_cast<std::int64_t>(number)));
    });
    const auto isNotRising = [](WallTime a, WallTime b) { return a >= b; };
    if (std::adjacent_find(times.begin(), times.end(), isNotRising) != times.end())
        return {};
    return times;
}

} // namespace

BlockTimes::BlockTimes(std::vector<WallTime> times)
    : m_times(std::move(times))
    , m_size(m_times.size())
    , m_first(m_times.front())
    , m_last(m_times.back())
{
}

std::optional<BlockTimes> BlockTimes::ofPacked(ByteView bytes)
{
    auto unpacked = unpackTimes(bytes);
    if (!unpacked)
        return {};
    BlockTimes times(std::move(*unpacked));
    times.m_packed = bytes;
    times.m_times = {};
    return times;
}

void BlockTimes::pack(Bytes &out) const
{
    std::array<std::uint64_t, kMost> numbers;
    std::transform(all().begin(), all().end(), numbers.begin(),
        [](WallTime time) { return static_cast<std::uint64_t>(time.time_since_epoch().count()); });
    putRaw(static_cast<std::uint32_t>(m_size), out);
    GroupPool pool;
    packIntegers(std::span(numbers).first(m_size), pool, out);
}

std::span<const WallTime> BlockTimes::all() const
{
    if (m_times.empty())
        m_times = unpackTimes(m_packed).value();
    return std::span(m_times).first(m_size);
}

void BlockTimes::dropFrom(WallTime at)
{
    const auto times = all();
    const auto kept = std::lower_bound(times.begin(), times.end(), at);
    m_size = static_cast<std::size_t>(kept - times.begin());
    m_last = *std::prev(kept);
}

std::size_t BlockTimes::bytes() const
{
    return m_packed.empty() ? m_times.capacity() * sizeof(WallTime) : m_packed.size();
}

} // namespace pult::telemetry
