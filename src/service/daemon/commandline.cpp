// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/daemon/commandline.h"

#include <iostream>

#include <CLI/CLI.hpp>

#include "service/daemon/daemon.h"
#include "service/daemon/datadirectory.h"
#include "service/daemon/logging.h"

namespace pult::service {

namespace {

struct TokenOptions {
    std::filesystem::path data = "pult-data";
    std::string name;
    std::string role;
};

int failWith(const Error &error)
{
    std::cerr << "pultd: " << error.detail << std::endl;
    return 1;
}

int serve(const ServeOptions &options)
{
    startLog();
    if (const auto endpoint = parseListen(options.listen); !endpoint)
        return failWith(endpoint.error());
    const auto daemon = Daemon::start(options);
    if (!daemon)
        return failWith(daemon.error());
    std::cout << "pultd is listening on " << (*daemon)->url() << std::endl;
    (*daemon)->runUntilSignal();
    return 0;
}

int makeToken(const TokenOptions &options)
{
    const SystemClock clock;
    const auto token = prepareDataDirectory(options.data)
                           .and_then([&] { return openTokens(options.data, clock); })
                           .and_then([&](auto &&tokens) {
                               return roleNamed(options.role).and_then([&](Role role) {
                                   return tokens->create(options.name, role);
                               });
                           });
    if (!token)
        return failWith(token.error());
    std::cout << *token << std::endl;
    return 0;
}

void addServe(CLI::App &app, ServeOptions &options)
{
    CLI::App *serve = app.add_subcommand("serve", "Run the generation service until a signal");
    serve->add_option("--listen", options.listen, "ADDRESS:PORT; port 0 takes a free one")
        ->capture_default_str();
    serve->add_option("--data", options.data, "Directory of everything that is kept")
        ->capture_default_str();
    serve->add_option("--config", options.config, "TOML file with the settings of a first start");
    serve->add_flag_callback(
        "--demo", [&] { options.traffic = HealthMonitor::Traffic::demo; },
        "Let a built-in client send a varying load");
    serve->add_flag_callback(
        "--public-api", [&] { options.api = ApiAccess::open; },
        "Let anybody submit jobs, without a token");
}

void addToken(CLI::App &app, TokenOptions &options)
{
    CLI::App *token = app.add_subcommand("token", "Make a token and print it");
    token->add_option("--data", options.data, "Directory of the service")->capture_default_str();
    token->add_option("--name", options.name, "Whose it is; shown in the history")->required();
    token->add_option("--role", options.role, "What it allows")
        ->required()
        ->check(CLI::IsMember({"viewer", "operator", "admin"}));
}

} // namespace

int runCommandLine(int argc, char **argv)
{
    CLI::App app("pultd, a generation service that can be watched and tuned live", "pultd");
    app.set_version_flag("--version", "pultd " PULT_VERSION);
    app.require_subcommand(1);
    ServeOptions serveOptions;
    TokenOptions tokenOptions;
    addServe(app, serveOptions);
    addToken(app, tokenOptions);
    CLI11_PARSE(app, argc, argv);
    return app.got_subcommand("serve") ? serve(serveOptions) : makeToken(tokenOptions);
}

} // namespace pult::service
