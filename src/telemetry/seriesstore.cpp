// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/seriesstore.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace pult::telemetry {

namespace {

constexpr std::size_t kBlockRows = 512;

constexpr auto kAbsentColumn = [] {
    std::array<double, kBlockRows> column{};
    column.fill(kAbsent);
    return column;
}();

std::span<const double> columnOf(
    const std::vector<std::vector<double>> &columns, SeriesIndex series)
{
    if (series >= columns.size() || columns[series].empty())
        return kAbsentColumn;
    return columns[series];
}

} // namespace

SeriesStore::SeriesStore(const Limits &limits)
    : m_limits(limits)
{
}

void SeriesStore::append(WallTime at, std::span<const double> values)
{
    dropFrom(at);
    if (m_blocks.empty() || m_blocks.back().times.size() == kBlockRows)
        m_blocks.emplace_back().times.reserve(kBlockRows);
    Block &block = m_blocks.back();
    const std::size_t row = block.times.size();
    block.times.push_back(at);
    if (block.columns.size() < values.size())
        block.columns.resize(values.size());
    for (std::size_t i = 0; i < block.columns.size(); ++i) {
        const double value = i < values.size() ? values[i] : kAbsent;
        std::vector<double> &column = block.columns[i];
        if (column.empty() && !std::isnan(value))
            column.assign(kBlockRows, kAbsent);
        if (!column.empty())
            column[row] = value;
    }
    dropBeyondLimits();
}

void SeriesStore::read(SeriesIndex series, WallTime from, WallTime to, const Visit &visit) const
{
    auto block = std::partition_point(m_blocks.begin(), m_blocks.end(),
        [from](const Block &candidate) { return candidate.times.back() < from; });
    for (; block != m_blocks.end() && block->times.front() <= to; ++block) {
        const auto begin = std::lower_bound(block->times.begin(), block->times.end(), from);
        const auto end = std::upper_bound(begin, block->times.end(), to);
        const auto offset = static_cast<std::size_t>(begin - block->times.begin());
        const auto count = static_cast<std::size_t>(end - begin);
        if (count > 0)
            visit(std::span(block->times).subspan(offset, count),
                columnOf(block->columns, series).subspan(offset, count));
    }
}

double SeriesStore::latest(SeriesIndex series) const
{
    if (m_blocks.empty())
        return kAbsent;
    const Block &block = m_blocks.back();
    return columnOf(block.columns, series)[block.times.size() - 1];
}

std::size_t SeriesStore::rows() const
{
    return m_blocks.empty() ? 0 : (m_blocks.size() - 1) * kBlockRows + m_blocks.back().times.size();
}

std::size_t SeriesStore::bytes() const
{
    std::size_t sum = 0;
    for (const Block &block : m_blocks)
        sum += bytesOf(block);
    return sum;
}

std::size_t SeriesStore::bytesOf(const Block &block)
{
    const auto used = std::count_if(block.columns.begin(), block.columns.end(),
        [](const std::vector<double> &column) { return !column.empty(); });
    return kBlockRows * (sizeof(WallTime) + static_cast<std::size_t>(used) * sizeof(double));
}

void SeriesStore::dropFrom(WallTime at)
{
    while (!m_blocks.empty() && m_blocks.back().times.back() >= at) {
        auto &times = m_blocks.back().times;
        times.erase(std::lower_bound(times.begin(), times.end(), at), times.end());
        if (times.empty())
            m_blocks.pop_back();
    }
}

void SeriesStore::dropBeyondLimits()
{
    const WallTime oldest =
        m_blocks.back().times.back() - std::chrono::round<std::chrono::milliseconds>(m_limits.span);
    while (m_blocks.front().times.back() < oldest)
        m_blocks.pop_front();
    for (std::size_t sum = bytes(); sum > m_limits.bytes && m_blocks.size() > 1;) {
        sum -= bytesOf(m_blocks.front());
        m_blocks.pop_front();
    }
}

} // namespace pult::telemetry
