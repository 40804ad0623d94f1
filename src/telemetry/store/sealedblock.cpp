// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/store/sealedblock.h"

#include "telemetry/files/record.h"
#include "telemetry/store/columnindex.h"

namespace pult::telemetry {

SealedBlock::SealedBlock(BlockTimes times, Bytes columns)
    : m_times(std::move(times))
    , m_rows(m_times.size())
{
    const auto owned = std::make_shared<const Bytes>(std::move(columns));
    m_columns = *owned;
    m_owner = owned;
}

SealedBlock::SealedBlock(
    BlockTimes times, ByteView columns, std::shared_ptr<const void> owner, std::uint64_t checksum)
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
    return isTrusted() ? columnCount(m_columns) : 0;
}

std::span<const double> SealedBlock::read(SeriesIndex series, ColumnScratch &scratch) const
{
    if (series >= this->series())
        return scratch.constant(kAbsent, m_times.size());
    const ColumnPlace place = placeOfColumn(m_columns, series);
    const ByteView packed = packedColumns(m_columns).first(place.end);
    if (const auto value = constantIn(packed.subspan(place.begin)))
        return scratch.constant(*value, m_times.size());
    const auto values = scratch.first(m_rows);
    if (unpackColumn(packed, place.begin, values))
        return values.first(m_times.size());
    return scratch.constant(kAbsent, m_times.size());
}

bool SealedBlock::isTrusted() const
{
    if (m_trust == Trust::unchecked)
        m_trust = checksumOf(m_columns) == m_checksum ? Trust::full : Trust::none;
    return m_trust == Trust::full;
}

std::size_t SealedBlock::bytes() const
{
    return sizeof *this + m_times.bytes() + m_columns.size();
}

} // namespace pult::telemetry
