// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec.h"

namespace pult::contract {

/// RFC 9457 application/problem+json: the body of every answer that is not a success.
struct Problem {
    std::string type = "about:blank";
    std::string title;
    std::int64_t status = 500;
    std::string detail;
    std::optional<std::vector<FieldError>> errors;
    bool operator==(const Problem &) const = default;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, detail, errors))

} // namespace pult::contract
