// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/target/exportplan.h"

#include <algorithm>

#include "telemetry/exposition/number.h"

namespace pult::telemetry {

namespace {

/// The name of the family that a metric is written in, without a suffix; empty when the rules do
/// not allow it its type.
std::string_view ruledName(std::string_view metric, const MetricBook::Family &family)
{
    const auto without = [](std::string_view name, std::string_view suffix) {
        return name.ends_with(suffix) ? name.substr(0, name.size() - suffix.size())
                                      : std::string_view();
    };
    switch (family.info.type) {
    case MetricType::counter:
        return without(metric, "_total");
    case MetricType::info:
        return without(metric, "_info");
    case MetricType::histogram:
        return metric == family.name ? std::string_view() : family.name;
    default:
        return family.name;
    }
}

/// Labels that tell apart the samples of one metric.
bool isOfSample(const std::string &label, MetricType type)
{
    return (type == MetricType::histogram && label == "le")
        || (type == MetricType::summary && label == "quantile");
}

std::string metricKey(SeriesName name, MetricType type)
{
    std::erase_if(name.labels, [type](const auto &label) { return isOfSample(label.first, type); });
    name.metric.clear();
    return toString(name);
}

/// Bounds as numbers, in front of the metric's other samples.
bool isInFront(const SeriesName &one, const SeriesName &other)
{
    const auto bound = [](const SeriesName &name) {
        const std::string_view le = name.label("le");
        return parseNumber(le.empty() ? name.label("quantile") : le);
    };
    const auto first = bound(one);
    const auto second = bound(other);
    if (first && second)
        return *first < *second;
    return first.has_value() != second.has_value() ? first.has_value() : one.metric < other.metric;
}

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char letter : text) {
        if (letter == '\\' || letter == '"' || letter == '\n')
            result += '\\';
        result += letter == '\n' ? 'n' : letter;
    }
    return result;
}

std::string_view typeWord(MetricType type)
{
    switch (type) {
    case MetricType::counter:
        return "counter";
    case MetricType::gauge:
        return "gauge";
    case MetricType::histogram:
        return "histogram";
    case MetricType::summary:
        return "summary";
    case MetricType::info:
        return "info";
    case MetricType::stateset:
        return "stateset";
    case MetricType::unknown:
        break;
    }
    return "unknown";
}

} // namespace

std::map<std::string, ExportFamily> planExport(const SeriesCatalog &catalog, const MetricBook &book)
{
    std::map<std::string, ExportFamily> plan;
    std::map<std::string, std::string> sources; ///< Which family of the scrapes has each name.
    for (const auto &[metric, series] : catalog.metrics()) {
        MetricBook::Family family = book.familyOf(metric);
        std::string name(ruledName(metric, family));
        const auto taken = sources.find(name);
        if (name.empty() || (taken != sources.end() && taken->second != family.name)) {
            name = metric;
            family = {metric, {MetricType::unknown, family.info.help, {}}};
        }
        sources.emplace(name, family.name);
        ExportFamily &target = plan.try_emplace(name, ExportFamily{family.info, {}}).first->second;
        for (const SeriesIndex each : series)
            target.metrics[metricKey(catalog.nameOf(each), target.info.type)].series.push_back(
                each);
    }
    for (auto &[name, family] : plan)
        for (auto &[labels, metric] : family.metrics)
            std::sort(metric.series.begin(), metric.series.end(),
                [&catalog](SeriesIndex a, SeriesIndex b) {
                    return isInFront(catalog.nameOf(a), catalog.nameOf(b));
                });
    return plan;
}

std::string familyHead(const std::string &name, const MetricInfo &info)
{
    std::string head = "# TYPE " + name + ' ' + std::string(typeWord(info.type)) + '\n';
    if (!info.unit.empty() && name.ends_with('_' + info.unit))
        head += "# UNIT " + name + ' ' + info.unit + '\n';
    if (!info.help.empty())
        head += "# HELP " + name + ' ' + escaped(info.help) + '\n';
    return head;
}

} // namespace pult::telemetry
