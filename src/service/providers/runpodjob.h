// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <boost/json/object.hpp>

#include "base/clock.h"

/// What RunPod is told of a job besides its input, and what it says of it. No I/O.
namespace pult::service {

/// The `policy` of a job that may take so long: it runs and waits there no longer than that, as far
/// as RunPod's own bounds allow (5 s to 7 days).
[[nodiscard]] boost::json::object runpodPolicy(SteadyTime::duration left);

/// The id of a job that has been submitted; safe as a part of an address. Errors: corrupt.
[[nodiscard]] Result<std::string> runpodJobId(const boost::json::value &answer);

/// The output of a job that has completed, or why it has not; nothing while it is under way.
/// Errors: unavailable, deadlineExceeded, corrupt.
[[nodiscard]] std::optional<Result<boost::json::value>> runpodEnd(const boost::json::value &answer);

} // namespace pult::service
