// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/settingsdiff.h"

#include "service/config/eachsetting.h"
#include "service/config/settinginfo.h"

namespace pult::service {

std::vector<contract::SettingChange> changesBetween(const Settings &before, const Settings &after)
{
    const boost::json::value was = contract::encode(before);
    const boost::json::value is = contract::encode(after);
    std::vector<contract::SettingChange> changes;
    forEachSetting(after, [&](const SettingName &name, const auto &) {
        const boost::json::value &old = was.at(name.group).at(name.name);
        const boost::json::value &now = is.at(name.group).at(name.name);
        if (old != now)
            changes.push_back({name.path(), old, now, findSettingInfo(name.path())->applies});
    });
    return changes;
}

} // namespace pult::service
