// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/seriestext.h"

#include <algorithm>
#include <array>
#include <set>

#include <QCoreApplication>

namespace pult::models {
namespace {

using telemetry::LineForm;
using telemetry::MetricType;
using telemetry::SeriesLine;

struct SeriesText {
    Q_DECLARE_TR_FUNCTIONS(pult::models::SeriesText)
};

constexpr const char *kBucket = "_bucket";

std::string_view withoutSuffix(std::string_view metric)
{
    for (const std::string_view suffix : {"_total", "_bucket", "_sum"})
        if (metric.ends_with(suffix))
            return metric.substr(0, metric.size() - suffix.size());
    return metric;
}

/// By custom; "_time_seconds" alone may be a duration.
bool isMoment(std::string_view metric)
{
    constexpr std::array kEnds{"_timestamp_seconds", "start_time_seconds", "boot_time_seconds",
        "node_time_seconds", "_created"};
    return std::any_of(kEnds.begin(), kEnds.end(),
        [metric](std::string_view end) { return metric.ends_with(end); });
}

Unit unitOfValue(const SeriesLine &line)
{
    if (isBucket(line.metric) && line.form != LineForm::quantile)
        return Unit::count;
    const std::string_view name = withoutSuffix(line.metric);
    if (isMoment(name))
        return line.form == LineForm::value ? Unit::moment : Unit::count;
    if (name.ends_with("_seconds"))
        return Unit::seconds;
    if (name.ends_with("_bytes"))
        return Unit::bytes;
    return name.ends_with("_ratio") ? Unit::ratio : Unit::count;
}

Unit unitOfRate(Unit unit)
{
    if (unit == Unit::bytes)
        return Unit::bytesPerSecond;
    // Seconds a second: the share of the time.
    return unit == Unit::seconds ? Unit::ratio : Unit::perSecond;
}

QString typeText(MetricType type)
{
    switch (type) {
    case MetricType::counter:
        return SeriesText::tr("Counter");
    case MetricType::gauge:
        return SeriesText::tr("Gauge");
    case MetricType::histogram:
        return SeriesText::tr("Histogram");
    case MetricType::summary:
        return SeriesText::tr("Summary");
    case MetricType::info:
        return SeriesText::tr("Information");
    case MetricType::stateset:
        return SeriesText::tr("Set of states");
    case MetricType::unknown:
        break;
    }
    return {};
}

QString drawnText(const SeriesLine &line)
{
    switch (line.form) {
    case LineForm::value:
        return {};
    case LineForm::rate:
        return SeriesText::tr("rate per second");
    case LineForm::increase:
        return SeriesText::tr("increase");
    case LineForm::quantile:
        return QStringLiteral("p%1").arg(100 * line.part);
    }
    return {};
}

} // namespace

bool isBucket(const std::string &metric)
{
    return metric.ends_with(kBucket);
}

Unit unitOf(const SeriesLine &line)
{
    const Unit unit = unitOfValue(line);
    return line.form == LineForm::rate ? unitOfRate(unit) : unit;
}

Unit unitOf(const std::vector<SeriesLine> &lines)
{
    if (lines.empty())
        return Unit::count;
    const Unit unit = unitOf(lines.front());
    const bool isCommon = std::all_of(lines.begin(), lines.end(),
        [unit](const SeriesLine &line) { return unitOf(line) == unit; });
    return isCommon ? unit : Unit::count;
}

LineForm usualForm(const std::string &metric, const telemetry::MetricInfo &info)
{
    if (isBucket(metric))
        return LineForm::quantile;
    const bool isSum = metric.ends_with("_sum") || metric.ends_with("_count");
    switch (info.type) {
    case MetricType::counter:
        return metric.ends_with("_created") ? LineForm::value : LineForm::rate;
    case MetricType::histogram:
    case MetricType::summary:
        return isSum ? LineForm::rate : LineForm::value;
    case MetricType::unknown:
        return metric.ends_with("_total") ? LineForm::rate : LineForm::value;
    default:
        return LineForm::value;
    }
}

QString seriesText(const telemetry::SeriesName &name)
{
    return QString::fromStdString(toString(name));
}

QString metricText(const telemetry::MetricInfo &info)
{
    const QString type = typeText(info.type);
    if (info.unit.empty())
        return type;
    return SeriesText::tr("%1, in %2", "type and unit of a metric")
        .arg(type, QString::fromStdString(info.unit));
}

QString chartTitle(const std::vector<SeriesLine> &lines)
{
    std::set<std::string> metrics;
    std::set<QString> drawn;
    for (const SeriesLine &line : lines) {
        metrics.insert(line.metric);
        drawn.insert(drawnText(line));
    }
    if (metrics.empty())
        return {};
    if (metrics.size() > 1)
        return SeriesText::tr("%n metric(s)", nullptr, static_cast<int>(metrics.size()));
    QString title = QString::fromStdString(*metrics.begin());
    if (drawn.size() == 1 && !drawn.begin()->isEmpty())
        title += QStringLiteral(", ") + *drawn.begin();
    return title;
}

} // namespace pult::models
