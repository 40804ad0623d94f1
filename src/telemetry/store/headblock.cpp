// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/store/headblock.h"

#include <algorithm>
#include <bit>

#include "telemetry/store/blockbuilder.h"

namespace pult::telemetry {

namespace {

std::uint64_t bitsOf(double value)
{
    return std::bit_cast<std::uint64_t>(value);
}

/// visit(i) for each i, below the size of `a`, where a[i] and b[i] differ in a bit. Most don't, and
/// are passed by the group.
template <class Visit>
void forEachDifference(std::span<const double> a, std::span<const double> b, Visit visit)
{
    constexpr std::size_t kGroup = 8;
    for (std::size_t begin = 0; begin < a.size(); begin += kGroup) {
        const std::size_t end = std::min(begin + kGroup, a.size());
        std::uint64_t different = 0;
        for (std::size_t i = begin; i < end; ++i)
            different |= bitsOf(a[i]) ^ bitsOf(b[i]);
        for (std::size_t i = begin; different != 0 && i < end; ++i)
            if (bitsOf(a[i]) != bitsOf(b[i]))
                visit(i);
    }
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
    const std::size_t row = m_times.size() - 1;
    forEachDifference(values, m_newest, [&](std::size_t i) { put(i, row, values[i]); });
    for (std::size_t i = values.size(); i < m_newest.size(); ++i)
        if (bitsOf(m_newest[i]) != bitsOf(kAbsent))
            put(i, row, kAbsent);
    if (m_times.size() % kLineRows == 0)
        moveLinesToColumns();
}

/// Requires: the last row, and that it differs from the row before.
inline void HeadBlock::put(std::size_t series, std::size_t row, double value)
{
    Column &column = m_columns[series];
    if (!column.exists() || column.written < row)
        writeUpTo(row, series);
    m_lines[column.slot].rows[row % kLineRows] = value;
    column.written = static_cast<std::uint32_t>(row + 1);
    m_newest[series] = value;
}

void HeadBlock::writeUpTo(std::size_t row, std::size_t series)
{
    Column &column = m_columns[series];
    if (!column.exists())
        column = {m_pool.take(), 0};
    if (column.slot == m_lines.size())
        m_lines.emplace_back();
    const std::size_t line = row - row % kLineRows;
    if (column.written < line) {
        const auto begin = m_pool[column.slot].begin();
        std::fill(begin + column.written, begin + std::ptrdiff_t(line), m_newest[series]);
    }
    const std::size_t inLine = column.written < line ? 0 : column.written - line;
    const auto begin = m_lines[column.slot].rows.begin();
    std::fill(begin + std::ptrdiff_t(inLine), begin + std::ptrdiff_t(row - line), m_newest[series]);
}

/// Requires: as many rows as fill them.
void HeadBlock::moveLinesToColumns()
{
    const std::size_t begin = m_times.size() - kLineRows;
    for (std::size_t i = 0; i < m_newest.size(); ++i) {
        Column &column = m_columns[i];
        if (!column.exists() || column.written <= begin)
            continue;
        auto &rows = m_lines[column.slot].rows;
        std::fill(rows.begin() + std::ptrdiff_t(column.written - begin), rows.end(), m_newest[i]);
        std::copy(rows.begin(), rows.end(), m_pool[column.slot].begin() + std::ptrdiff_t(begin));
        column.written = static_cast<std::uint32_t>(m_times.size());
    }
}

/// Requires: a column.
std::span<const double> HeadBlock::complete(std::size_t series) const
{
    const Column &column = m_columns[series];
    const auto all = std::span(m_pool[column.slot]).first(m_times.size());
    const std::size_t line = all.size() - all.size() % kLineRows;
    if (column.written > line)
        std::copy_n(m_lines[column.slot].rows.begin(), column.written - line,
            all.begin() + std::ptrdiff_t(line));
    std::fill(all.begin() + column.written, all.end(), m_newest[series]);
    return all;
}

std::span<const double> HeadBlock::read(SeriesIndex series, ColumnScratch &scratch) const
{
    if (series < m_newest.size() && m_columns[series].exists())
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
    const std::size_t line = rows - rows % kLineRows;
    for (std::size_t i = 0; i < m_newest.size(); ++i)
        if (Column &column = m_columns[i]; column.exists()) {
            const auto values = complete(i).first(rows);
            m_newest[i] = values.back();
            column.written = std::min(column.written, static_cast<std::uint32_t>(rows));
            std::copy(values.begin() + std::ptrdiff_t(line), values.end(),
                m_lines[column.slot].rows.begin());
        }
    m_times.erase(end, m_times.end());
}

SealedBlock HeadBlock::seal()
{
    BlockBuilder block(m_times);
    for (std::size_t i = 0; i < m_newest.size(); ++i) {
        if (i + 1 < m_newest.size() && m_columns[i + 1].exists())
            prefetch(std::span(m_pool[m_columns[i + 1].slot]).first(m_times.size()));
        if (m_columns[i].exists())
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
    m_columns.clear();
    m_pool.clear();
}

std::size_t HeadBlock::bytes() const
{
    return m_pool.bytes() + m_times.capacity() * sizeof(WallTime)
        + m_newest.capacity() * sizeof(double) + m_columns.capacity() * sizeof(Column)
        + m_lines.capacity() * sizeof(Line);
}

} // namespace pult::telemetry
