// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <CLI/CLI.hpp>

#include "base/error.h"

/// The subcommands of pultd. Each adds itself to the program's command line and, when it was given,
/// leaves in `chosen` what to run; that answers the process's exit code.
namespace pult::service {

using Command = std::function<int()>;

/// Says on stderr what went wrong. Answers the exit code.
int failWith(const Error &error);

void addServeCommand(CLI::App &app, Command &chosen);
/// token add, list, revoke
void addTokenCommand(CLI::App &app, Command &chosen);
/// config show, check
void addConfigCommand(CLI::App &app, Command &chosen);
/// check, repair
void addStoreCommands(CLI::App &app, Command &chosen);
/// cpu-worker: for the service itself; people need not know it.
void addCpuWorkerCommand(CLI::App &app, Command &chosen);

} // namespace pult::service
