// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/target/historyexport.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <unistd.h>

namespace pult::telemetry {

namespace {

using std::chrono::milliseconds;

/// The samples of a metric stand row by row, so that several series are held for that long.
constexpr milliseconds kWindow = std::chrono::minutes(10);

void appendValue(double value, std::string &text)
{
    if (std::isinf(value)) {
        text += value > 0 ? "+Inf" : "-Inf";
        return;
    }
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    text.append(digits.data(), end.ptr);
}

/// In seconds.
void appendTime(WallTime at, std::string &text)
{
    const auto whole = at.time_since_epoch().count();
    text += std::to_string(whole / 1000) + '.';
    const std::string rest = std::to_string(whole % 1000);
    text.append(3 - rest.size(), '0');
    text += rest;
}

std::filesystem::path temporaryPath(const std::filesystem::path &path)
{
    return path.string() + ".part-" + std::to_string(::getpid());
}

} // namespace

Result<std::unique_ptr<HistoryExport>> HistoryExport::begin(
    std::filesystem::path path, const Source &source, const Range &range)
{
    std::error_code ignored;
    std::filesystem::remove(temporaryPath(path), ignored);
    auto file = File::open(temporaryPath(path), File::Mode::write);
    if (!file)
        return tl::unexpected(file.error());
    return std::unique_ptr<HistoryExport>(
        new HistoryExport(std::move(path), std::move(*file), source, range));
}

HistoryExport::HistoryExport(
    std::filesystem::path path, File file, const Source &source, const Range &range)
    : m_path(std::move(path))
    , m_file(std::move(file))
    , m_plan(planExport(source.catalog, source.book))
    , m_family(m_plan.begin())
    , m_from(std::max(source.store.oldest().value_or(WallTime()), range.from))
    , m_to(std::min(source.store.newest().value_or(WallTime()), range.to))
    , m_allSeries(source.catalog.size())
{
    if (m_family == m_plan.end())
        return;
    beginFamily();
    beginMetric(source.catalog);
}

HistoryExport::~HistoryExport()
{
    if (m_isDone)
        return;
    std::error_code ignored;
    std::filesystem::remove(temporaryPath(m_path), ignored);
}

double HistoryExport::share() const
{
    if (m_isDone || m_family == m_plan.end())
        return 1;
    const double ofMetric =
        m_from < m_to ? std::min(Seconds(m_at - m_from) / Seconds(m_to - m_from), 1.0) : 0;
    return (static_cast<double>(m_series)
               + ofMetric * static_cast<double>(m_metric->second.series.size()))
        / static_cast<double>(m_allSeries);
}

void HistoryExport::beginFamily()
{
    m_text += familyHead(m_family->first, m_family->second.info);
    m_metric = m_family->second.metrics.begin();
}

void HistoryExport::beginMetric(const SeriesCatalog &catalog)
{
    m_at = m_from;
    m_names.clear();
    for (const SeriesIndex series : m_metric->second.series)
        m_names.push_back(toString(catalog.nameOf(series)));
}

Result<void> HistoryExport::step(const Source &source)
{
    while (m_family != m_plan.end() && m_text.size() < kPieceBytes) {
        writeWindow(source.store);
        if (m_at > m_to)
            next(source.catalog);
    }
    return m_family == m_plan.end() ? finish() : flush();
}

void HistoryExport::writeWindow(const SeriesStore &store)
{
    const WallTime last = std::min(m_to, m_at + kWindow - milliseconds(1));
    std::vector<WallTime> times;
    std::vector<std::vector<double>> columns;
    for (const SeriesIndex series : m_metric->second.series) {
        times.clear();
        std::vector<double> &column = columns.emplace_back();
        store.read(series, m_at, last, [&](auto moments, auto values) {
            times.insert(times.end(), moments.begin(), moments.end());
            column.insert(column.end(), values.begin(), values.end());
        });
    }
    for (std::size_t row = 0; row < times.size(); ++row)
        for (std::size_t series = 0; series < columns.size(); ++series) {
            if (std::isnan(columns[series][row]))
                continue;
            m_text += m_names[series] + ' ';
            appendValue(columns[series][row], m_text);
            m_text += ' ';
            appendTime(times[row], m_text);
            m_text += '\n';
            ++m_samples;
        }
    m_at = last + milliseconds(1);
}

void HistoryExport::next(const SeriesCatalog &catalog)
{
    m_series += m_metric->second.series.size();
    if (++m_metric == m_family->second.metrics.end()) {
        if (++m_family == m_plan.end())
            return;
        beginFamily();
    }
    beginMetric(catalog);
}

Result<void> HistoryExport::flush()
{
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(m_text.data());
    auto written = m_file.append({bytes, m_text.size()});
    m_text.clear();
    return written;
}

Result<void> HistoryExport::finish()
{
    m_text += "# EOF\n";
    const auto written = flush().and_then([this] { return m_file.sync(); });
    if (!written)
        return written;
    std::error_code failure;
    std::filesystem::rename(temporaryPath(m_path), m_path, failure);
    if (failure)
        return fail(ErrorCode::io, m_path.string() + ": " + failure.message());
    m_isDone = true;
    return {};
}

} // namespace pult::telemetry
