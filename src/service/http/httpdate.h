// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/walltime.h"

namespace pult::service {

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7), made once a second. One thread.
class HttpDate {
public:
    /// Valid until the next call.
    [[nodiscard]] std::string_view at(WallTime now);

private:
    std::chrono::sys_seconds m_second{std::chrono::sys_seconds::min()};
    std::string m_text;
};

} // namespace pult::service
