// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "contract/job.h"

namespace pult::service {

/// A request that a demo user might make; the same number gives the same request.
[[nodiscard]] contract::GenerateRequest demoRequest(contract::Kind kind, std::uint64_t number);

} // namespace pult::service
