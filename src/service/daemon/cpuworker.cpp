// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/daemon/cpuworker.h"

#include <memory>

#include "service/daemon/command.h"
#include "service/processes/confinement.h"
#include "service/processes/workloop.h"
#include "service/stickers/stickerwork.h"

namespace pult::service {

namespace {

constexpr const char *kCpuWorkerCommand = "cpu-worker";
constexpr const char *kCpuWorkerMemory = "--memory";

/// Does the work that needs a processor until the service closes the socket.
[[noreturn]] void runCpuWorker(std::int64_t memoryBytes)
{
    confine(memoryBytes);
    serveWork(kChildDescriptor, doStickerWork);
}

} // namespace

WorkProgram cpuWorkerProgram(std::int64_t memoryBytes)
{
    return {"/proc/self/exe", {kCpuWorkerCommand, kCpuWorkerMemory, std::to_string(memoryBytes)}};
}

void addCpuWorkerCommand(CLI::App &app, Command &chosen)
{
    const auto memoryBytes = std::make_shared<std::int64_t>(0);
    CLI::App *worker = app.add_subcommand(kCpuWorkerCommand, "A child of the service");
    worker->group("");
    worker->add_option(kCpuWorkerMemory, *memoryBytes)->required();
    worker->callback([memoryBytes, &chosen] {
        chosen = [memoryBytes]() -> int { runCpuWorker(*memoryBytes); };
    });
}

} // namespace pult::service
