// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/exposition/exposition.h"

#include <algorithm>

#include "telemetry/exposition/labelreader.h"
#include "telemetry/exposition/number.h"

namespace pult::telemetry {

namespace {

using Colons = LineReader::Colons;

/// Behind the opening brace: to its closing one, not caring what stands between.
LineResult<> skipLabels(LineReader &reader)
{
    bool isQuoted = false;
    while (!reader.atEnd()) {
        const char c = reader.peek();
        reader.skip();
        if (isQuoted && c == '\\' && !reader.atEnd())
            reader.skip();
        else if (c == '"')
            isQuoted = !isQuoted;
        else if (c == '}' && !isQuoted)
            return {};
    }
    return reader.fault("The labels have no closing brace");
}

/// An empty label is none; as in Prometheus it takes others of its name with it. Requires: sorted.
void dropEmpty(Labels &labels)
{
    for (auto label = labels.begin(); label != labels.end();) {
        if (!label->second.empty()) {
            ++label;
            continue;
        }
        const auto other = std::find_if(label, labels.end(),
            [&name = label->first](const auto &each) { return each.first != name; });
        label = labels.erase(label, other);
    }
}

bool hasNameTwice(const SeriesName &series)
{
    const auto sameName = [](const auto &a, const auto &b) { return a.first == b.first; };
    return std::adjacent_find(series.labels.begin(), series.labels.end(), sameName)
        != series.labels.end();
}

/// In front of a value: any blanks in text, exactly one in OpenMetrics.
bool skipToValue(LineReader &reader, ExpositionFormat format)
{
    if (format == ExpositionFormat::openMetrics)
        return reader.take(' ');
    reader.skipBlanks();
    return true;
}

std::string_view takeValue(LineReader &reader, ExpositionFormat format)
{
    return format == ExpositionFormat::text ? reader.takeToken() : reader.takeUntil(' ');
}

} // namespace

ExpositionFormat expositionFormat(std::string_view mediaType)
{
    return mediaType == "application/openmetrics-text" ? ExpositionFormat::openMetrics
                                                       : ExpositionFormat::text;
}

LineResult<SampleLine> readSample(std::string_view line, ExpositionFormat format)
{
    LineReader reader(line);
    if (reader.takeName(Colons::allowed).empty())
        return reader.fault("Here must be a metric's name");
    SampleLine sample;
    sample.series = reader.since(0);
    if (format == ExpositionFormat::text)
        reader.skipBlanks();
    if (reader.take('{')) {
        if (auto labels = skipLabels(reader); !labels)
            return tl::unexpected(labels.error());
        sample.series = reader.since(0);
    }
    if (!skipToValue(reader, format))
        return reader.fault("Here must be a blank");
    sample.valueAt = reader.place();
    const auto value = parseNumber(takeValue(reader, format));
    if (!value)
        return tl::unexpected(LineFault{sample.valueAt + 1, "The value is not a number"});
    sample.value = *value;
    if (reader.atEnd())
        return sample;
    if (auto tail = checkTail(line, reader.place(), format); !tail)
        return tl::unexpected(tail.error());
    return sample;
}

std::size_t longSample(std::string_view text, const LineLimits &limits)
{
    LineReader reader(text);
    if (reader.takeName(Colons::allowed).empty())
        return 0;
    reader.skipBlanks();
    if (!reader.take('{') || !takeLabels(reader, ExpositionFormat::text, limits))
        return 0;
    return std::min(text.find('\n', reader.place()), text.size());
}

LineResult<SeriesName> readSeriesName(
    std::string_view text, ExpositionFormat format, const LineLimits &limits)
{
    LineReader reader(text);
    SeriesName series;
    series.metric = reader.takeName(Colons::allowed);
    if (series.metric.empty())
        return reader.fault("Here must be a metric's name");
    if (series.metric.size() > limits.labelBytes)
        return tl::unexpected(LineFault{
            limits.labelBytes + 1, "The metric's name is too long", LineFault::Kind::limit});
    reader.skipBlanks();
    if (reader.take('{')) {
        auto labels = takeLabels(reader, format, limits);
        if (!labels)
            return tl::unexpected(labels.error());
        series.labels = std::move(*labels);
    }
    std::sort(series.labels.begin(), series.labels.end());
    dropEmpty(series.labels);
    if (hasNameTwice(series))
        return tl::unexpected(LineFault{1, "A label's name stands twice"});
    return series;
}

} // namespace pult::telemetry
