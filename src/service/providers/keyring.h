// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "service/upstream/webaddress.h"

namespace pult::service {

/// The keys of remote providers. Each is kept for one server and never given to another, so that
/// whoever may change an address cannot have a key sent to themselves. Any thread.
///
/// In order: the environment's PULT_RUNPOD_KEY, or the file that PULT_RUNPOD_KEY_FILE names
/// (likewise PULT_OPENAI_KEY), for the provider's own server or the one that PULT_RUNPOD_KEY_HOST
/// names; then the file in the directory that is named after the server, "api.openai.com" or
/// "gpu:8000" (with the port always where there is no TLS). Files are read anew each time.
class KeyRing {
public:
    /// Takes the variables out of the environment, so that child processes don't inherit them:
    /// before there are other threads.
    explicit KeyRing(std::filesystem::path directory);

    /// "" when there is none. Errors: io; corrupt when it cannot be a key.
    [[nodiscard]] Result<std::string> keyFor(
        const std::string &provider, const WebAddress &server) const;
    /// The same for the server at this URL; without one, unset.
    [[nodiscard]] bool hasKeyFor(const std::string &provider, const std::string &url) const;
    /// What to do to give the server a key.
    [[nodiscard]] std::string advice(const std::string &provider, const WebAddress &server) const;

private:
    struct FromEnvironment {
        std::string server;
        std::string key;
        std::filesystem::path file;
    };

    std::filesystem::path m_directory;
    std::map<std::string, FromEnvironment> m_environment; ///< By provider.
};

} // namespace pult::service
