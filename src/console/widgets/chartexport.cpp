// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/chartexport.h"

#include <cmath>

namespace pult::widgets {
namespace {

QByteArray quoted(const std::string &text)
{
    QByteArray bytes = QByteArray::fromStdString(text);
    return '"' + bytes.replace("\"", "\"\"") + '"';
}

QByteArray number(double value)
{
    return std::isfinite(value) ? QByteArray::number(value, 'g', 9) : QByteArray();
}

/// Not translated: programs read it.
std::string unitOf(models::Unit unit)
{
    switch (unit) {
    case models::Unit::count:
        return {};
    case models::Unit::perSecond:
        return " (1/s)";
    case models::Unit::seconds:
        return " (s)";
    case models::Unit::moment:
        return " (s since 1970)";
    case models::Unit::ratio:
        return " (ratio)";
    case models::Unit::bytes:
        return " (B)";
    case models::Unit::bytesPerSecond:
        return " (B/s)";
    case models::Unit::celsius:
        return " (°C)";
    case models::Unit::watts:
        return " (W)";
    }
    return {};
}

QByteArray header(const live::ChartData &data, models::Unit unit)
{
    QByteArray line = "time (UTC)";
    for (const live::Trace &trace : data.traces)
        for (const char *figure : {" low", " high"})
            line += ',' + quoted(trace.name + figure + unitOf(unit));
    return line + "\r\n";
}

} // namespace

QByteArray toCsv(const live::ChartData &data, models::Unit unit)
{
    QByteArray csv = header(data, unit);
    const std::size_t count = data.traces.empty() ? 0 : data.traces.front().columns.size();
    for (std::size_t i = 0; i < count; ++i) {
        const auto offset =
            (data.to - data.from) * static_cast<qint64>(i) / static_cast<qint64>(count);
        csv += QByteArray::fromStdString(toString(data.from + offset));
        for (const live::Trace &trace : data.traces)
            csv += ',' + number(trace.columns[i].low) + ',' + number(trace.columns[i].high);
        csv += "\r\n";
    }
    return csv;
}

} // namespace pult::widgets
