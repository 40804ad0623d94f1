// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shell/exportcommand.h"

#include <algorithm>
#include <cstdio>

#include <QCoreApplication>
#include <QStandardPaths>

#include "console/live/historykeeping.h"
#include "console/settings/settingsfile.h"
#include "telemetry/target/target.h"

namespace pult::shell {
namespace {

/// Where the past of the service of that name is. Errors: notFound, and those of the settings.
Result<std::filesystem::path> folderOf(const std::string &name)
{
    const auto settings = settings::SettingsFile(settings::SettingsFile::standardPath()).load();
    if (!settings)
        return tl::unexpected(settings.error());
    const auto found = std::find_if(settings->services.begin(), settings->services.end(),
        [&name](const settings::ServiceEntry &entry) { return entry.name == name; });
    if (found == settings->services.end())
        return fail(ErrorCode::notFound, "No service is called " + name);
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const live::HistoryKeeping keeping{(data + QStringLiteral("/history")).toStdString(), {}};
    const std::filesystem::path folder = live::historyFolderOf(keeping, found->id);
    if (!std::filesystem::exists(folder))
        return fail(ErrorCode::notFound, "Nothing is kept of " + name);
    return folder;
}

/// Only to read, also when no console has it: the lock is taken here.
Result<telemetry::Target> openTarget(const std::filesystem::path &path)
{
    const auto lock = telemetry::HistoryFolder::open(path);
    auto folder = telemetry::HistoryFolder::open(path);
    if (!folder)
        return tl::unexpected(folder.error());
    return telemetry::Target::open(std::move(*folder), telemetry::shippedProfiles(), {});
}

/// How many samples were written.
Result<std::size_t> write(const std::string &file, const telemetry::Target &target)
{
    const auto source = target.exportSource();
    const auto running = telemetry::HistoryExport::begin(file, source, {});
    if (!running)
        return tl::unexpected(running.error());
    while (!(*running)->isDone()) {
        if (const auto stepped = (*running)->step(source); !stepped)
            return tl::unexpected(stepped.error());
        std::fprintf(stderr, "\r%3.0f %%", 100 * (*running)->share());
    }
    std::fputc('\n', stderr);
    return (*running)->samples();
}

} // namespace

int exportHistory(int argc, char **argv, const ExportOption &option)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("pult"));
    auto written = folderOf(option.service)
                       .and_then(openTarget)
                       .and_then([&option](const telemetry::Target &target) {
                           return write(option.file, target);
                       });
    if (!written) {
        std::fprintf(stderr, "pult: %s\n", written.error().detail.c_str());
        return 1;
    }
    std::printf("%zu samples written to %s\n", *written, option.file.c_str());
    return 0;
}

} // namespace pult::shell
