// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/presets.h"

#include <algorithm>

#include <fmt/format.h>

namespace pult::service {

namespace {

using boost::json::object;

object slots(std::int64_t text, std::int64_t image, std::int64_t video, std::int64_t sticker,
    std::int64_t processes)
{
    return {{"text", text}, {"image", image}, {"video", video}, {"sticker", sticker},
        {"cpu_processes", processes}};
}

std::int64_t threadsFor(std::int64_t users)
{
    if (users <= 10)
        return 2;
    return users <= 50 ? 4 : 8;
}

/// A user who watches holds one event stream and up to three connections besides.
std::int64_t connectionsFor(std::int64_t users)
{
    return std::clamp<std::int64_t>(users * 4, 100, 100'000);
}

} // namespace

std::vector<contract::ConfigPreset> configPresets()
{
    return {
        {"low", "Low load", "Under 100 requests a second: one small machine.",
            object{{"http", object{{"workers", 2}, {"max_connections", 1000}}},
                {"workers", slots(4, 8, 2, 4, 1)}, {"upstream", object{{"max_connections", 50}}}}},
        {"medium", "Medium load", "100 to 500 requests a second.",
            object{{"http", object{{"workers", 4}, {"max_connections", 4000}}},
                {"workers", slots(10, 20, 4, 8, 2)},
                {"upstream", object{{"max_connections", 100}}}}},
        {"high", "High load", "Over 500 requests a second.",
            object{{"http", object{{"workers", 8}, {"max_connections", 8000}}},
                {"workers", slots(20, 40, 8, 16, 4)},
                {"upstream", object{{"max_connections", 200}}}}},
    };
}

contract::ConfigAdvice configAdvice(std::int64_t users)
{
    const std::int64_t threads = threadsFor(users);
    const std::int64_t connections = connectionsFor(users);
    std::string text =
        fmt::format("{} users at once: {} threads, {} connections", users, threads, connections);
    if (users > 100)
        text += ", and more instances behind a load balancer";
    return {users, std::move(text),
        object{{"http", object{{"workers", threads}, {"max_connections", connections}}}}};
}

} // namespace pult::service
