// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/identity.h"

#include <algorithm>
#include <array>

namespace pult::service {

namespace {

constexpr std::array<std::string_view, 3> kRoles{"viewer", "operator", "admin"};

} // namespace

std::string_view nameOf(Role role)
{
    return kRoles[static_cast<std::size_t>(role)];
}

Result<Role> roleNamed(std::string_view name)
{
    const auto found = std::find(kRoles.begin(), kRoles.end(), name);
    if (found == kRoles.end())
        return fail(ErrorCode::notFound, "A role is viewer, operator or admin");
    return static_cast<Role>(found - kRoles.begin());
}

} // namespace pult::service
