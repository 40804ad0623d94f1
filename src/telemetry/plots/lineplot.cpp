// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/plots/lineplot.h"

#include <algorithm>
#include <cmath>

#include "telemetry/exposition/number.h"
#include "telemetry/plots/linerows.h"
#include "telemetry/signals/functions.h"

namespace pult::telemetry {

namespace {

using Values = std::vector<double>;

/// A series of a trace.
struct Member {
    SeriesIndex series = 0;
    double bound = 0; ///< Of a bucket.
};
using Members = std::vector<Member>;

bool isFolded(const SeriesLine &line)
{
    return line.fold != LineFold::none || line.form == LineForm::quantile;
}

bool isOfLine(const SeriesName &name, const SeriesLine &line)
{
    if (!isFolded(line))
        return name == nameOf(line);
    return std::all_of(line.labels.begin(), line.labels.end(),
        [&name](const LineLabel &label) { return name.label(label.name) == label.value; });
}

/// The value of the label that a line is split by, in front of it the bound when that is a
/// bucket's.
using GroupKey = std::pair<double, std::string>;

GroupKey groupOf(const SeriesName &name, const std::string &by, std::optional<double> bound)
{
    if (by.empty())
        return {};
    const bool isBound = by == "le" && bound && !std::isnan(*bound);
    return {isBound ? *bound : 0, std::string(name.label(by))};
}

std::map<GroupKey, Members> membersOf(const SeriesCatalog &catalog, const SeriesLine &line)
{
    std::map<GroupKey, Members> groups;
    for (const SeriesIndex series : catalog.ofMetric(line.metric)) {
        const SeriesName name = catalog.nameOf(series);
        const auto bound = parseNumber(name.label("le"));
        if (!isOfLine(name, line) || (line.form == LineForm::quantile && !bound))
            continue;
        groups[groupOf(name, line.by, bound)].push_back({series, bound.value_or(0)});
    }
    return groups;
}

/// Of what is known in each row.
void fold(LineFold how, const Values &one, Values &all)
{
    if (all.empty()) {
        all = one;
        return;
    }
    for (std::size_t row = 0; row < all.size(); ++row)
        if (how == LineFold::max)
            all[row] = std::fmax(all[row], one[row]);
        else if (!std::isnan(one[row]))
            all[row] = std::isnan(all[row]) ? one[row] : all[row] + one[row];
}

Values foldAll(const LineRows &rows, LineFold how, const Members &members)
{
    Values all;
    for (const Member &member : members)
        fold(how, rows.read(member.series), all);
    return all;
}

Values quantiles(const LineRows &rows, double part, const Members &members)
{
    std::map<double, Values> byBound;
    for (const Member &member : members)
        fold(LineFold::sum, rows.read(member.series), byBound[member.bound]);
    Values result;
    std::vector<Bucket> buckets;
    for (std::size_t row = 0; row < rows.times().size(); ++row) {
        buckets.clear();
        for (const auto &[bound, counts] : byBound)
            if (!std::isnan(counts[row]))
                buckets.push_back({bound, counts[row]});
        mergeBuckets(buckets);
        result.push_back(quantile(part, buckets));
    }
    return result;
}

std::vector<Extremes> columnsOf(
    std::span<const WallTime> times, const Values &values, const PixelRange &range)
{
    Decimator decimator(range);
    decimator.add(
        values.size(), [&](std::size_t row) { return Sample::of(times[row], values[row]); });
    return decimator.take();
}

/// Lines lead from one picked row to the next.
PixelRange drawnRange(const PixelRange &range, LineForm form)
{
    PixelRange drawn = range;
    const Seconds width = Seconds(range.to - range.from) / static_cast<double>(range.columns);
    if (form == LineForm::rate || form == LineForm::quantile)
        drawn.longestStep += width;
    return drawn;
}

} // namespace

LinePlot plotLine(const SeriesStore &store, const SeriesCatalog &catalog, const SeriesLine &line,
    const PixelRange &range, Seconds rateWindow)
{
    LinePlot plot;
    const auto groups = membersOf(catalog, line);
    for (const auto &[group, members] : groups) {
        plot.kept += members.size();
        plot.present += static_cast<std::size_t>(std::count_if(members.begin(), members.end(),
            [&](const Member &member) { return !std::isnan(store.latest(member.series)); }));
    }
    const LineRows rows(store, range, rateWindow, line.form);
    plot.isTooLarge = rows.readRows() * plot.kept > LinePlot::kMostSamples;
    if (plot.isTooLarge)
        return plot;
    const PixelRange drawn = drawnRange(range, line.form);
    for (const auto &[group, members] : groups) {
        if (plot.traces.size() == LinePlot::kMostTraces) {
            ++plot.cut;
            continue;
        }
        const Values values = line.form == LineForm::quantile ? quantiles(rows, line.part, members)
                                                              : foldAll(rows, line.fold, members);
        const bool isNow = !values.empty() && rows.times().back() == store.newest();
        const SeriesName series = traceSeries(line, group.second);
        plot.traces.push_back({traceName(line, series), series,
            columnsOf(rows.times(), values, drawn), isNow ? values.back() : kAbsent});
    }
    return plot;
}

} // namespace pult::telemetry
