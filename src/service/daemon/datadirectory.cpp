// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/daemon/datadirectory.h"

#include "service/runtime/privatefile.h"

namespace pult::service {

namespace fs = std::filesystem;

Result<void> prepareDataDirectory(const fs::path &directory)
{
    std::error_code error;
    fs::create_directories(directory, error);
    if (!error)
        fs::permissions(directory, fs::perms::owner_all, error);
    if (error)
        return fail(ErrorCode::io,
            "The data directory " + directory.string() + " cannot be used: " + error.message());
    return {};
}

Result<std::unique_ptr<TokenStore>> openTokens(const fs::path &directory, const Clock &clock)
{
    auto tokens = TokenStore::open(directory / "tokens.json", clock);
    if (!tokens || !(*tokens)->isEmpty())
        return tokens;
    const auto token = (*tokens)->create("admin", Role::admin);
    if (!token)
        return tl::unexpected(token.error());
    if (const auto written = writePrivateFile(directory / "admin.token", *token + '\n'); !written)
        return tl::unexpected(written.error());
    return tokens;
}

} // namespace pult::service
