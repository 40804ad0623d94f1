// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pult::service {

/// pultd: reads the command line and does what it says. Answers the process's exit code; what went
/// wrong stands on stderr.
[[nodiscard]] int runCommandLine(int argc, char **argv);

} // namespace pult::service
