// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/metrics/exposition.h"

#include <iterator>

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include "service/metrics/openmetrics.h"

namespace pult::service {

std::string_view Exposition::contentType(Format format)
{
    return format == Format::openMetrics
        ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
        : "text/plain; version=0.0.4; charset=utf-8";
}

void Exposition::add(std::shared_ptr<const prometheus::Collectable> source)
{
    m_sources.push_back(std::move(source));
}

std::string Exposition::text(Format format) const
{
    std::vector<prometheus::MetricFamily> families;
    for (const auto &source : m_sources) {
        auto collected = source->Collect();
        families.insert(families.end(), std::make_move_iterator(collected.begin()),
            std::make_move_iterator(collected.end()));
    }
    return format == Format::openMetrics ? openMetricsText(std::move(families))
                                         : prometheus::TextSerializer().Serialize(families);
}

} // namespace pult::service
