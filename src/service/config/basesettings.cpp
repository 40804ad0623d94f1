// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/basesettings.h"

#include <array>

#include "service/config/eachsetting.h"
#include "service/config/mergepatch.h"
#include "service/config/settingrules.h"
#include "service/config/settingsfile.h"

namespace pult::service {

namespace {

constexpr std::array<std::string_view, 4> kOriginNames{"default", "file", "environment", "api"};

bool sets(const boost::json::object &patch, const SettingName &name)
{
    const boost::json::value *group = patch.if_contains(name.group);
    return group && group->is_object() && group->get_object().contains(name.name);
}

} // namespace

std::string_view nameOf(SettingOrigin origin)
{
    return kOriginNames.at(static_cast<std::size_t>(origin));
}

Result<BaseSettings> readBaseSettings(
    const std::optional<std::filesystem::path> &file, const Environment &environment)
{
    BaseSettings base;
    const auto fromFile =
        file ? readSettingsFile(*file) : Result<boost::json::object>(boost::json::object());
    const auto fromEnvironment = readSettingsEnvironment(environment);
    if (!fromFile || !fromEnvironment)
        return tl::unexpected(!fromFile ? fromFile.error() : fromEnvironment.error());
    base.file = *fromFile;
    base.environment = *fromEnvironment;
    return applyMergePatch({}, mergePatches(base.file, base.environment))
        .and_then([&](const Settings &settings) {
            base.settings = settings;
            return checkTogether(settings);
        })
        .map([&] { return std::move(base); })
        .map_error([](Error error) {
            error.detail = error.fields.front().pointer + ": " + error.fields.front().detail;
            return error;
        });
}

boost::json::object originsOf(const BaseSettings &base, const boost::json::object &overrides)
{
    boost::json::object origins;
    forEachSetting(base.settings, [&](const SettingName &name, const auto &) {
        SettingOrigin origin = SettingOrigin::builtIn;
        if (sets(overrides, name))
            origin = SettingOrigin::api;
        else if (sets(base.environment, name))
            origin = SettingOrigin::environment;
        else if (sets(base.file, name))
            origin = SettingOrigin::file;
        boost::json::value &group = origins[name.group];
        (group.is_object() ? group.get_object() : group.emplace_object())[name.name] =
            nameOf(origin);
    });
    return origins;
}

} // namespace pult::service
