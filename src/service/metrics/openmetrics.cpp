// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/metrics/openmetrics.h"

#include <algorithm>
#include <set>
#include <string_view>

#include <prometheus/text_serializer.h>

namespace pult::service {

namespace {

constexpr std::string_view kCounterSuffix = "_total";
constexpr std::size_t kDescriptorBytes = 7; ///< Of "# HELP " and "# TYPE ".

using CounterNames = std::set<std::string, std::less<>>;

std::string withQuotesEscaped(std::string_view help)
{
    std::string escaped;
    for (const char c : help) {
        if (c == '"')
            escaped += '\\';
        escaped += c;
    }
    return escaped;
}

CounterNames suffixedCounters(const std::vector<prometheus::MetricFamily> &families)
{
    CounterNames names;
    for (const prometheus::MetricFamily &family : families)
        if (family.type == prometheus::MetricType::Counter && family.name.ends_with(kCounterSuffix))
            names.insert(family.name);
    return names;
}

void appendLine(std::string &text, std::string_view line, const CounterNames &counters)
{
    if (line.starts_with("# ")) {
        const std::size_t end = std::min(line.find(' ', kDescriptorBytes), line.size());
        if (counters.contains(line.substr(kDescriptorBytes, end - kDescriptorBytes))) {
            text += line.substr(0, end - kCounterSuffix.size());
            text += line.substr(end);
            return;
        }
    }
    text += line;
}

} // namespace

std::string openMetricsText(std::vector<prometheus::MetricFamily> families)
{
    for (prometheus::MetricFamily &family : families)
        family.help = withQuotesEscaped(family.help);
    const CounterNames counters = suffixedCounters(families);
    const std::string plain = prometheus::TextSerializer().Serialize(families);
    std::string text;
    text.reserve(plain.size());
    for (std::size_t at = 0; at < plain.size();) {
        const std::size_t end = std::min(plain.find('\n', at), plain.size() - 1) + 1;
        appendLine(text, std::string_view(plain).substr(at, end - at), counters);
        at = end;
    }
    return text + "# EOF\n";
}

} // namespace pult::service
