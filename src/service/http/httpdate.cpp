// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/httpdate.h"

#include <fmt/chrono.h>

namespace pult::service {

std::string_view HttpDate::at(WallTime now)
{
    const auto second = std::chrono::floor<std::chrono::seconds>(now);
    if (second != m_second) {
        m_second = second;
        m_text = fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT",
            fmt::gmtime(std::chrono::system_clock::to_time_t(second)));
    }
    return m_text;
}

} // namespace pult::service
