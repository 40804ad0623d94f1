// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "base/error.h"

namespace pult::service {

/// What a child does with a request.
using WorkHandler = std::function<Result<std::string>(std::string request)>;

/// The life of a child that has been confined: answers one request after the other on that
/// descriptor, until the parent closes it. Ends the process: 0, or 1 when it could not speak.
[[noreturn]] void serveWork(int descriptor, const WorkHandler &handler);

} // namespace pult::service
