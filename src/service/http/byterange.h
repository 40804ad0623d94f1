// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pult::service {

/// What a Range field asks for (RFC 9110, 14.2).
struct RangeAnswer {
    enum class Kind {
        whole, ///< No range, several, or one that is malformed and so ignored.
        part,
        unsatisfiable
    };
    Kind kind = Kind::whole;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

[[nodiscard]] RangeAnswer selectRange(std::string_view field, std::uint64_t size);

/// "bytes 0-99/1000"
[[nodiscard]] std::string contentRange(const RangeAnswer &range, std::uint64_t size);

} // namespace pult::service
