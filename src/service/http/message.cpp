// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/message.h"

#include <algorithm>

#include <boost/beast/core/string.hpp>

namespace pult::service {

namespace {

constexpr std::size_t kUsualFields = 8;

auto isNamed(std::string_view name)
{
    return [name](const Headers::Field &field) { return boost::beast::iequals(field.first, name); };
}

} // namespace

void Headers::add(std::string name, std::string value)
{
    if (m_fields.empty())
        m_fields.reserve(kUsualFields);
    m_fields.emplace_back(std::move(name), std::move(value));
}

std::string_view Headers::value(std::string_view name) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), isNamed(name));
    return found == m_fields.end() ? std::string_view() : found->second;
}

std::size_t Headers::count(std::string_view name) const
{
    return static_cast<std::size_t>(std::count_if(m_fields.begin(), m_fields.end(), isNamed(name)));
}

} // namespace pult::service
