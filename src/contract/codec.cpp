// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec.h"

namespace pult::contract {

namespace detail {

/// RFC 6901: ~ and / are escaped.
void Reading::appendToken(std::string_view member)
{
    m_pointer += '/';
    for (const char c : member) {
        if (c == '~')
            m_pointer += "~0";
        else if (c == '/')
            m_pointer += "~1";
        else
            m_pointer += c;
    }
}

void readInteger(Reading &reading, const boost::json::value &json, std::int64_t low,
    std::int64_t high, std::int64_t &value)
{
    boost::json::error_code error;
    const auto number = json.is_number() ? json.to_number<std::int64_t>(error) : 0;
    if (!json.is_number() || error || number < low || number > high)
        reading.wrong(
            "Must be a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    else
        value = number;
}

void readNumber(Reading &reading, const boost::json::value &json, double &value)
{
    if (json.is_null())
        value = std::numeric_limits<double>::quiet_NaN();
    else if (json.is_number())
        value = json.to_number<double>();
    else
        reading.wrong("Must be a number");
}

void readString(Reading &reading, const boost::json::value &json, std::string &value)
{
    if (const boost::json::string *text = json.if_string())
        value.assign(text->data(), text->size());
    else
        reading.wrong("Must be a text");
}

void readWallTime(Reading &reading, const boost::json::value &json, WallTime &value)
{
    std::string text;
    readString(reading, json, text);
    if (auto time = parseWallTime(text))
        value = *time;
    else
        reading.wrong(time.error().detail);
}

} // namespace detail

} // namespace pult::contract
