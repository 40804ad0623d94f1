// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include <fmt/format.h>

#include "service/daemon/command.h"
#include "service/daemon/datadirectory.h"

namespace pult::service {

namespace {

struct TokenOptions {
    std::filesystem::path data = "pult-data";
    std::string name;
    std::string role;
    std::string id;
};

Result<std::unique_ptr<TokenStore>> openStore(const TokenOptions &options, const Clock &clock)
{
    return prepareDataDirectory(options.data).and_then([&] {
        return openTokens(options.data, clock);
    });
}

int add(const TokenOptions &options)
{
    const SystemClock clock;
    const auto token = openStore(options, clock).and_then([&](auto &&tokens) {
        return roleNamed(options.role).and_then([&](Role role) {
            return tokens->create(options.name, role);
        });
    });
    if (!token)
        return failWith(token.error());
    std::cout << *token << std::endl;
    return 0;
}

int list(const TokenOptions &options)
{
    const SystemClock clock;
    const auto tokens = openStore(options, clock);
    if (!tokens)
        return failWith(tokens.error());
    for (const KeptToken &token : (*tokens)->kept())
        fmt::print(
            "{}  {:<8}  {}  {}\n", token.id, token.role, toString(token.created_at), token.name);
    return 0;
}

int revoke(const TokenOptions &options)
{
    const SystemClock clock;
    const auto revoked = openStore(options, clock).and_then([&](auto &&tokens) {
        return tokens->revoke(options.id);
    });
    return revoked ? 0 : failWith(revoked.error());
}

} // namespace

void addTokenCommand(CLI::App &app, Command &chosen)
{
    const auto options = std::make_shared<TokenOptions>();
    CLI::App *token = app.add_subcommand("token", "Who may do what");
    token->require_subcommand(1);
    const auto command = [&](const char *name, const char *about,
                             int (*run)(const TokenOptions &)) {
        CLI::App *made = token->add_subcommand(name, about);
        made->add_option("--data", options->data, "Directory of the service")
            ->capture_default_str();
        made->callback(
            [options, &chosen, run] { chosen = [options, run] { return run(*options); }; });
        return made;
    };
    CLI::App *adding = command("add", "Make a token and print it, this once", add);
    adding->add_option("--name", options->name, "Whose it is; shown in the history")->required();
    adding->add_option("--role", options->role, "What it allows")
        ->required()
        ->check(CLI::IsMember({"viewer", "operator", "admin"}));
    command("list", "Id, role, when it was made, and name of each token", list);
    command("revoke", "Make a token useless, within a second", revoke)
        ->add_option("ID", options->id, "As list shows it")
        ->required();
}

} // namespace pult::service
