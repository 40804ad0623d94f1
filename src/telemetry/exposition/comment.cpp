// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <span>

#include <utf8.h>

#include "telemetry/exposition/exposition.h"
#include "telemetry/exposition/linereader.h"

namespace pult::telemetry {

namespace {

constexpr std::array<std::string_view, 5> kTextTypes{
    "counter", "gauge", "histogram", "summary", "untyped"};
constexpr std::array<std::string_view, 8> kOpenMetricsTypes{
    "counter", "gauge", "histogram", "gaugehistogram", "summary", "info", "stateset", "unknown"};

/// What is said of a metric.
struct Metadata {
    std::string_view keyword;
    std::string_view metric;
    std::string_view text;
    std::size_t textAt = 0; ///< Byte in the line.
};

bool isAmong(std::string_view type, std::span<const std::string_view> types)
{
    return std::any_of(types.begin(), types.end(), [type](std::string_view each) {
        return type.size() == each.size() && type[0] == each[0] && type == each;
    });
}

tl::unexpected<LineFault> faultIn(const Metadata &metadata, std::string detail)
{
    return tl::unexpected(LineFault{metadata.textAt + 1, std::move(detail)});
}

/// A metric's unit is the last word of its name.
bool endsInUnit(std::string_view metric, std::string_view unit)
{
    return unit.empty()
        || (metric.ends_with(unit) && metric.substr(0, metric.size() - unit.size()).ends_with('_'));
}

LineResult<> checkMetadata(const Metadata &metadata, ExpositionFormat format)
{
    if (metadata.keyword == "TYPE" && !isMetricType(metadata.text, format))
        return faultIn(metadata, "There is no such type of metric");
    if (metadata.keyword == "HELP" && !utf8::is_valid(metadata.text))
        return faultIn(metadata, "The help is not UTF-8");
    if (metadata.keyword == "UNIT" && !endsInUnit(metadata.metric, metadata.text))
        return faultIn(metadata, "The metric's name must end in its unit");
    return {};
}

/// Of text: one byte, whichever, parts the name from what is said of it.
LineResult<> checkTextComment(std::string_view line)
{
    LineReader reader(line);
    reader.skipBlanks();
    reader.skip();
    const std::size_t keywordAt = reader.place() + 1;
    reader.skipBlanks();
    const bool isSpaced = reader.place() >= keywordAt;
    Metadata metadata;
    metadata.keyword = reader.takeToken();
    const bool isMetadata = metadata.keyword == "HELP" || metadata.keyword == "TYPE";
    if (!isSpaced || !isMetadata || reader.atEnd())
        return {};
    reader.skipBlanks();
    metadata.metric = reader.takeName(LineReader::Colons::allowed);
    if (metadata.metric.empty())
        return reader.fault("Here must be a metric's name");
    const std::string_view rest = line.substr(reader.place());
    const bool isBlank = rest.find_first_not_of(" \t") == std::string_view::npos;
    metadata.text = isBlank ? std::string_view() : rest.substr(1);
    metadata.textAt = reader.place() + (rest.empty() ? 0 : 1);
    return checkMetadata(metadata, ExpositionFormat::text);
}

LineResult<> checkOpenMetricsComment(std::string_view line)
{
    Metadata metadata;
    for (const std::string_view keyword : {"TYPE", "HELP", "UNIT"})
        if (line.substr(1).starts_with(' ') && line.substr(2).starts_with(keyword))
            metadata.keyword = keyword;
    if (metadata.keyword.empty())
        return tl::unexpected(
            LineFault{1, "A comment must be HELP, TYPE, UNIT or EOF, behind one blank"});
    LineReader reader(line);
    reader.skip(2 + metadata.keyword.size());
    if (!reader.take(' '))
        return reader.fault("Here must be a blank");
    metadata.metric = reader.takeName(LineReader::Colons::allowed);
    if (metadata.metric.empty())
        return reader.fault("Here must be a metric's name");
    if (!reader.take(' '))
        return reader.fault("Here must be a blank");
    metadata.textAt = reader.place();
    metadata.text = line.substr(reader.place());
    return checkMetadata(metadata, ExpositionFormat::openMetrics);
}

} // namespace

bool isMetricType(std::string_view word, ExpositionFormat format)
{
    return format == ExpositionFormat::text ? isAmong(word, kTextTypes)
                                            : isAmong(word, kOpenMetricsTypes);
}

LineResult<> checkComment(std::string_view line, ExpositionFormat format)
{
    return format == ExpositionFormat::text ? checkTextComment(line)
                                            : checkOpenMetricsComment(line);
}

} // namespace pult::telemetry
