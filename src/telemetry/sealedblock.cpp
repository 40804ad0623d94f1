// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/sealedblock.h"

#include <algorithm>

#include "telemetry/record.h"

namespace pult::telemetry {

SealedBlock::SealedBlock(std::vector<WallTime> times, Bytes columns)
    : m_times(std::move(times))
    , m_rows(m_times.size())
{
    const auto owned = std::make_shared<const Bytes>(std::move(columns));
    m_columns = *owned;
    m_owner = owned;
}

SealedBlock::SealedBlock(std::vector<WallTime> times, ByteView columns,
    std::shared_ptr<const void> owner, std::uint64_t checksum)
    : m_times(std::move(times))
    , m_rows(m_times.size())
    , m_owner(std::move(owner))
    , m_columns(columns)
    , m_checksum(checksum)
    , m_trust(Trust::unchecked)
{
}

std::size_t SealedBlock::series() const
{
    return isTrusted() ? getRaw<std::uint32_t>(m_columns.data()) : 0;
}

std::span<const double> SealedBlock::read(SeriesIndex series, ColumnScratch &scratch) const
{
    const ByteView column = isTrusted() ? packed(series) : ByteView();
    if (const auto value = constantIn(column))
        return scratch.constant(*value, m_times.size());
    const auto values = scratch.first(m_rows);
    if (unpackColumn(column, values))
        return values.first(m_times.size());
    return scratch.constant(kAbsent, m_times.size());
}

bool SealedBlock::isTrusted() const
{
    if (m_trust == Trust::unchecked)
        m_trust = checksumOf(m_columns) == m_checksum ? Trust::full : Trust::none;
    return m_trust == Trust::full;
}

ByteView SealedBlock::packed(SeriesIndex series) const
{
    constexpr std::size_t kEntry = sizeof(std::uint32_t);
    const auto count = getRaw<std::uint32_t>(m_columns.data());
    if (series >= count)
        return {};
    const std::uint8_t *ends = m_columns.data() + kEntry;
    const std::size_t begin = series == 0 ? 0 : getRaw<std::uint32_t>(ends + kEntry * (series - 1));
    const std::size_t end = getRaw<std::uint32_t>(ends + kEntry * series);
    return m_columns.subspan(kEntry * (1 + count)).subspan(begin, end - begin);
}

void SealedBlock::dropFrom(WallTime at)
{
    m_times.erase(std::lower_bound(m_times.begin(), m_times.end(), at), m_times.end());
}

std::size_t SealedBlock::bytes() const
{
    return sizeof *this + m_times.capacity() * sizeof(WallTime) + m_columns.size();
}

} // namespace pult::telemetry
