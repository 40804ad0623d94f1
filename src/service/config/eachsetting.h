// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "service/config/settings.h"

namespace pult::service {

/// Where a setting stands in Settings and in its JSON.
struct SettingName {
    std::string_view group;
    std::string_view name;

    [[nodiscard]] std::string path() const { return std::string(group) + '.' + std::string(name); }
    [[nodiscard]] std::string pointer() const
    {
        return '/' + std::string(group) + '/' + std::string(name);
    }
};

/// "group.name" taken apart; the path must outlive it. None: it has no dot.
[[nodiscard]] inline std::optional<SettingName> splitPath(std::string_view path)
{
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos)
        return {};
    return SettingName{path.substr(0, dot), path.substr(dot + 1)};
}

/// Calls visit(SettingName, field) for every setting, in the order of their description.
template <class AnySettings, class Visit>
void forEachSetting(AnySettings &&settings, Visit &&visit)
{
    using contract::detail::Members;
    boost::mp11::mp_for_each<Members<Settings>>([&](auto group) {
        auto &values = settings.*group.pointer;
        boost::mp11::mp_for_each<Members<std::remove_cvref_t<decltype(values)>>>([&](auto setting) {
            visit(SettingName{group.name, setting.name}, values.*setting.pointer);
        });
    });
}

} // namespace pult::service
