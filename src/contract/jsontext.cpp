// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/jsontext.h"

#include <array>
#include <charconv>
#include <cmath>

namespace pult::contract {

namespace {

/// Where JavaScript changes to exponents as well.
constexpr double kSmallestPlain = 1e-6;
constexpr double kSmallestWithExponent = 1e21;

template <class Number, class... Format>
void appendNumber(std::string &text, Number number, Format... format)
{
    std::array<char, 32> digits{};
    text.append(digits.begin(), std::to_chars(digits.begin(), digits.end(), number, format...).ptr);
}

void append(std::string &text, double number)
{
    if (!std::isfinite(number)) {
        text += "null";
        return;
    }
    const double size = std::abs(number);
    const bool isPlain = size == 0 || (size >= kSmallestPlain && size < kSmallestWithExponent);
    appendNumber(text, number, isPlain ? std::chars_format::fixed : std::chars_format::scientific);
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

void append(std::string &text, std::string_view string)
{
    text += '"';
    for (const char c : string) {
        if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\')
            appendEscaped(text, c);
        else
            text += c;
    }
    text += '"';
}

void append(std::string &text, const boost::json::value &value);

void append(std::string &text, const boost::json::array &array)
{
    text += '[';
    for (const boost::json::value &item : array) {
        append(text, item);
        text += ',';
    }
    if (array.empty())
        text += ']';
    else
        text.back() = ']';
}

void append(std::string &text, const boost::json::object &object)
{
    text += '{';
    for (const auto &[name, item] : object) {
        append(text, std::string_view(name.data(), name.size()));
        text += ':';
        append(text, item);
        text += ',';
    }
    if (object.empty())
        text += '}';
    else
        text.back() = '}';
}

void append(std::string &text, const boost::json::value &value)
{
    switch (value.kind()) {
    case boost::json::kind::null:
        text += "null";
        return;
    case boost::json::kind::bool_:
        text += value.get_bool() ? "true" : "false";
        return;
    case boost::json::kind::int64:
        return appendNumber(text, value.get_int64());
    case boost::json::kind::uint64:
        return appendNumber(text, value.get_uint64());
    case boost::json::kind::double_:
        return append(text, value.get_double());
    case boost::json::kind::string:
        return append(text, std::string_view(value.get_string().data(), value.get_string().size()));
    case boost::json::kind::array:
        return append(text, value.get_array());
    case boost::json::kind::object:
        return append(text, value.get_object());
    }
}

} // namespace

std::string jsonText(const boost::json::value &value)
{
    std::string text;
    append(text, value);
    return text;
}

} // namespace pult::contract
