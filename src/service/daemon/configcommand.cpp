// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <iostream>
#include <memory>

#include <fmt/format.h>

#include "contract/jsontext.h"
#include "service/config/basesettings.h"
#include "service/config/contradictions.h"
#include "service/config/eachsetting.h"
#include "service/daemon/command.h"

namespace pult::service {

namespace {

using ConfigFile = std::optional<std::filesystem::path>;

int show(const ConfigFile &file)
{
    const auto base = readBaseSettings(file, processEnvironment());
    if (!base)
        return failWith(base.error());
    const boost::json::object origins = originsOf(*base, {});
    const boost::json::value values = contract::encode(base->settings);
    forEachSetting(base->settings, [&](const SettingName &name, const auto &) {
        fmt::print("{} = {}  # {}\n", name.path(),
            contract::jsonText(values.at(name.group).at(name.name)),
            std::string_view(origins.at(name.group).at(name.name).as_string()));
    });
    return 0;
}

int check(const ConfigFile &file)
{
    const auto base = readBaseSettings(file, processEnvironment());
    if (!base)
        return failWith(base.error());
    for (const std::string &warning : idleVariables(processEnvironment()))
        std::cout << "warning: " << warning << '\n';
    for (const std::string &warning : contradictionsIn(base->settings, originsOf(*base, {})))
        std::cout << "warning: " << warning << '\n';
    std::cout << "The settings are valid" << std::endl;
    return 0;
}

} // namespace

void addConfigCommand(CLI::App &app, Command &chosen)
{
    const auto file = std::make_shared<ConfigFile>();
    CLI::App *config = app.add_subcommand(
        "config", "What the settings file and the environment amount to, before any change by API");
    config->require_subcommand(1);
    const auto command = [&](const char *name, const char *about, int (*run)(const ConfigFile &)) {
        CLI::App *made = config->add_subcommand(name, about);
        made->add_option("--config", *file, "TOML file with settings");
        made->callback([file, &chosen, run] { chosen = [file, run] { return run(*file); }; });
    };
    command("show", "Print every setting, its value and where that comes from", show);
    command("check", "Say what is wrong, or that nothing is", check);
}

} // namespace pult::service
