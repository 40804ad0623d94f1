// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/sealedblock.h"

#include <algorithm>
#include <bit>

namespace pult::telemetry {

SealedBlock::SealedBlock(std::vector<WallTime> times)
    : m_times(std::move(times))
    , m_rows(m_times.size())
{
}

void SealedBlock::add(std::span<const double> values)
{
    packColumn(values, m_packed);
    m_ends.push_back(static_cast<std::uint32_t>(m_packed.size()));
}

void SealedBlock::addConstant(double value)
{
    if (std::bit_cast<std::uint64_t>(value) != std::bit_cast<std::uint64_t>(kAbsent))
        packColumn(std::span(&value, 1), m_packed);
    m_ends.push_back(static_cast<std::uint32_t>(m_packed.size()));
}

void SealedBlock::finish()
{
    m_packed.shrink_to_fit();
    m_ends.shrink_to_fit();
}

void SealedBlock::read(SeriesIndex series, std::span<double, kMostRows> values) const
{
    const auto column = values.first(m_rows);
    if (series < m_ends.size()) {
        const std::size_t begin = series == 0 ? 0 : m_ends[series - 1];
        if (unpackColumn(std::span(m_packed).subspan(begin, m_ends[series] - begin), column))
            return;
    }
    std::fill(column.begin(), column.end(), kAbsent);
}

void SealedBlock::dropFrom(WallTime at)
{
    m_times.erase(std::lower_bound(m_times.begin(), m_times.end(), at), m_times.end());
}

std::size_t SealedBlock::bytes() const
{
    return sizeof *this + m_times.capacity() * sizeof(WallTime)
        + m_ends.capacity() * sizeof(std::uint32_t) + m_packed.capacity();
}

} // namespace pult::telemetry
