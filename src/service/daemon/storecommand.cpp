// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "base/clock.h"
#include "service/daemon/command.h"
#include "service/store/sqliteschema.h"
#include "service/store/storecheck.h"
#include "service/store/storerepair.h"

namespace pult::service {

namespace {

using Directory = std::filesystem::path;

std::string sentenceFor(const ResultFault &fault)
{
    const std::string job = toString(fault.job);
    switch (fault.kind) {
    case ResultFault::Kind::missing:
        return fmt::format("missing result: job {}, {} bytes", job, fault.expectedBytes);
    case ResultFault::Kind::wrongSize:
        return fmt::format("damaged result: job {}, {} bytes instead of {}", job, fault.foundBytes,
            fault.expectedBytes);
    case ResultFault::Kind::orphaned:
        return fmt::format(
            "result without a job: {}, {} bytes; the next start removes it", job, fault.foundBytes);
    }
    return job;
}

void printDatabase(const StoreReport &report)
{
    for (const std::string &damage : report.damage)
        fmt::print("damaged database: {}\n", damage);
    if (!report.damage.empty())
        return;
    fmt::print("database: sound, version {}{}, {} jobs, {} revisions of the settings\n",
        report.version,
        report.version < currentSchema() ? ", which the next start brings up to date" : "",
        report.jobs, report.revisions);
    fmt::print("results: {} files\n", report.resultFiles);
}

int checkData(const Directory &directory)
{
    const auto report = checkStore(directory);
    if (!report)
        return failWith(report.error());
    printDatabase(*report);
    for (const ResultFault &fault : report->results)
        fmt::print("{}\n", sentenceFor(fault));
    if (report->isSound()) {
        fmt::print("Nothing is wrong\n");
        return 0;
    }
    fmt::print("Stop the service, then run: pultd repair --data {}\n", directory.string());
    return 1;
}

void printRepair(const RepairReport &report)
{
    if (!report.keptDatabase.empty())
        fmt::print("The damaged database is kept as {}\n", report.keptDatabase.string());
    for (const SalvagedTable &table : report.tables)
        fmt::print(
            "{}: {} recovered, {} known to be lost\n", table.name, table.recovered, table.lost);
    if (report.failedJobs > 0)
        fmt::print("{} jobs had succeeded and have lost their result: they are failed now, and "
                   "can be retried\n",
            report.failedJobs);
    if (report.movedResults > 0)
        fmt::print("{} results of lost jobs are kept in {}\n", report.movedResults,
            report.keptResults.string());
}

int repairData(const Directory &directory)
{
    const auto report = repairStore(directory, SystemClock().wallNow());
    if (!report)
        return failWith(report.error());
    if (report->wasSound)
        fmt::print("Nothing to repair\n");
    printRepair(*report);
    return 0;
}

} // namespace

void addStoreCommands(CLI::App &app, Command &chosen)
{
    const auto directory = std::make_shared<Directory>("pult-data");
    const auto command = [&](const char *name, const char *about, int (*run)(const Directory &)) {
        CLI::App *made = app.add_subcommand(name, about);
        made->add_option("--data", *directory, "Directory of the service")->capture_default_str();
        made->callback(
            [directory, &chosen, run] { chosen = [directory, run] { return run(*directory); }; });
    };
    command("check", "Look for damage in what the service keeps, without a change", checkData);
    command("repair",
        "Recover what can be read of a damaged database; the damaged one is kept beside it",
        repairData);
}

} // namespace pult::service
