// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "base/error.h"

namespace pult::service {

/// Why a child that ended amid its work did so, as the failure of that work; `status` as waitpid()
/// tells it. Errors: tooLarge (its memory limit), deadlineExceeded (its processor time), internal
/// (it crashed).
[[nodiscard]] Error exitError(int status, std::int64_t memoryBytes);

} // namespace pult::service
