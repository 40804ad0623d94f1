// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/store/seriesstore.h"

#include <algorithm>
#include <numeric>

namespace pult::telemetry {

namespace {

/// The part of a block's rows with from <= time <= to.
void visitRange(std::span<const WallTime> times, std::span<const double> values, WallTime from,
    WallTime to, const SeriesStore::Visit &visit)
{
    if (times.front() >= from && times.back() <= to)
        return visit(times, values);
    const auto begin = std::lower_bound(times.begin(), times.end(), from);
    const auto end = std::upper_bound(begin, times.end(), to);
    const auto offset = static_cast<std::size_t>(begin - times.begin());
    const auto count = static_cast<std::size_t>(end - begin);
    if (count > 0)
        visit(times.subspan(offset, count), values.subspan(offset, count));
}

template <class Block>
void visitRows(const Block &block, std::span<const WallTime> times, WallTime from, WallTime to,
    const SeriesStore::VisitRow &visit)
{
    const std::size_t width = block.series();
    std::vector<double> rows(times.size() * width);
    ColumnScratch scratch;
    for (std::size_t series = 0; series < width; ++series) {
        const auto column = block.read(static_cast<SeriesIndex>(series), scratch);
        for (std::size_t row = 0; row < times.size(); ++row)
            rows[row * width + series] = column[row];
    }
    for (std::size_t row = 0; row < times.size(); ++row)
        if (times[row] >= from && times[row] <= to)
            visit(times[row], std::span(rows).subspan(row * width, width));
}

} // namespace

SeriesStore::SeriesStore(const Limits &limits)
    : m_limits(limits)
{
}

SeriesStore::SeriesStore(const Limits &limits, SeriesArchive archive)
    : m_limits(limits)
    , m_archive(std::move(archive))
{
    SeriesArchive::Contents contents = m_archive->takeContents();
    m_sealed = std::move(contents.blocks);
    for (const SealedBlock &block : m_sealed)
        m_sealedBytes += block.bytes();
    bool isJournalEmptied = false;
    for (const Row &row : contents.rows) {
        isJournalEmptied = isJournalEmptied || m_head.isFull();
        if (isJournalEmptied)
            append(row.at, row.values);
        else
            replay(row);
    }
}

void SeriesStore::replay(const Row &row)
{
    // A row that is in a block too was in the journal when a crash came between the two writes.
    if (!m_sealed.empty() && row.at <= m_sealed.back().times().last())
        return;
    m_head.dropFrom(row.at);
    add(row.at, row.values);
}

void SeriesStore::append(WallTime at, std::span<const double> values)
{
    dropFrom(at);
    if (m_head.isFull())
        seal();
    if (m_archive)
        m_archive->append(at, values);
    add(at, values);
    dropBeyondLimits();
}

void SeriesStore::add(WallTime at, std::span<const double> values)
{
    m_head.append(at, values);
}

void SeriesStore::seal()
{
    SealedBlock block = m_head.seal();
    if (m_archive)
        block = m_archive->store(std::move(block));
    m_sealedBytes += m_sealed.emplace_back(std::move(block)).bytes();
}

SeriesStore::Blocks::const_iterator SeriesStore::blockAt(WallTime from) const
{
    return std::partition_point(m_sealed.begin(), m_sealed.end(),
        [from](const SealedBlock &candidate) { return candidate.times().last() < from; });
}

void SeriesStore::read(SeriesIndex series, WallTime from, WallTime to, const Visit &visit) const
{
    ColumnScratch scratch;
    auto block = blockAt(from);
    for (; block != m_sealed.end() && block->times().first() <= to; ++block)
        visitRange(block->times().all(), block->read(series, scratch), from, to, visit);
    if (block == m_sealed.end() && !m_head.isEmpty() && m_head.times().front() <= to)
        visitRange(m_head.times(), m_head.read(series, scratch), from, to, visit);
}

void SeriesStore::readRows(WallTime from, WallTime to, const VisitRow &visit) const
{
    auto block = blockAt(from);
    for (; block != m_sealed.end() && block->times().first() <= to; ++block)
        visitRows(*block, block->times().all(), from, to, visit);
    if (block == m_sealed.end() && !m_head.isEmpty())
        visitRows(m_head, m_head.times(), from, to, visit);
}

double SeriesStore::latest(SeriesIndex series) const
{
    return m_head.latest(series);
}

std::optional<WallTime> SeriesStore::oldest() const
{
    if (!m_sealed.empty())
        return m_sealed.front().times().first();
    return m_head.isEmpty() ? std::nullopt : std::optional(m_head.times().front());
}

std::optional<WallTime> SeriesStore::newest() const
{
    if (!m_head.isEmpty())
        return m_head.times().back();
    return m_sealed.empty() ? std::nullopt : std::optional(m_sealed.back().times().last());
}

std::size_t SeriesStore::rows() const
{
    return std::accumulate(m_sealed.begin(), m_sealed.end(), m_head.times().size(),
        [](std::size_t sum, const SealedBlock &block) { return sum + block.times().size(); });
}

std::size_t SeriesStore::bytes() const
{
    return m_sealedBytes + m_head.bytes();
}

void SeriesStore::dropFrom(WallTime at)
{
    const bool wasEmpty = m_head.isEmpty();
    m_head.dropFrom(at);
    if (m_archive && m_head.isEmpty() && !wasEmpty)
        m_archive->clearJournal();
    if (m_archive && !m_sealed.empty() && m_sealed.back().times().last() >= at)
        m_archive->cut(at);
    while (m_head.isEmpty() && !m_sealed.empty() && m_sealed.back().times().first() >= at) {
        m_sealedBytes -= m_sealed.back().bytes();
        m_sealed.pop_back();
    }
    if (m_head.isEmpty() && !m_sealed.empty() && m_sealed.back().times().last() >= at)
        m_sealed.back().dropFrom(at);
}

WallTime SeriesStore::settledTime() const
{
    if (m_head.times().size() > kSettledRows)
        return m_head.times().rbegin()[std::ptrdiff_t(kSettledRows)];
    std::size_t rows = kSettledRows - m_head.times().size();
    for (auto block = m_sealed.rbegin(); block != m_sealed.rend(); ++block) {
        if (block->times().size() > rows)
            return block->times().all().rbegin()[std::ptrdiff_t(rows)];
        rows -= block->times().size();
    }
    return WallTime::min() + std::chrono::round<std::chrono::milliseconds>(m_limits.span);
}

void SeriesStore::dropBeyondLimits()
{
    const WallTime first =
        settledTime() - std::chrono::round<std::chrono::milliseconds>(m_limits.span);
    const std::size_t before = m_sealed.size();
    while (!m_sealed.empty()
        && (m_sealed.front().times().last() < first || bytes() > m_limits.bytes)) {
        m_sealedBytes -= m_sealed.front().bytes();
        m_sealed.pop_front();
    }
    if (m_archive && m_sealed.size() != before)
        m_archive->keepFrom(*oldest());
}

} // namespace pult::telemetry
