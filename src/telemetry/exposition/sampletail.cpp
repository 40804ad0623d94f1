// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "telemetry/exposition/labelreader.h"
#include "telemetry/exposition/number.h"

namespace pult::telemetry {

namespace {

/// Milliseconds, as 63 bits hold them.
LineResult<> checkTextTail(LineReader reader)
{
    reader.skipBlanks();
    if (reader.atEnd())
        return {};
    const std::size_t begin = reader.place();
    const std::string_view token = reader.takeToken();
    std::int64_t timestamp = 0;
    const char *end = token.data() + token.size();
    const auto [stop, error] = std::from_chars(token.data(), end, timestamp);
    if (token.starts_with('-') || stop != end || error != std::errc())
        return tl::unexpected(LineFault{begin + 1, "The timestamp is not a whole number"});
    reader.skipBlanks();
    return reader.atEnd() ? LineResult<>() : reader.fault("Nothing more may stand on this line");
}

/// With the blank in front of it.
LineResult<double> takeNumber(LineReader &reader, std::string_view what)
{
    const std::size_t begin = reader.place();
    const auto number = reader.take(' ') ? parseNumber(reader.takeUntil(' ')) : std::nullopt;
    if (!number)
        return tl::unexpected(
            LineFault{begin + 1, "Here must be a blank and the " + std::string(what)});
    return *number;
}

/// Seconds.
LineResult<> takeTimestamp(LineReader &reader)
{
    const std::size_t begin = reader.place();
    const auto timestamp = takeNumber(reader, "timestamp, a number");
    if (!timestamp)
        return tl::unexpected(timestamp.error());
    if (!std::isfinite(*timestamp))
        return tl::unexpected(LineFault{begin + 2, "The timestamp is not a finite number"});
    return {};
}

bool mayHaveExemplar(std::string_view line)
{
    LineReader reader(line);
    const std::string_view name = reader.takeName(LineReader::Colons::allowed);
    return name.ends_with("_total") || name.ends_with("_bucket");
}

/// Behind its opening brace: labels} value [timestamp].
LineResult<> checkExemplar(LineReader &reader)
{
    if (const auto labels = takeLabels(reader, ExpositionFormat::openMetrics, {}); !labels)
        return tl::unexpected(labels.error());
    if (const auto value = takeNumber(reader, "exemplar's value, a number"); !value)
        return tl::unexpected(value.error());
    return reader.atEnd() ? LineResult<>() : takeTimestamp(reader);
}

LineResult<> checkOpenMetricsTail(std::string_view line, LineReader reader)
{
    constexpr std::string_view kExemplar = " # {";
    const auto atExemplar = [&] { return line.substr(reader.place()).starts_with(kExemplar); };
    if (!reader.atEnd() && !atExemplar())
        if (auto timestamp = takeTimestamp(reader); !timestamp)
            return timestamp;
    if (atExemplar()) {
        if (!mayHaveExemplar(line))
            return reader.fault("Only names in _total and _bucket have exemplars");
        reader.skip(kExemplar.size());
        if (auto exemplar = checkExemplar(reader); !exemplar)
            return exemplar;
    }
    return reader.atEnd() ? LineResult<>() : reader.fault("Nothing more may stand on this line");
}

} // namespace

LineResult<> checkTail(std::string_view line, std::size_t at, ExpositionFormat format)
{
    LineReader reader(line);
    reader.skip(at);
    return format == ExpositionFormat::text ? checkTextTail(reader)
                                            : checkOpenMetricsTail(line, reader);
}

} // namespace pult::telemetry
