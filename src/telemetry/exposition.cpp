// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/exposition.h"

#include <algorithm>
#include <array>

#include "telemetry/linereader.h"
#include "telemetry/number.h"
#include "telemetry/utf8.h"

namespace pult::telemetry {

namespace {

using Colons = LineReader::Colons;

constexpr std::array<std::string_view, 10> kTypes{"counter", "gauge", "histogram", "summary",
    "untyped", "unknown", "info", "stateset", "gaugehistogram", "native_histogram"};

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

LineResult<std::string> readLabelValue(LineReader &reader, const LineLimits &limits)
{
    const std::size_t begin = reader.place();
    if (!reader.take('"'))
        return reader.fault("A label's value must be quoted");
    auto value = reader.takeQuoted();
    if (!value)
        return value;
    if (value->size() > limits.labelBytes)
        return tl::unexpected(LineFault{begin + 1,
            "The label's value is longer than " + std::to_string(limits.labelBytes) + " bytes"});
    if (!isUtf8(*value))
        return tl::unexpected(LineFault{begin + 1, "The label's value is not UTF-8"});
    return value;
}

/// name="value" with what may stand before the next.
LineResult<> readLabel(LineReader &reader, const LineLimits &limits, SeriesName &series)
{
    if (series.labels.size() == limits.labels)
        return reader.fault("More than " + std::to_string(limits.labels) + " labels");
    const std::string_view name = reader.takeName(Colons::refused);
    if (name.empty())
        return reader.fault("Here must be a label's name");
    if (name.size() > limits.labelBytes)
        return reader.fault("The label's name is too long");
    reader.skipBlanks();
    if (!reader.take('='))
        return reader.fault("Here must be '='");
    reader.skipBlanks();
    auto value = readLabelValue(reader, limits);
    if (!value)
        return tl::unexpected(value.error());
    series.labels.emplace_back(name, std::move(*value));
    reader.skipBlanks();
    if (reader.peek() != '}' && !reader.take(','))
        return reader.fault("Here must be ',' or '}'");
    reader.skipBlanks();
    return {};
}

LineResult<> readLabels(LineReader &reader, const LineLimits &limits, SeriesName &series)
{
    reader.skipBlanks();
    while (!reader.take('}'))
        if (auto label = readLabel(reader, limits, series); !label)
            return label;
    return {};
}

bool hasNameTwice(const SeriesName &series)
{
    const auto sameName = [](const auto &a, const auto &b) { return a.first == b.first; };
    return std::adjacent_find(series.labels.begin(), series.labels.end(), sameName)
        != series.labels.end();
}

LineResult<> checkNumber(LineReader &reader, std::string_view what)
{
    const std::size_t begin = reader.place();
    if (!parseNumber(reader.takeToken()))
        return tl::unexpected(
            LineFault{begin + 1, "The " + std::string(what) + " is not a number"});
    reader.skipBlanks();
    return {};
}

/// Behind "# ": {labels} value [timestamp].
LineResult<> checkExemplar(LineReader &reader)
{
    reader.skipBlanks();
    if (!reader.take('{'))
        return reader.fault("An exemplar must begin with '{'");
    SeriesName exemplar;
    if (auto labels = readLabels(reader, {}, exemplar); !labels)
        return labels;
    reader.skipBlanks();
    if (auto value = checkNumber(reader, "exemplar's value"); !value || reader.atEnd())
        return value;
    return checkNumber(reader, "exemplar's timestamp");
}

LineResult<> checkType(LineReader &reader)
{
    const std::size_t begin = reader.place();
    const std::string_view type = reader.takeToken();
    if (std::find(kTypes.begin(), kTypes.end(), type) == kTypes.end())
        return tl::unexpected(LineFault{begin + 1, "There is no such type of metric"});
    reader.skipBlanks();
    if (!reader.atEnd())
        return reader.fault("Nothing may follow the type");
    return {};
}

} // namespace

LineResult<SampleLine> readSample(std::string_view line)
{
    LineReader reader(line);
    if (reader.takeName(Colons::allowed).empty())
        return reader.fault("Here must be a metric's name");
    SampleLine sample;
    sample.series = reader.since(0);
    reader.skipBlanks();
    if (reader.take('{')) {
        if (auto labels = skipLabels(reader); !labels)
            return tl::unexpected(labels.error());
        sample.series = reader.since(0);
        reader.skipBlanks();
    } else if (reader.place() == sample.series.size()) {
        return reader.fault("A blank or '{' must follow the metric's name");
    }
    sample.valueAt = reader.place();
    const auto value = parseNumber(reader.takeToken());
    if (!value)
        return tl::unexpected(LineFault{sample.valueAt + 1, "The value is not a number"});
    sample.value = *value;
    if (auto tail = checkTail(line.substr(reader.place()), reader.place()); !tail)
        return tl::unexpected(tail.error());
    return sample;
}

LineResult<SeriesName> readSeriesName(std::string_view text, const LineLimits &limits)
{
    LineReader reader(text);
    SeriesName series;
    series.metric = reader.takeName(Colons::allowed);
    if (series.metric.empty())
        return reader.fault("Here must be a metric's name");
    if (series.metric.size() > limits.labelBytes)
        return reader.fault("The metric's name is too long");
    reader.skipBlanks();
    if (reader.take('{'))
        if (auto labels = readLabels(reader, limits, series); !labels)
            return tl::unexpected(labels.error());
    std::sort(series.labels.begin(), series.labels.end());
    if (hasNameTwice(series))
        return tl::unexpected(LineFault{1, "A label's name stands twice"});
    return series;
}

LineResult<> checkTail(std::string_view text, std::size_t column)
{
    LineReader reader(text);
    const auto check = [&reader]() -> LineResult<> {
        reader.skipBlanks();
        if (reader.atEnd())
            return {};
        if (reader.peek() != '#')
            if (auto timestamp = checkNumber(reader, "timestamp"); !timestamp)
                return timestamp;
        if (reader.take('#'))
            if (auto exemplar = checkExemplar(reader); !exemplar)
                return exemplar;
        if (!reader.atEnd())
            return reader.fault("Nothing more may stand on this line");
        return {};
    };
    return check().map_error([column](LineFault fault) {
        fault.column += column;
        return fault;
    });
}

LineResult<> checkComment(std::string_view line)
{
    LineReader reader(line);
    reader.skip();
    reader.skipBlanks();
    const std::string_view keyword = reader.takeToken();
    if (keyword != "TYPE" && keyword != "HELP")
        return {};
    reader.skipBlanks();
    if (reader.takeName(Colons::allowed).empty())
        return reader.fault("Here must be a metric's name");
    const bool isSpaced = !reader.atEnd();
    const std::size_t nameEnd = reader.place();
    reader.skipBlanks();
    if (isSpaced && reader.place() == nameEnd)
        return reader.fault("That does not belong into a metric's name");
    return keyword == "TYPE" ? checkType(reader) : LineResult<>();
}

} // namespace pult::telemetry
