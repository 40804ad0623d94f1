// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/target/target.h"

#include <algorithm>
#include <cmath>

namespace pult::telemetry {

namespace {

/// As long as the longest window of a signal needs them.
constexpr SeriesStore::Limits kSeriesInMemory{Seconds(300), std::size_t(256) << 20U};

constexpr Seconds kRateWindow{15};

constexpr const char *kSeriesName = "series";
constexpr const char *kSignalsName = "signals";

bool hasNoSample(const std::vector<Extremes> &columns)
{
    return std::all_of(columns.begin(), columns.end(),
        [](const Extremes &column) { return std::isnan(column.high); });
}

Result<SeriesBook> openSeriesBook(const HistoryFolder &folder, std::size_t mostNames)
{
    auto book = SeriesBook::open(folder, kSeriesName);
    if (!book || book->names().size() <= mostNames || folder.mode() == File::Mode::read)
        return book;
    if (const auto removed = folder.remove(kSeriesName); !removed)
        return tl::unexpected(removed.error());
    return SeriesBook::open(folder, kSeriesName);
}

} // namespace

Target::Target(const Profiles &profiles)
    : Target(profiles, Limits{})
{
}

Target::Target(const Profiles &profiles, const Limits &limits)
    : Target(Parts{SeriesStore(kSeriesInMemory), {}, {}, RolledStore(limits.retention), {}},
        profiles, limits)
{
}

Target::Target(Parts parts, const Profiles &profiles, const Limits &limits)
    : m_parser(limits.scrape)
    , m_seriesBook(std::move(parts.seriesBook))
    , m_series(std::move(parts.series))
    , m_metrics(std::move(parts.metrics))
    , m_choice(profiles)
    , m_signalBook(std::move(parts.signalBook))
    , m_signals(std::move(parts.signals))
{
    m_catalog.follow(m_seriesBook.names());
}

Result<Target> Target::open(HistoryFolder folder, const Profiles &profiles, const Limits &limits)
{
    auto seriesBook = openSeriesBook(folder, limits.scrape.series / 2);
    if (!seriesBook)
        return tl::unexpected(seriesBook.error());
    const SeriesStore::Limits ofSeries = limitsOf(HistoryPart::series, limits.retention);
    auto series = SeriesArchive::open(folder, kSeriesName, pageFileBytes(ofSeries));
    if (!series)
        return tl::unexpected(series.error());
    auto metrics = MetricBook::open(folder, kSeriesName);
    if (!metrics)
        return tl::unexpected(metrics.error());
    auto signalBook = SeriesBook::open(folder, kSignalsName);
    if (!signalBook)
        return tl::unexpected(signalBook.error());
    auto signals = RolledStore::open(folder, kSignalsName, limits.retention);
    if (!signals)
        return tl::unexpected(signals.error());
    Target target(Parts{SeriesStore(ofSeries, std::move(*series)), std::move(*seriesBook),
                      std::move(*metrics), std::move(*signals), std::move(*signalBook)},
        profiles, limits);
    target.m_folder.emplace(std::move(folder));
    return target;
}

void Target::setRetention(const Retention &retention)
{
    m_signals.setRetention(retention);
    m_series.setLimits(limitsOf(HistoryPart::series, retention));
}

ScrapeReport Target::ingest(WallTime at, std::string body, ExpositionFormat format)
{
    const auto shared = std::make_shared<const std::string>(std::move(body));
    ScrapeReport report = m_parser.parse(shared, format);
    if (m_parser.series().size() > m_seriesBook.bound()) {
        bindNew();
        m_metrics.read(*shared);
    }
    m_series.append(at, m_seriesBook.arrange(m_parser.values()));
    m_signals.append(at, m_signalBook.arrange(m_set.evaluate(m_series, at)));
    return report;
}

void Target::bindNew()
{
    const SeriesTable &series = m_parser.series();
    std::vector<std::string> names;
    for (auto i = static_cast<SeriesIndex>(m_seriesBook.bound()); i < series.size(); ++i)
        names.emplace_back(series.text(i));
    m_seriesBook.bind(names);
    m_catalog.follow(m_seriesBook.names());
    for (const auto &profile : m_choice.recognise(series))
        m_set.add(profile->signals);
    m_set.bind(series, m_seriesBook.columns());

    std::vector<std::string> traces = m_set.traceNames();
    const auto known = static_cast<std::ptrdiff_t>(m_signalBook.bound());
    traces.erase(traces.begin(), traces.begin() + known);
    m_signalBook.bind(traces);
}

Profiles Target::profiles() const
{
    return m_parser.series().size() == 0 ? m_choice.remembered(m_signalBook.names())
                                         : m_choice.fitting(m_parser.values());
}

double Target::latest(std::string_view signal, std::string_view label) const
{
    const auto column = m_signalBook.find(nameOf(signal, label));
    return column ? m_signals.latest(*column) : kAbsent;
}

bool Target::isBound(SeriesIndex signal) const
{
    const auto bound = m_signalBook.columns();
    return std::find(bound.begin(), bound.end(), signal) != bound.end();
}

std::vector<Target::TracePixels> Target::chart(
    std::string_view signal, const PixelRange &range) const
{
    const std::string prefix = nameOf(signal, "");
    const auto names = m_signalBook.names();
    std::vector<TracePixels> traces;
    for (SeriesIndex i = 0; i < names.size(); ++i) {
        if (!names[i].starts_with(prefix))
            continue;
        auto columns = m_signals.decimate(i, range);
        if (isBound(i) || !hasNoSample(columns))
            traces.push_back({std::string(names[i].substr(prefix.size())), std::move(columns),
                m_signals.latest(i)});
    }
    std::sort(traces.begin(), traces.end(),
        [](const TracePixels &a, const TracePixels &b) { return a.label < b.label; });
    return traces;
}

LinePlot Target::plot(const SeriesLine &line, const PixelRange &range) const
{
    const Seconds window = std::max(kRateWindow, 3 * range.longestStep);
    return plotLine(m_series, m_catalog, line, range, window);
}

FoundMetrics Target::search(std::string_view words, std::size_t wanted) const
{
    const SeriesCatalog::Matches matches = m_catalog.search(words, wanted);
    FoundMetrics found{{}, matches.series, m_catalog.size()};
    for (const SeriesCatalog::Match &match : matches.metrics) {
        FoundMetric metric{std::string(match.metric), m_metrics.familyOf(match.metric).info,
            m_catalog.ofMetric(match.metric).size(), {}};
        for (const SeriesIndex series : match.listed)
            metric.listed.push_back({m_catalog.nameOf(series), m_series.latest(series)});
        found.metrics.push_back(std::move(metric));
    }
    return found;
}

std::optional<std::pair<WallTime, WallTime>> Target::keptSpan() const
{
    const auto oldest = m_series.oldest();
    return oldest ? std::optional(std::pair(*oldest, *m_series.newest())) : std::nullopt;
}

std::optional<Error> Target::historyProblem() const
{
    if (m_folder && m_folder->mode() == File::Mode::read)
        return Error{ErrorCode::conflict, "Another console keeps the history of this service", {}};
    if (m_series.archive() && m_series.archive()->problem())
        return m_series.archive()->problem();
    if (m_seriesBook.problem())
        return m_seriesBook.problem();
    if (m_metrics.problem())
        return m_metrics.problem();
    return m_signalBook.problem() ? m_signalBook.problem() : m_signals.problem();
}

std::size_t Target::lostHistory() const
{
    return m_seriesBook.lost() + m_metrics.lost() + m_signalBook.lost() + m_signals.lost()
        + (m_series.archive() ? m_series.archive()->lost() : 0);
}

} // namespace pult::telemetry
