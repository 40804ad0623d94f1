// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/seriesstore.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace pult::telemetry {

namespace {

/// The part of a block's rows with from <= time <= to.
void visitRange(std::span<const WallTime> times, std::span<const double> values, WallTime from,
    WallTime to, const SeriesStore::Visit &visit)
{
    const auto begin = std::lower_bound(times.begin(), times.end(), from);
    const auto end = std::upper_bound(begin, times.end(), to);
    const auto offset = static_cast<std::size_t>(begin - times.begin());
    const auto count = static_cast<std::size_t>(end - begin);
    if (count > 0)
        visit(times.subspan(offset, count), values.subspan(offset, count));
}

} // namespace

SeriesStore::SeriesStore(const Limits &limits)
    : m_limits(limits)
{
}

void SeriesStore::append(WallTime at, std::span<const double> values)
{
    dropFrom(at);
    if (m_head.isFull())
        m_sealedBytes += m_sealed.emplace_back(m_head.seal()).bytes();
    m_head.append(at, values);
    m_newest.assign(values.begin(), values.end());
    dropBeyondLimits(at);
}

void SeriesStore::read(SeriesIndex series, WallTime from, WallTime to, const Visit &visit) const
{
    std::array<double, HeadBlock::kRows> values;
    auto block = std::partition_point(m_sealed.begin(), m_sealed.end(),
        [from](const SealedBlock &candidate) { return candidate.times().back() < from; });
    for (; block != m_sealed.end() && block->times().front() <= to; ++block) {
        block->read(series, values);
        visitRange(block->times(), values, from, to, visit);
    }
    if (block == m_sealed.end() && !m_head.isEmpty())
        visitRange(m_head.times(), m_head.read(series, values), from, to, visit);
}

double SeriesStore::latest(SeriesIndex series) const
{
    return series < m_newest.size() ? m_newest[series] : kAbsent;
}

std::size_t SeriesStore::rows() const
{
    return std::accumulate(m_sealed.begin(), m_sealed.end(), m_head.times().size(),
        [](std::size_t sum, const SealedBlock &block) { return sum + block.times().size(); });
}

std::size_t SeriesStore::bytes() const
{
    return m_sealedBytes + m_head.bytes() + m_newest.capacity() * sizeof(double);
}

void SeriesStore::dropFrom(WallTime at)
{
    m_head.dropFrom(at);
    while (m_head.isEmpty() && !m_sealed.empty() && m_sealed.back().times().back() >= at) {
        m_sealed.back().dropFrom(at);
        if (!m_sealed.back().times().empty())
            return;
        m_sealedBytes -= m_sealed.back().bytes();
        m_sealed.pop_back();
    }
}

void SeriesStore::dropBeyondLimits(WallTime newest)
{
    const WallTime oldest = newest - std::chrono::round<std::chrono::milliseconds>(m_limits.span);
    while (!m_sealed.empty()
        && (m_sealed.front().times().back() < oldest || bytes() > m_limits.bytes)) {
        m_sealedBytes -= m_sealed.front().bytes();
        m_sealed.pop_front();
    }
}

} // namespace pult::telemetry
