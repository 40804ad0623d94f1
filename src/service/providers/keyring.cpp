// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/keyring.h"

#include <algorithm>
#include <cstdlib>

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/trim.hpp>

#include "service/runtime/privatefile.h"

namespace pult::service {

namespace {

constexpr std::size_t kMaxKeyBytes = 4096;

std::string takeVariable(const std::string &name)
{
    const char *value = std::getenv(name.c_str());
    std::string taken = value ? value : "";
    ::unsetenv(name.c_str());
    return taken;
}

/// A key without TLS is another key: it shall not be had by dropping the s of https.
std::string serverName(const WebAddress &server)
{
    return server.isSecure ? server.authority() : server.host + ':' + std::to_string(server.port);
}

/// What would break out of a header's line is no key.
Result<std::string> checkedKey(std::string text, const std::string &source)
{
    boost::algorithm::trim(text);
    const bool isPrintable = std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
    if (!isPrintable || text.size() > kMaxKeyBytes)
        return fail(ErrorCode::corrupt, source + " holds no key: it must be one word");
    return text;
}

} // namespace

KeyRing::KeyRing(std::filesystem::path directory)
    : m_directory(std::move(directory))
{
    for (const auto &[provider, server] :
        {std::pair<std::string, std::string>("runpod", "api.runpod.ai"),
            {"openai", "api.openai.com"}}) {
        const std::string variable = "PULT_" + boost::to_upper_copy(provider) + "_KEY";
        const std::string other = takeVariable(variable + "_HOST");
        m_environment[provider] = {other.empty() ? server : boost::to_lower_copy(other),
            takeVariable(variable), takeVariable(variable + "_FILE")};
    }
}

Result<std::string> KeyRing::keyFor(const std::string &provider, const WebAddress &server) const
{
    const std::string name = serverName(server);
    std::filesystem::path file = m_directory / name;
    const auto found = m_environment.find(provider);
    if (found != m_environment.end() && found->second.server == name) {
        if (!found->second.key.empty())
            return checkedKey(found->second.key, "The environment");
        if (!found->second.file.empty())
            file = found->second.file;
    }
    auto content = readWholeFile(file);
    if (!content && content.error().code == ErrorCode::notFound)
        return std::string();
    return std::move(content).and_then(
        [&](std::string text) { return checkedKey(std::move(text), file.string()); });
}

bool KeyRing::hasKeyFor(const std::string &provider, const std::string &url) const
{
    const auto server = parseWebAddress(url);
    if (!server)
        return false;
    const auto key = keyFor(provider, *server);
    return key && !key->empty();
}

std::string KeyRing::advice(const std::string &provider, const WebAddress &server) const
{
    return "put it into the file " + (m_directory / serverName(server)).string()
        + ", or into the environment as PULT_" + boost::to_upper_copy(provider) + "_KEY";
}

} // namespace pult::service
