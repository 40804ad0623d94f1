// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/json.hpp>
#include <boost/mp11/algorithm.hpp>

#include "base/uuid.h"
#include "base/walltime.h"
#include "contract/jsonparser.h"

/// JSON both ways from one description of a struct (Boost.Describe).
///
/// Member names are the wire's names. An empty optional is left out; a member that is absent keeps
/// its default unless it is listed as required by the caller's own checks. Times are RFC 3339,
/// Seconds are numbers, ids are text, enumerators go by their names. A boost::json::value or object
/// passes as it is. Any thread.
namespace pult::contract {

enum class UnknownMembers {
    ignore, ///< For answers: a newer service may say more.
    refuse ///< For requests: a misspelt member must not pass silently.
};

template <class T>
[[nodiscard]] boost::json::value encode(const T &value);

/// Errors: invalidArgument, with a pointer for every place that is wrong.
template <class T>
[[nodiscard]] Result<T> decode(
    const boost::json::value &json, UnknownMembers unknown = UnknownMembers::ignore);

namespace detail {

template <class T>
concept Described = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;
template <class T>
concept DescribedEnum = boost::describe::has_describe_enumerators<T>::value;

template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool kIsVector = false;
template <class T>
inline constexpr bool kIsVector<std::vector<T>> = true;
template <class T>
inline constexpr bool kIsMap = false;
template <class T>
inline constexpr bool kIsMap<std::map<std::string, T>> = true;
template <class T>
inline constexpr bool kIsId = false;
template <class Tag>
inline constexpr bool kIsId<Id<Tag>> = true;

template <class T>
using Members = boost::describe::describe_members<T,
    boost::describe::mod_any_access | boost::describe::mod_inherited>;

/// The place in the document being read, and everything found wrong on the way.
class Reading {
public:
    explicit Reading(UnknownMembers unknown)
        : m_unknown(unknown)
    {
    }
    void wrong(std::string detail) { m_errors.push_back({m_pointer, std::move(detail)}); }
    template <class Step>
    void inside(std::string_view member, Step &&step)
    {
        const std::size_t length = m_pointer.size();
        appendToken(member);
        step();
        m_pointer.resize(length);
    }
    [[nodiscard]] bool refusesUnknown() const { return m_unknown == UnknownMembers::refuse; }
    [[nodiscard]] std::vector<FieldError> takeErrors() { return std::move(m_errors); }
    [[nodiscard]] bool hasErrors() const { return !m_errors.empty(); }

private:
    void appendToken(std::string_view member);

    std::string m_pointer;
    std::vector<FieldError> m_errors;
    UnknownMembers m_unknown;
};

void readInteger(Reading &reading, const boost::json::value &json, std::int64_t low,
    std::int64_t high, std::int64_t &value);
void readNumber(Reading &reading, const boost::json::value &json, double &value);
void readString(Reading &reading, const boost::json::value &json, std::string &value);
void readWallTime(Reading &reading, const boost::json::value &json, WallTime &value);

template <class T>
void read(Reading &reading, const boost::json::value &json, T &value);

template <class T>
void readMembers(Reading &reading, const boost::json::object &object, T &value)
{
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
        if (const boost::json::value *found = object.if_contains(member.name))
            reading.inside(member.name, [&] { read(reading, *found, value.*member.pointer); });
    });
    if (!reading.refusesUnknown())
        return;
    for (const auto &[name, ignored] : object) {
        bool known = false;
        boost::mp11::mp_for_each<Members<T>>(
            [&, &key = name](auto member) { known = known || key == member.name; });
        if (!known)
            reading.inside(name, [&] { reading.wrong("There is no such member"); });
    }
}

template <class T>
void readEnum(Reading &reading, const boost::json::value &json, T &value)
{
    const boost::json::string *text = json.if_string();
    if (text && boost::describe::enum_from_string(text->c_str(), value))
        return;
    std::string names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
        [&](auto entry) { names += (names.empty() ? "" : ", ") + std::string(entry.name); });
    reading.wrong("Must be one of: " + names);
}

