// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <boost/describe/enum_to_string.hpp>

namespace pult {

tl::unexpected<Error> fail(ErrorCode code, std::string detail)
{
    return tl::unexpected<Error>(Error{code, std::move(detail), {}});
}

tl::unexpected<Error> fail(std::vector<FieldError> fields)
{
    std::string detail = fields.size() == 1 ? fields.front().detail
                                            : std::to_string(fields.size()) + " fields are wrong";
    return tl::unexpected<Error>(
        Error{ErrorCode::invalidArgument, std::move(detail), std::move(fields)});
}

std::string_view toString(ErrorCode code)
{
    return boost::describe::enum_to_string(code, "internal");
}

} // namespace pult
