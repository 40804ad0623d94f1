// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include "service/daemon/command.h"
#include "service/daemon/daemon.h"
#include "service/daemon/logging.h"

namespace pult::service {

namespace {

int serve(const ServeOptions &options)
{
    startLog();
    if (options.tls && options.traffic == HealthMonitor::Traffic::demo)
        return failWith(
            {ErrorCode::invalidArgument, "--demo speaks plain HTTP: leave TLS away", {}});
    if (const auto endpoint = listenEndpoint(options); !endpoint)
        return failWith(endpoint.error());
    const auto daemon = Daemon::start(options);
    if (!daemon)
        return failWith(daemon.error());
    std::cout << "pultd is listening on " << (*daemon)->url() << std::endl;
    (*daemon)->runUntilSignal();
    return 0;
}

} // namespace

void addServeCommand(CLI::App &app, Command &chosen)
{
    const auto options = std::make_shared<ServeOptions>();
    CLI::App *serving = app.add_subcommand("serve", "Run the generation service until a signal");
    serving->add_option("--listen", options->listen, "ADDRESS:PORT; port 0 takes a free one")
        ->capture_default_str();
    serving->add_option("--data", options->data, "Directory of everything that is kept")
        ->capture_default_str();
    serving->add_option("--config", options->config, "TOML file with settings");
    serving->add_option("--access-log", options->accessLog,
        "File that gets a JSON line a request; SIGHUP opens it again");
    serving->add_flag_callback(
        "--demo", [options] { options->traffic = HealthMonitor::Traffic::demo; },
        "Let a built-in client send a varying load");
    serving->add_flag_callback(
        "--public-api", [options] { options->api = ApiAccess::open; },
        "Let anybody submit jobs, without a token");
    serving
        ->add_option_function<std::vector<std::string>>(
            "--tls",
            [options](const std::vector<std::string> &files) {
                options->tls = TlsFiles{files[0], files[1]};
            },
            "Certificate chain and private key, two PEM files; SIGHUP reads them again")
        ->expected(2)
        ->type_name("CERTIFICATE KEY");
    serving
        ->add_option_function<std::vector<std::string>>(
            "--trusted-proxy",
            [options](const std::vector<std::string> &networks) {
                for (const std::string &network : networks)
                    if (const auto added = options->proxies.add(network); !added)
                        throw CLI::ValidationError("--trusted-proxy", added.error().detail);
            },
            "Reverse proxy whose X-Forwarded-For counts; may be given again")
        ->type_name("ADDRESS[/PREFIX]");
    serving->callback([options, &chosen] { chosen = [options] { return serve(*options); }; });
}

} // namespace pult::service
