// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/settingsenvironment.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

#include "service/config/eachsetting.h"
#include "service/config/mergepatch.h"

namespace pult::service {

namespace {

struct KnownName {
    std::string_view variable;
    std::string_view path;
};

constexpr std::array kKnownNames{
    KnownName{"WORKERS", "http.workers"},
    KnownName{"MAX_PROCESS_WORKERS", "workers.cpu_processes"},
    KnownName{"HTTP_MAX_CONNECTIONS", "upstream.max_connections"},
    KnownName{"HTTP_MAX_CONNECTIONS_PER_HOST", "upstream.per_host"},
    KnownName{"RATE_LIMIT_ENABLED", "rate_limits.enabled"},
    KnownName{"RATE_LIMIT_REQUESTS", "rate_limits.window_requests"},
    KnownName{"RATE_LIMIT_WINDOW_SEC", "rate_limits.window_s"},
};

std::string ownVariable(const SettingName &name)
{
    std::string variable = "PULT_" + std::string(name.group) + '_' + std::string(name.name);
    std::ranges::transform(variable, variable.begin(),
        [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return variable;
}

/// A number or a flag stands for itself, anything else for a text.
boost::json::value valueFrom(const std::string &text)
{
    const auto json = contract::parseJson(text);
    const bool isPlain = json && (json->is_number() || json->is_bool());
    return isPlain ? *json : boost::json::value(text);
}

/// The variable that sets the setting, and to what.
std::optional<std::pair<std::string, std::string>> find(
    const Environment &environment, const SettingName &name)
{
    std::string own = ownVariable(name);
    if (auto text = environment(own))
        return std::pair(std::move(own), std::move(*text));
    for (const KnownName &known : kKnownNames) {
        if (known.path != name.path())
            continue;
        if (auto text = environment(std::string(known.variable)))
            return std::pair(std::string(known.variable), std::move(*text));
    }
    return {};
}

} // namespace

Result<boost::json::object> readSettingsEnvironment(const Environment &environment)
{
    boost::json::object patch;
    std::optional<Error> wrong;
    forEachSetting(Settings{}, [&](const SettingName &name, const auto &) {
        const auto found = find(environment, name);
        if (!found || wrong)
            return;
        const auto &[variable, text] = *found;
        const boost::json::object one{
            {name.group, boost::json::object{{name.name, valueFrom(text)}}}};
        if (const auto applied = applyMergePatch({}, one); !applied)
            wrong = Error{ErrorCode::invalidArgument,
                variable + " in the environment: " + applied.error().fields.front().detail, {}};
        else
            patch = mergePatches(std::move(patch), one);
    });
    if (wrong)
        return tl::unexpected(std::move(*wrong));
    return patch;
}

std::vector<std::string> idleVariables(const Environment &environment)
{
    std::vector<std::string> idle;
    if (environment("REDIS_MAX_CONNECTIONS"))
        idle.emplace_back("REDIS_MAX_CONNECTIONS in the environment has no effect: "
                          "this service keeps jobs and limits without Redis");
    return idle;
}

Environment processEnvironment()
{
    return [](const std::string &name) -> std::optional<std::string> {
        const char *text = std::getenv(name.c_str());
        return text ? std::optional<std::string>(text) : std::nullopt;
    };
}

} // namespace pult::service
