// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/daemon/commandline.h"

#include <iostream>

#include "service/daemon/command.h"

namespace pult::service {

int failWith(const Error &error)
{
    std::cerr << "pultd: " << error.detail << std::endl;
    return 1;
}

int runCommandLine(int argc, char **argv)
{
    CLI::App app("pultd, a generation service that can be watched and tuned live", "pultd");
    app.set_version_flag("--version", "pultd " PULT_VERSION);
    app.require_subcommand(1);
    Command chosen;
    addServeCommand(app, chosen);
    addTokenCommand(app, chosen);
    addConfigCommand(app, chosen);
    addStoreCommands(app, chosen);
    addCpuWorkerCommand(app, chosen);
    CLI11_PARSE(app, argc, argv);
    return chosen();
}

} // namespace pult::service
