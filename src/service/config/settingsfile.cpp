// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/settingsfile.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include "service/config/mergepatch.h"
#include "service/runtime/privatefile.h"

namespace pult::service {

namespace {

boost::json::value toJson(const toml::node &node)
{
    if (const toml::table *table = node.as_table()) {
        boost::json::object object;
        for (const auto &[key, value] : *table)
            object[key.str()] = toJson(value);
        return object;
    }
    if (const auto *flag = node.as_boolean())
        return flag->get();
    if (const auto *integer = node.as_integer())
        return integer->get();
    if (const auto *number = node.as_floating_point())
        return number->get();
    if (const auto *text = node.as_string())
        return boost::json::string(text->get());
    return boost::json::array();
}

Result<boost::json::value> parseToml(const std::string &text)
{
    try {
        return toJson(toml::parse(text));
    } catch (const toml::parse_error &error) {
        return fail(ErrorCode::invalidArgument,
            fmt::format("Line {}: {}", error.source().begin.line, error.description()));
    }
}

/// Pointers mean nothing in a TOML file, so the sentence names the first setting itself.
Error inWords(Error error, const std::filesystem::path &file)
{
    std::string detail = error.detail;
    if (!error.fields.empty())
        detail = fmt::format("{}: {}", error.fields.front().pointer, error.fields.front().detail);
    error.detail = fmt::format("{}: {}", file.string(), detail);
    return error;
}

} // namespace

Result<boost::json::object> settingsFromToml(const std::string &text)
{
    return parseToml(text).and_then([](const boost::json::value &json) {
        return applyMergePatch({}, json).map([&](const Settings &) { return json.as_object(); });
    });
}

Result<boost::json::object> readSettingsFile(const std::filesystem::path &file)
{
    return readWholeFile(file).and_then(settingsFromToml).map_error([&](const Error &error) {
        return error.code == ErrorCode::invalidArgument ? inWords(error, file) : error;
    });
}

} // namespace pult::service
