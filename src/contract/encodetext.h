// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>

#include "contract/codec.h"
#include "contract/jsontext.h"

namespace pult::contract {

namespace detail {

template <class T>
void appendText(std::string &text, const T &value);

/// A member's name as it stands in front of its value.
template <class Member>
inline constexpr auto kKey = [] {
    constexpr std::string_view name = Member::name;
    std::array<char, name.size() + 3> key{};
    key.front() = '"';
    std::copy(name.begin(), name.end(), key.begin() + 1);
    key[name.size() + 1] = '"';
    key.back() = ':';
    return key;
}();

template <class T>
void appendMember(std::string &text, std::string_view key, const T &value)
{
    if constexpr (kIsOptional<T>) {
        if (value)
            appendMember(text, key, *value);
    } else {
        text += key;
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
        const auto plain = textOf(value);
        appendPlainString(text, {plain.data(), plain.size()});
    } else if constexpr (DescribedEnum<T>) {
        appendPlainString(text, boost::describe::enum_to_string(value, ""));
    } else if constexpr (kIsVector<T>) {
        text += '[';
        for (const auto &item : value) {
            appendText(text, item);
            text += ',';
        }
        closeList(text, ']');
    } else if constexpr (Described<T>) {
        text += '{';
        boost::mp11::mp_for_each<Members<T>>([&](auto member) {
            constexpr auto &key = kKey<decltype(member)>;
            appendMember(text, {key.data(), key.size()}, value.*member.pointer);
        });
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
    constexpr std::size_t kMostJobs = 512;
    std::string text;
    text.reserve(kMostJobs);
    detail::appendText(text, value);
    return text;
}

} // namespace pult::contract
