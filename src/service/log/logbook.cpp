// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/log/logbook.h"

#include <algorithm>
#include <ranges>

namespace pult::service {

void Logbook::add(contract::LogRecord record)
{
    m_records.with([&](auto &records) {
        if (records.size() == kCapacity)
            records.pop_front();
        records.push_back(std::move(record));
    });
}

std::vector<contract::LogRecord> Logbook::latest(
    WallTime since, contract::LogLevel least, std::size_t most) const
{
    std::vector<contract::LogRecord> found;
    m_records.with([&](const auto &records) {
        for (const contract::LogRecord &record : std::views::reverse(records)) {
            if (found.size() == most)
                break;
            if (record.at >= since && record.level >= least)
                found.push_back(record);
        }
    });
    std::ranges::reverse(found);
    return found;
}

} // namespace pult::service
