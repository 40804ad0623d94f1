// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/plots/rolledstore.h"

#include <algorithm>

namespace pult::telemetry {

namespace {

using std::chrono::milliseconds;

/// sampleOf(time, value, number of the row in the part).
template <class SampleOf>
void addColumn(const SeriesStore &store, SeriesIndex column, const LevelPart &part,
    Decimator &decimator, SampleOf sampleOf)
{
    std::size_t row = 0;
    store.read(column, part.from, part.to - milliseconds(1), [&](auto times, auto values) {
        decimator.add(
            times.size(), [&](std::size_t i) { return sampleOf(times[i], values[i], row + i); });
        row += times.size();
    });
}

std::vector<double> readFigure(
    const SeriesStore &store, SeriesIndex series, Figure figure, const LevelPart &part)
{
    std::vector<double> all;
    store.read(columnOf(series, figure), part.from, part.to - milliseconds(1),
        [&all](auto, auto values) { all.insert(all.end(), values.begin(), values.end()); });
    return all;
}

} // namespace

RolledStore::RolledStore(SeriesStore fine, std::vector<Level> levels)
    : m_fine(std::move(fine))
    , m_levels(std::move(levels))
{
}

SeriesStore::Limits RolledStore::levelLimits(std::size_t level, const Retention &retention)
{
    return limitsOf(level == 0 ? HistoryPart::fineRollup : HistoryPart::rollup, retention);
}

RolledStore::RolledStore(const Retention &retention)
    : m_fine(limitsOf(HistoryPart::signals, retention))
{
    for (std::size_t i = 0; i < kSteps.size(); ++i)
        m_levels.push_back({Rollup(kSteps[i]), SeriesStore(levelLimits(i, retention))});
}

Result<RolledStore> RolledStore::open(
    const HistoryFolder &folder, const std::string &name, const Retention &retention)
{
    const auto openStore = [&folder](const std::string &store, const SeriesStore::Limits &limits) {
        return SeriesArchive::open(folder, store, pageFileBytes(limits))
            .map([&limits](
                     SeriesArchive archive) { return SeriesStore(limits, std::move(archive)); });
    };
    auto fine = openStore(name, limitsOf(HistoryPart::signals, retention));
    if (!fine)
        return tl::unexpected(fine.error());
    std::vector<Level> levels;
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
        auto store = openStore(
            name + '-' + std::to_string(kSteps[i].count()) + 's', levelLimits(i, retention));
        if (!store)
            return tl::unexpected(store.error());
        levels.push_back({Rollup(kSteps[i]), std::move(*store)});
    }
    RolledStore rolled(std::move(*fine), std::move(levels));
    for (Level &level : rolled.m_levels)
        rolled.catchUp(level);
    return rolled;
}

void RolledStore::setRetention(const Retention &retention)
{
    m_fine.setLimits(limitsOf(HistoryPart::signals, retention));
    for (std::size_t i = 0; i < m_levels.size(); ++i)
        m_levels[i].store.setLimits(levelLimits(i, retention));
}

void RolledStore::append(WallTime at, std::span<const double> values)
{
    const auto newest = m_fine.newest();
    const bool isSetBack = newest && at <= *newest;
    m_fine.append(at, values);
    for (Level &level : m_levels) {
        if (!isSetBack) {
            roll(level, at, values);
            continue;
        }
        const WallTime begin = level.rollup.beginOf(at);
        level.store.dropFrom(begin);
        level.rollup.restart();
        catchUp(level, begin);
    }
}

void RolledStore::catchUp(Level &level)
{
    if (const auto newest = level.store.newest())
        catchUp(level, *newest + level.rollup.step());
    else
        catchUp(level, WallTime::min());
}

void RolledStore::catchUp(Level &level, WallTime from)
{
    m_fine.readRows(from, WallTime::max(),
        [&](WallTime at, std::span<const double> values) { roll(level, at, values); });
}

void RolledStore::roll(Level &level, WallTime at, std::span<const double> values)
{
    if (const auto sum = level.rollup.add(at, values))
        level.store.append(sum->at, sum->values);
}

std::vector<LevelSpan> RolledStore::spans() const
{
    const WallTime begin = m_fine.oldest().value_or(WallTime());
    std::vector<LevelSpan> spans{{begin, WallTime::max()}};
    for (const Level &level : m_levels) {
        const auto newest = level.store.newest();
        spans.push_back(
            {level.store.oldest().value_or(begin), newest ? *newest + level.rollup.step() : begin});
    }
    return spans;
}

std::vector<Extremes> RolledStore::decimate(SeriesIndex series, const PixelRange &range) const
{
    const Seconds perColumn = Seconds(range.to - range.from) / static_cast<double>(range.columns);
    const auto tooCoarse = std::find_if(kSteps.begin(), kSteps.end(),
        [perColumn](std::chrono::seconds step) { return step > perColumn; });
    const auto level = static_cast<std::size_t>(tooCoarse - kSteps.begin());
    // Lines lead in from outside, and a step may begin there.
    const auto margin =
        std::chrono::ceil<milliseconds>(std::max<Seconds>(range.longestStep, kSteps.back()));
    Decimator decimator(range);
    for (const LevelPart &part :
        planParts(spans(), level, range.from - margin, range.to + margin)) {
        if (part.level <= level || !isWithinAStep(part))
            decimatePart(part, part.level <= level ? Columns::holdSteps : Columns::areNarrower,
                series, decimator);
    }
    return decimator.take();
}

/// Then it is older than the finer level only because a step begins before its first row.
bool RolledStore::isWithinAStep(const LevelPart &part) const
{
    return part.to - part.from < m_levels[part.level - 1].rollup.step();
}

void RolledStore::decimatePart(
    const LevelPart &part, Columns columns, SeriesIndex series, Decimator &decimator) const
{
    if (part.level == 0)
        return addColumn(m_fine, series, part, decimator,
            [](WallTime at, double value, std::size_t) { return Sample::of(at, value); });
    const auto &[rollup, store] = m_levels[part.level - 1];
    const milliseconds step = rollup.step();
    const std::vector<double> low = readFigure(store, series, Figure::low, part);
    if (columns == Columns::holdSteps)
        return addColumn(store, columnOf(series, Figure::high), part, decimator,
            [&](WallTime at, double high, std::size_t row) {
                return Sample{at, at + step, {low[row], high}, (low[row] + high) / 2};
            });
    const std::vector<double> high = readFigure(store, series, Figure::high, part);
    addColumn(store, columnOf(series, Figure::mean), part, decimator,
        [&](WallTime at, double mean, std::size_t row) {
            return Sample{at, at + step, {low[row], high[row]}, mean};
        });
}

std::size_t RolledStore::lost() const
{
    std::size_t lost = m_fine.archive() ? m_fine.archive()->lost() : 0;
    for (const Level &level : m_levels)
        lost += level.store.archive() ? level.store.archive()->lost() : 0;
    return lost;
}

std::optional<Error> RolledStore::problem() const
{
    if (m_fine.archive() && m_fine.archive()->problem())
        return m_fine.archive()->problem();
    for (const Level &level : m_levels)
        if (level.store.archive() && level.store.archive()->problem())
            return level.store.archive()->problem();
    return {};
}

} // namespace pult::telemetry
