// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/headblock.h"

#include <algorithm>
#include <bit>

#include "telemetry/blockbuilder.h"

namespace pult::telemetry {

namespace {

bool isSame(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

} // namespace

void HeadBlock::append(WallTime at, std::span<const double> values)
{
    const std::size_t row = m_times.size();
    m_times.push_back(at);
    if (row == 0)
        m_first.assign(values.begin(), values.end());
    else if (values.size() > m_first.size())
        m_first.resize(values.size(), kAbsent);
    if (m_columns.size() < m_first.size())
        m_columns.resize(m_first.size());
    if (row == 0)
        return;
    for (std::size_t i = 0; i < values.size(); ++i)
        put(i, row, values[i]);
    for (std::size_t i = values.size(); i < m_first.size(); ++i)
        put(i, row, kAbsent);
}

void HeadBlock::put(std::size_t series, std::size_t row, double value)
{
    std::unique_ptr<Column> &column = m_columns[series];
    if (!column) {
        if (isSame(value, m_first[series]))
            return;
        column = takeColumn();
        std::fill_n(column->begin(), row, m_first[series]);
    }
    (*column)[row] = value;
}

std::unique_ptr<HeadBlock::Column> HeadBlock::takeColumn()
{
    if (m_spare.empty()) {
        ++m_allocated;
        return std::make_unique<Column>();
    }
    auto column = std::move(m_spare.back());
    m_spare.pop_back();
    return column;
}

std::span<const double> HeadBlock::read(SeriesIndex series, std::span<double, kRows> scratch) const
{
    if (series < m_first.size() && m_columns[series])
        return std::span(*m_columns[series]).first(m_times.size());
    const auto column = scratch.first(m_times.size());
    std::fill(column.begin(), column.end(), series < m_first.size() ? m_first[series] : kAbsent);
    return column;
}

void HeadBlock::dropFrom(WallTime at)
{
    if (isEmpty() || m_times.back() < at)
        return;
    m_times.erase(std::lower_bound(m_times.begin(), m_times.end(), at), m_times.end());
    if (isEmpty())
        clear();
}

SealedBlock HeadBlock::seal()
{
    BlockBuilder block(m_times);
    for (std::size_t i = 0; i < m_first.size(); ++i)
        if (m_columns[i])
            block.add(std::span(*m_columns[i]).first(m_times.size()));
        else
            block.addConstant(m_first[i]);
    clear();
    return block.finish();
}

void HeadBlock::clear()
{
    m_times.clear();
    m_first.clear();
    for (std::unique_ptr<Column> &column : m_columns)
        if (column)
            m_spare.push_back(std::move(column));
}

std::size_t HeadBlock::bytes() const
{
    return m_allocated * sizeof(Column) + m_times.capacity() * sizeof(WallTime)
        + m_first.capacity() * sizeof(double)
        + (m_columns.capacity() + m_spare.capacity()) * sizeof(m_columns[0]);
}

} // namespace pult::telemetry
