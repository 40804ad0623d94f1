// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/series/seriesname.h"

#include <algorithm>

namespace pult::telemetry {

std::string_view SeriesName::label(std::string_view name) const
{
    const auto found = std::find_if(
        labels.begin(), labels.end(), [name](const auto &pair) { return pair.first == name; });
    return found == labels.end() ? std::string_view() : std::string_view(found->second);
}

namespace {

std::string inQuotes(std::string_view value)
{
    std::string text = "\"";
    for (const char character : value) {
        if (character == '\n') {
            text += "\\n";
            continue;
        }
        if (character == '"' || character == '\\')
            text += '\\';
        text += character;
    }
    return text + '"';
}

} // namespace

std::string toString(const SeriesName &name)
{
    std::string text = name.metric;
    for (const auto &[label, value] : name.labels)
        text += (text.size() == name.metric.size() ? '{' : ',') + label + '=' + inQuotes(value);
    return name.labels.empty() ? text : text + '}';
}

} // namespace pult::telemetry
