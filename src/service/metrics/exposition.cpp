// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/metrics/exposition.h"

#include <iterator>

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

namespace pult::service {

void Exposition::add(std::shared_ptr<const prometheus::Collectable> source)
{
    m_sources.push_back(std::move(source));
}

std::string Exposition::text() const
{
    std::vector<prometheus::MetricFamily> families;
    for (const auto &source : m_sources) {
        auto collected = source->Collect();
        families.insert(families.end(), std::make_move_iterator(collected.begin()),
            std::make_move_iterator(collected.end()));
    }
    return prometheus::TextSerializer().Serialize(families);
}

} // namespace pult::service
