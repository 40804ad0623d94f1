// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/store/blockbuilder.h"

#include <bit>

#include "telemetry/store/columnindex.h"

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
    return {BlockTimes(std::move(m_times)), std::move(columns)};
}

} // namespace pult::telemetry
