// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/series/seriesline.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace pult::telemetry {

namespace {

/// "p95", "p99.9".
std::string quantileWord(double part)
{
    constexpr int kDigits = 4;
    std::array<char, 16> text{'p'};
    const auto end = std::to_chars(text.data() + 1, text.data() + text.size(), 100 * part,
        std::chars_format::general, kDigits);
    return {text.data(), end.ptr};
}

std::string formWord(const SeriesLine &line)
{
    switch (line.form) {
    case LineForm::value:
        return {};
    case LineForm::rate:
        return "rate ";
    case LineForm::increase:
        return "increase ";
    case LineForm::quantile:
        return quantileWord(line.part) + ' ';
    }
    return {};
}

std::string_view foldWord(const SeriesLine &line)
{
    if (line.form == LineForm::quantile || line.fold == LineFold::none)
        return {};
    return line.fold == LineFold::max ? "max " : "sum ";
}

} // namespace

SeriesName nameOf(const SeriesLine &line)
{
    SeriesName name{line.metric, {}};
    for (const LineLabel &label : line.labels)
        name.labels.emplace_back(label.name, label.value);
    return name;
}

SeriesName traceSeries(const SeriesLine &line, std::string_view value)
{
    SeriesName name = nameOf(line);
    if (!line.by.empty()) {
        name.labels.emplace_back(line.by, value);
        std::sort(name.labels.begin(), name.labels.end());
    }
    return name;
}

std::string traceName(const SeriesLine &line, const SeriesName &series)
{
    return std::string(foldWord(line)) + formWord(line) + toString(series);
}

} // namespace pult::telemetry
