// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/mergepatch.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "service/config/eachsetting.h"
#include "service/config/settinginfo.h"

namespace pult::service {

namespace {

using Errors = std::vector<FieldError>;

double numberOf(Seconds value)
{
    return value.count();
}

double numberOf(std::int64_t value)
{
    return static_cast<double>(value);
}

double numberOf(double value)
{
    return value;
}

/// Written so that NaN is out of every range.
template <class T>
void checkRange(const SettingName &name, const T &value, Errors &errors)
{
    const SettingInfo *info = findSettingInfo(name.path());
    if (!(numberOf(value) >= *info->minimum && numberOf(value) <= *info->maximum))
        errors.push_back(
            {name.pointer(), fmt::format("Must be from {} to {}", *info->minimum, *info->maximum)});
}

void checkRange(const SettingName &, bool, Errors &) { }

void checkRange(const SettingName &name, const std::string &value, Errors &errors)
{
    const SettingInfo *info = findSettingInfo(name.path());
    if (value.size() > kMaxTextBytes)
        errors.push_back(
            {name.pointer(), fmt::format("Must have at most {} bytes", kMaxTextBytes)});
    else if (info->form && !info->form->isFulfilled(value))
        errors.push_back({name.pointer(), std::string(info->form->refusal)});
    if (info->form)
        return;
    const auto choices = info->choices;
    if (std::find(choices.begin(), choices.end(), value) == choices.end())
        errors.push_back(
            {name.pointer(), fmt::format("Must be one of: {}", fmt::join(choices, ", "))});
}

/// The patch of one setting; null when the patch does not mention it. A group that is null as a
/// whole counts as null for each of its settings.
const boost::json::value *patchOf(const boost::json::object &patch, const SettingName &name)
{
    const boost::json::value *group = patch.if_contains(name.group);
    if (!group || group->is_null())
        return group;
    return group->is_object() ? group->get_object().if_contains(name.name) : nullptr;
}

template <class T>
void assign(const SettingName &name, const boost::json::value &json, T &value, Errors &errors)
{
    auto decoded = contract::decode<T>(json);
    if (!decoded) {
        for (FieldError &wrong : decoded.error().fields)
            errors.push_back({name.pointer(), std::move(wrong.detail)});
        return;
    }
    checkRange(name, *decoded, errors);
    value = std::move(*decoded);
}

/// One token of a JSON pointer (RFC 6901).
std::string token(std::string_view member)
{
    std::string escaped = "/";
    for (const char c : member) {
        if (c == '~' || c == '/')
            escaped += c == '~' ? "~0" : "~1";
        else
            escaped += c;
    }
    return escaped;
}

bool isGroup(std::string_view name)
{
    const auto groups = groupInfos();
    return std::any_of(groups.begin(), groups.end(),
        [name](const GroupInfo &group) { return group.name == name; });
}

bool isSecret(const SettingName &name)
{
    const auto secrets = secretInfos();
    return std::any_of(secrets.begin(), secrets.end(),
        [&](const SettingInfo &secret) { return secret.path == name.path(); });
}

void checkGroup(std::string_view group, const boost::json::value &json, Errors &errors)
{
    const std::string pointer = token(group);
    if (!isGroup(group))
        errors.push_back({pointer, "There is no such group"});
    else if (const boost::json::object *settings = json.if_object()) {
        for (const auto &[name, ignored] : *settings) {
            if (isSecret({group, name}))
                errors.push_back({pointer + token(name), "Is not set here, only shown"});
            else if (!findSettingInfo(SettingName{group, name}.path()))
                errors.push_back({pointer + token(name), "There is no such setting"});
        }
    } else if (!json.is_null())
        errors.push_back({pointer, "Must be an object"});
}

} // namespace

Result<Settings> applyMergePatch(const Settings &settings, const boost::json::value &patch)
{
    const boost::json::object *object = patch.if_object();
    if (!object)
        return fail({{"", "Must be an object"}});

    Errors errors;
    for (const auto &[group, json] : *object)
        checkGroup(group, json, errors);

    Settings next = settings;
    const boost::json::object defaults = contract::encode(Settings{}).as_object();
    forEachSetting(next, [&](const SettingName &name, auto &value) {
        const boost::json::value *found = patchOf(*object, name);
        if (!found)
            return;
        const boost::json::value &fallback = defaults.at(name.group).at(name.name);
        assign(name, found->is_null() ? fallback : *found, value, errors);
    });
    if (!errors.empty())
        return fail(std::move(errors));
    return next;
}

boost::json::object mergePatches(boost::json::object first, const boost::json::object &second)
{
    for (const auto &[name, json] : second) {
        if (json.is_null()) {
            first.erase(name);
        } else if (const boost::json::object *inner = json.if_object()) {
            boost::json::object *held = first.contains(name) ? first.at(name).if_object() : nullptr;
            first[name] = mergePatches(held ? std::move(*held) : boost::json::object(), *inner);
        } else {
            first[name] = json;
        }
    }
    return first;
}

} // namespace pult::service
