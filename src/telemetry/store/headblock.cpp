// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/store/headblock.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "telemetry/store/blockbuilder.h"

namespace pult::telemetry {

namespace {

std::uint64_t bitsOf(double value)
{
    return std::bit_cast<std::uint64_t>(value);
}

/// Few enough that what is fetched for all of them stays in the nearest cache.
constexpr std::size_t kTogether = 256;

/// Writes each i in [begin, end) where a[i] and b[i] differ in a bit; returns behind the last.
/// Most don't, and are passed by the group. Asks for what the next call reads: what the caller does
/// between two of them keeps memory from foreseeing it.
std::size_t *differences(std::span<const double> a, std::span<const double> b, std::size_t begin,
    std::size_t end, std::size_t *out)
{
    constexpr std::size_t kGroup = 8;
    for (; begin < end; begin += kGroup) {
        const std::size_t stop = std::min(begin + kGroup, end);
        __builtin_prefetch(a.data() + begin + kTogether);
        __builtin_prefetch(b.data() + begin + kTogether);
        std::uint64_t different = 0;
        for (std::size_t i = begin; i < stop; ++i)
            different |= bitsOf(a[i]) ^ bitsOf(b[i]);
        for (std::size_t i = begin; different != 0 && i < stop; ++i)
            if (bitsOf(a[i]) != bitsOf(b[i]))
                *out++ = i;
    }
    return out;
}

void prefetch(std::span<const double> column)
{
    constexpr std::size_t kLine = 64 / sizeof(double);
    for (std::size_t i = 0; i < column.size(); i += kLine)
        __builtin_prefetch(column.data() + i);
}

} // namespace

void HeadBlock::append(WallTime at, std::span<const double> values)
{
    m_times.push_back(at);
    if (m_times.size() == 1)
        m_newest.assign(values.begin(), values.end());
    else if (values.size() > m_newest.size())
        m_newest.resize(values.size(), kAbsent);
    if (m_columns.size() < m_newest.size())
        m_columns.resize(m_newest.size());
    for (std::size_t begin = 0; begin < values.size(); begin += kTogether)
        putMoved(values, begin, std::min(begin + kTogether, values.size()));
    for (std::size_t i = values.size(); i < m_newest.size(); ++i)
        if (bitsOf(m_newest[i]) != bitsOf(kAbsent))
            put(i, m_times.size() - 1, kAbsent);
}

/// Of the series from `begin` to `end`. Their places are asked for before they are needed: they are
/// strewn over memory, which is slower than the rest of it.
void HeadBlock::putMoved(std::span<const double> values, std::size_t begin, std::size_t end)
{
    std::array<std::size_t, kTogether> buffer;
    const std::span moved(buffer.data(), differences(values, m_newest, begin, end, buffer.data()));
    for (const std::size_t series : moved)
        __builtin_prefetch(&m_columns[series], 1);
    const std::size_t row = m_times.size() - 1;
    for (const std::size_t series : moved)
        if (const Column &column = m_columns[series]; column.values)
            __builtin_prefetch(&(*column.values)[row], 1);
    for (const std::size_t series : moved)
        put(series, row, values[series]);
}

/// Requires: the last row, and that it differs from the row before.
inline void HeadBlock::put(std::size_t series, std::size_t row, double value)
{
    Column &column = m_columns[series];
    if (!column.values || column.written < row)
        writeUpTo(row, series);
    (*column.values)[row] = value;
    column.written = row + 1;
    m_newest[series] = value;
}

void HeadBlock::writeUpTo(std::size_t row, std::size_t series)
{
    Column &column = m_columns[series];
    if (!column.values)
        column = {m_pool.take(), 0};
    const auto begin = column.values->begin();
    std::fill(begin + std::ptrdiff_t(column.written), begin + std::ptrdiff_t(row), m_newest[series]);
    column.written = row;
}

/// Requires: a column.
std::span<const double> HeadBlock::complete(std::size_t series) const
{
    const Column &column = m_columns[series];
    const auto all = std::span(*column.values).first(m_times.size());
    std::fill(all.begin() + std::ptrdiff_t(column.written), all.end(), m_newest[series]);
    return all;
}

std::span<const double> HeadBlock::read(SeriesIndex series, ColumnScratch &scratch) const
{
    if (series < m_newest.size() && m_columns[series].values)
        return complete(series);
    return scratch.constant(latest(series), m_times.size());
}

void HeadBlock::dropFrom(WallTime at)
{
    if (isEmpty() || m_times.back() < at)
        return;
    const auto end = std::lower_bound(m_times.begin(), m_times.end(), at);
    const auto rows = static_cast<std::size_t>(end - m_times.begin());
    if (rows == 0)
        return clear();
    for (std::size_t i = 0; i < m_newest.size(); ++i)
        if (Column &column = m_columns[i]; column.values) {
            m_newest[i] = complete(i)[rows - 1];
            column.written = std::min(column.written, rows);
        }
    m_times.erase(end, m_times.end());
}

SealedBlock HeadBlock::seal()
{
    BlockBuilder block(m_times);
    for (std::size_t i = 0; i < m_newest.size(); ++i) {
        if (i + 1 < m_newest.size() && m_columns[i + 1].values)
            prefetch(std::span(*m_columns[i + 1].values).first(m_times.size()));
        if (m_columns[i].values)
            block.add(complete(i));
        else
            block.addConstant(m_newest[i]);
    }
    clear();
    return block.finish();
}

void HeadBlock::clear()
{
    m_times.clear();
    m_newest.clear();
    for (Column &column : m_columns)
        if (column.values)
            m_pool.giveBack(std::exchange(column.values, nullptr));
}

std::size_t HeadBlock::bytes() const
{
    return m_pool.bytes() + m_times.capacity() * sizeof(WallTime)
        + m_newest.capacity() * sizeof(double) + m_columns.capacity() * sizeof(Column);
}

} // namespace pult::telemetry
