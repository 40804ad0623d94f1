// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/router.h"

#include <algorithm>

#include "contract/codec.h"

namespace pult::service {

namespace {

std::vector<std::string_view> split(std::string_view pattern)
{
    std::vector<std::string_view> segments;
    while (!pattern.empty()) {
        pattern.remove_prefix(1);
        const std::size_t end = std::min(pattern.find('/'), pattern.size());
        segments.push_back(pattern.substr(0, end));
        pattern.remove_prefix(end);
    }
    return segments;
}

bool isPlace(std::string_view segment)
{
    return segment.starts_with('{');
}

bool matches(const std::vector<std::string_view> &pattern, const std::vector<std::string> &segments)
{
    return std::equal(pattern.begin(), pattern.end(), segments.begin(), segments.end(),
        [](std::string_view part, const std::string &segment) {
            return isPlace(part) ? !segment.empty() : part == segment;
        });
}

std::vector<std::string> parametersOf(
    const std::vector<std::string_view> &pattern, const std::vector<std::string> &segments)
{
    std::vector<std::string> parameters;
    for (std::size_t i = 0; i < pattern.size(); ++i)
        if (isPlace(pattern[i]))
            parameters.push_back(segments[i]);
    return parameters;
}

} // namespace

void Router::add(Route route)
{
    auto segments = split(route.pattern);
    m_entries.push_back(
        std::make_unique<const Entry>(Entry{std::move(route), std::move(segments)}));
}

Router::Match Router::find(Method method, const std::vector<std::string> &segments) const
{
    const Method wanted = method == Method::HEAD ? Method::GET : method;
    Match match;
    for (const auto &entry : m_entries) {
        if (!matches(entry->segments, segments))
            continue;
        if (entry->route.method == wanted) {
            match.route = &entry->route;
            match.parameters = parametersOf(entry->segments, segments);
            return match;
        }
        match.allowed += match.allowed.empty() ? "" : ", ";
        match.allowed += contract::nameOf(entry->route.method);
        match.allowed += entry->route.method == Method::GET ? ", HEAD" : "";
    }
    return match;
}

std::vector<const Route *> Router::routes() const
{
    std::vector<const Route *> routes;
    routes.reserve(m_entries.size());
    for (const auto &entry : m_entries)
        routes.push_back(&entry->route);
    return routes;
}

} // namespace pult::service
