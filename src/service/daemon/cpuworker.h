// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/processes/childprocess.h"

/// The CPU processes of pultd: itself, started with a command of its own.
namespace pult::service {

/// What starts such a child. Any thread.
[[nodiscard]] WorkProgram cpuWorkerProgram(std::int64_t memoryBytes);

} // namespace pult::service
