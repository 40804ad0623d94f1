// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/settingsschema.h"

#include "service/config/eachsetting.h"
#include "service/config/settinginfo.h"

namespace pult::service {

namespace {

template <class T>
constexpr std::string_view kTypeName = "number";
template <>
constexpr std::string_view kTypeName<bool> = "boolean";
template <>
constexpr std::string_view kTypeName<std::int64_t> = "integer";
template <>
constexpr std::string_view kTypeName<std::string> = "string";

void putBound(boost::json::object &schema, std::string_view keyword, std::optional<double> bound)
{
    if (!bound)
        return;
    if (schema.at("type") == "integer")
        schema[keyword] = static_cast<std::int64_t>(*bound);
    else
        schema[keyword] = *bound;
}

template <class T>
boost::json::object settingSchema(SettingName name, const T &fallback)
{
    const SettingInfo *info = findSettingInfo(name.path());
    boost::json::object schema{
        {"title", info->title},
        {"description", info->description},
        {"type", kTypeName<T>},
        {"default", contract::encode(fallback)},
        {"x-group", name.group},
        {"x-unit", info->unit},
        {"x-applies", contract::nameOf(info->applies)},
        {"x-advice", info->advice},
    };
    putBound(schema, "minimum", info->minimum);
    putBound(schema, "maximum", info->maximum);
    if (!info->choices.empty())
        schema["enum"] = boost::json::array(info->choices.begin(), info->choices.end());
    if (info->form) {
        schema["pattern"] = '^' + std::string(info->form->pattern) + '$';
        schema["maxLength"] = kMaxTextBytes;
    }
    return schema;
}

void addSecret(boost::json::object &groups, const SettingInfo &secret)
{
    const std::size_t dot = secret.path.find('.');
    const std::string_view group = secret.path.substr(0, dot);
    groups.at(group).at("properties").as_object()[secret.path.substr(dot + 1)] =
        boost::json::object{
            {"title", secret.title},
            {"description", secret.description},
            {"type", "string"},
            {"enum", boost::json::array(secret.choices.begin(), secret.choices.end())},
            {"readOnly", true},
            {"x-group", group},
            {"x-unit", ""},
            {"x-applies", contract::nameOf(secret.applies)},
            {"x-advice", secret.advice},
        };
}

boost::json::object emptyGroups()
{
    boost::json::object groups;
    for (const GroupInfo &group : groupInfos())
        groups[group.name] = boost::json::object{
            {"title", group.title},
            {"type", "object"},
            {"additionalProperties", false},
            {"properties", boost::json::object()},
        };
    return groups;
}

boost::json::object makeSchema()
{
    boost::json::object groups = emptyGroups();
    const Settings defaults;
    forEachSetting(defaults, [&](SettingName name, const auto &fallback) {
        groups.at(name.group).at("properties").as_object()[name.name] =
            settingSchema(name, fallback);
    });
    for (const SettingInfo &secret : secretInfos())
        addSecret(groups, secret);
    groups.at("http").at("properties").at("workers").as_object()["x-automatic"] = httpThreads(0);
    return {
        {"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"title", "Settings of pultd"},
        {"type", "object"},
        {"additionalProperties", false},
        {"properties", std::move(groups)},
    };
}

} // namespace

const boost::json::object &settingsSchema()
{
    static const boost::json::object schema = makeSchema();
    return schema;
}

} // namespace pult::service
