// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec.h"
#include "contract/jsontext.h"

namespace pult::contract {

namespace detail {

template <class T>
void appendText(std::string &text, const T &value);

template <class T>
void appendMember(std::string &text, std::string_view name, const T &value)
{
    if constexpr (kIsOptional<T>) {
        if (value)
            appendMember(text, name, *value);
    } else {
        appendString(text, name);
        text += ':';
        appendText(text, value);
        text += ',';
    }
}

template <class T>
void appendText(std::string &text, const T &value)
{
    if constexpr (std::is_same_v<T, bool>) {
        text += value ? "true" : "false";
    } else if constexpr (std::is_integral_v<T>) {
        appendInteger(text, value);
    } else if constexpr (std::is_same_v<T, double>) {
        appendNumber(text, value);
    } else if constexpr (std::is_same_v<T, Seconds>) {
        appendNumber(text, value.count());
    } else if constexpr (std::is_same_v<T, std::string>) {
        appendString(text, value);
    } else if constexpr (std::is_same_v<T, WallTime> || kIsId<T>) {
        appendString(text, toString(value));
    } else if constexpr (DescribedEnum<T>) {
        appendString(text, boost::describe::enum_to_string(value, ""));
    } else if constexpr (kIsVector<T>) {
        text += '[';
        for (const auto &item : value) {
            appendText(text, item);
            text += ',';
        }
        closeList(text, ']');
    } else if constexpr (Described<T>) {
        text += '{';
        boost::mp11::mp_for_each<Members<T>>(
            [&](auto member) { appendMember(text, member.name, value.*member.pointer); });
        closeList(text, '}');
    } else {
        appendValue(text, encode(value));
    }
}

} // namespace detail

/// jsonText(encode(value)) without the document between, for what is said many times a second.
template <class T>
[[nodiscard]] std::string encodeText(const T &value)
{
    std::string text;
    detail::appendText(text, value);
    return text;
}

} // namespace pult::contract