template <class T>
void read(Reading &reading, const boost::json::value &json, T &value)
{
    if constexpr (std::is_same_v<T, boost::json::value>) {
        value = json;
    } else if constexpr (std::is_same_v<T, boost::json::object>) {
        if (json.is_object())
            value = json.get_object();
        else
            reading.wrong("Must be an object");
    } else if constexpr (kIsOptional<T>) {
        if (json.is_null())
            value.reset();
        else
            read(reading, json, value.emplace());
    } else if constexpr (std::is_same_v<T, bool>) {
        if (json.is_bool())
            value = json.get_bool();
        else
            reading.wrong("Must be true or false");
    } else if constexpr (std::is_integral_v<T>) {
        std::int64_t wide = 0;
        const auto high = sizeof(T) == 8 ? std::numeric_limits<std::int64_t>::max()
                                         : static_cast<std::int64_t>(std::numeric_limits<T>::max());
        readInteger(
            reading, json, static_cast<std::int64_t>(std::numeric_limits<T>::min()), high, wide);
        value = static_cast<T>(wide);
    } else if constexpr (std::is_same_v<T, double>) {
        readNumber(reading, json, value);
    } else if constexpr (std::is_same_v<T, Seconds>) {
        double count = 0;
        readNumber(reading, json, count);
        value = Seconds(count);
    } else if constexpr (std::is_same_v<T, std::string>) {
        readString(reading, json, value);
    } else if constexpr (std::is_same_v<T, WallTime>) {
        readWallTime(reading, json, value);
    } else if constexpr (kIsId<T>) {
        std::string text;
        readString(reading, json, text);
        if (auto id = T::parse(text))
            value = *id;
        else
            reading.wrong(id.error().detail);
    } else if constexpr (DescribedEnum<T>) {
        readEnum(reading, json, value);
    } else if constexpr (kIsVector<T>) {
        if (!json.is_array())
            return reading.wrong("Must be an array");
        value.clear();
        for (const boost::json::value &item : json.get_array())
            reading.inside(
                std::to_string(value.size()), [&] { read(reading, item, value.emplace_back()); });
    } else if constexpr (kIsMap<T>) {
        if (!json.is_object())
            return reading.wrong("Must be an object");
        value.clear();
        for (const auto &[name, item] : json.get_object())
            reading.inside(
                name, [&, &key = name, &entry = item] { read(reading, entry, value[key]); });
    } else {
        static_assert(Described<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
        if (json.is_object())
            readMembers(reading, json.get_object(), value);
        else
            reading.wrong("Must be an object");
    }
}

/// JSON has no NaN and no infinity: such a number is null.
[[nodiscard]] inline boost::json::value finite(double number)
{
    return std::isfinite(number) ? boost::json::value(number) : boost::json::value(nullptr);
}

template <class T>
[[nodiscard]] boost::json::value encodeMembers(const T &value)
{
    boost::json::object object;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
        const auto &field = value.*member.pointer;
        if constexpr (kIsOptional<std::remove_cvref_t<decltype(field)>>) {
            if (field)
                object.emplace(member.name, encode(*field));
        } else {
            object.emplace(member.name, encode(field));
        }
    });
    return object;
}

} // namespace detail

template <class T>
boost::json::value encode(const T &value)
{
    using namespace detail;
    if constexpr (
        std::is_same_v<T,
            boost::json::
                value> || std::is_same_v<T, boost::json::object> || std::is_same_v<T, std::string> || std::is_same_v<T, bool> || std::is_integral_v<T>) {
        return boost::json::value(value);
    } else if constexpr (std::is_same_v<T, double>) {
        return finite(value);
    } else if constexpr (std::is_same_v<T, Seconds>) {
        return finite(value.count());
    } else if constexpr (std::is_same_v<T, WallTime> || kIsId<T>) {
        return boost::json::value(toString(value));
    } else if constexpr (DescribedEnum<T>) {
        return boost::json::value(boost::describe::enum_to_string(value, ""));
    } else if constexpr (kIsOptional<T>) {
        return value ? encode(*value) : boost::json::value(nullptr);
    } else if constexpr (kIsVector<T>) {
        boost::json::array array;
        array.reserve(value.size());
        for (const auto &item : value)
            array.push_back(encode(item));
        return array;
    } else if constexpr (kIsMap<T>) {
        boost::json::object object;
        for (const auto &[name, item] : value)
            object.emplace(name, encode(item));
        return object;
    } else {
        static_assert(Described<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
        return encodeMembers(value);
    }
}

template <class T>
Result<T> decode(const boost::json::value &json, UnknownMembers unknown)
{
    detail::Reading reading(unknown);
    T value{};
    detail::read(reading, json, value);
    if (reading.hasErrors())
        return fail(reading.takeErrors());
    return value;
}

/// parseJson, then decode.
template <class T>
[[nodiscard]] Result<T> decodeText(
    std::string_view text, UnknownMembers unknown = UnknownMembers::ignore)
{
    return parseJson(text).and_then(
        [unknown](const boost::json::value &json) { return decode<T>(json, unknown); });
}

/// The enumerator's name: what stands on the wire and in metric labels.
template <detail::DescribedEnum T>
[[nodiscard]] std::string_view nameOf(T value)
{
    return boost::describe::enum_to_string(value, "");
}

/// Errors: notFound.
template <detail::DescribedEnum T>
[[nodiscard]] Result<T> valueNamed(std::string_view name)
{
    T value{};
    if (boost::describe::enum_from_string(std::string(name).c_str(), value))
        return value;
    return fail(ErrorCode::notFound, "There is no \"" + std::string(name.substr(0, 40)) + '"');
}

} // namespace pult::contract
