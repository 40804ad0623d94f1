// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/jsontext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace pult::contract {

namespace detail {

namespace {

/// Where JavaScript changes to exponents as well.
constexpr double kSmallestPlain = 1e-6;
constexpr double kSmallestWithExponent = 1e21;

template <class Number, class... Format>
void appendDigits(std::string &text, Number number, Format... format)
{
    std::array<char, 32> digits{};
    text.append(digits.begin(), std::to_chars(digits.begin(), digits.end(), number, format...).ptr);
}

bool isEscaped(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

/// Looks at all of it, since a loop that never stops early takes many characters at once.
bool isPlain(std::string_view string)
{
    bool hasEscaped = false;
    for (const char c : string)
        hasEscaped |= isEscaped(c);
    return !hasEscaped;
}

void appendEscaped(std::string &text, char c)
{
    static constexpr std::string_view kHex = "0123456789abcdef";
    switch (c) {
    case '"':
    case '\\':
        text += '\\';
        text += c;
        return;
    case '\n':
        text += "\\n";
        return;
    case '\t':
        text += "\\t";
        return;
    default:
        text += "\\u00";
        text += kHex[static_cast<unsigned char>(c) >> 4U];
        text += kHex[static_cast<unsigned char>(c) & 15U];
    }
}

void appendArray(std::string &text, const boost::json::array &array)
{
    text += '[';
    for (const boost::json::value &item : array) {
        appendValue(text, item);
        text += ',';
    }
    closeList(text, ']');
}

void appendObject(std::string &text, const boost::json::object &object)
{
    text += '{';
    for (const auto &[name, item] : object) {
        appendString(text, {name.data(), name.size()});
        text += ':';
        appendValue(text, item);
        text += ',';
    }
    closeList(text, '}');
}

} // namespace

void appendInteger(std::string &text, std::int64_t number)
{
    appendDigits(text, number);
}

void appendNumber(std::string &text, double number)
{
    if (!std::isfinite(number)) {
        text += "null";
        return;
    }
    const double size = std::abs(number);
    const bool isPlain = size == 0 || (size >= kSmallestPlain && size < kSmallestWithExponent);
    appendDigits(text, number, isPlain ? std::chars_format::fixed : std::chars_format::scientific);
}

void appendPlainString(std::string &text, std::string_view string)
{
    text += '"';
    text += string;
    text += '"';
}

void appendString(std::string &text, std::string_view string)
{
    if (isPlain(string))
        return appendPlainString(text, string);
    text += '"';
    while (!string.empty()) {
        const auto plain = std::find_if(string.begin(), string.end(), &isEscaped);
        const auto length = static_cast<std::size_t>(plain - string.begin());
        text += string.substr(0, length);
        string.remove_prefix(length);
        if (!string.empty()) {
            appendEscaped(text, string.front());
            string.remove_prefix(1);
        }
    }
    text += '"';
}

void closeList(std::string &text, char bracket)
{
    if (text.back() == ',')
        text.back() = bracket;
    else
        text += bracket;
}

void appendValue(std::string &text, const boost::json::value &value)
{
    switch (value.kind()) {
    case boost::json::kind::null:
        text += "null";
        return;
    case boost::json::kind::bool_:
        text += value.get_bool() ? "true" : "false";
        return;
    case boost::json::kind::int64:
        return appendInteger(text, value.get_int64());
    case boost::json::kind::uint64:
        return appendDigits(text, value.get_uint64());
    case boost::json::kind::double_:
        return appendNumber(text, value.get_double());
    case boost::json::kind::string:
        return appendString(text, {value.get_string().data(), value.get_string().size()});
    case boost::json::kind::array:
        return appendArray(text, value.get_array());
    case boost::json::kind::object:
        return appendObject(text, value.get_object());
    }
}

} // namespace detail

std::string jsonText(const boost::json::value &value)
{
    std::string text;
    detail::appendValue(text, value);
    return text;
}

} // namespace pult::contract
