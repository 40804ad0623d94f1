// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace pult::service {

/// Each contains the one before, so that roles compare.
enum class Role {
    viewer, ///< Reads.
    operates, ///< Submits, cancels, retries, pauses. "operator" on the wire.
    admin ///< Changes the configuration, purges.
};

/// The wire's name.
[[nodiscard]] std::string_view nameOf(Role role);
/// Errors: notFound.
[[nodiscard]] Result<Role> roleNamed(std::string_view name);

/// Who sent a request, as its token says.
struct Identity {
    std::string id; ///< Of the token; not secret.
    std::string name; ///< As given when the token was made.
    Role role = Role::viewer;
    bool operator==(const Identity &) const = default;
};

} // namespace pult::service
