// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/target/jsonnumbers.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "contract/codec.h"

namespace pult::telemetry {

namespace {

constexpr const char *kMetric = "json";
constexpr const char *kPointer = "pointer";
constexpr std::size_t kMostTiles = 6;

/// One step of a pointer (RFC 6901).
std::string escapedToken(std::string_view name)
{
    std::string token;
    for (const char c : name)
        token += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return token;
}

class NumberList {
public:
    void add(const boost::json::value &json)
    {
        if (m_numbers.size() == kMostJsonNumbers)
            return;
        if (json.is_number())
            m_numbers.push_back({m_pointer, json.to_number<double>()});
        else if (json.is_bool())
            m_numbers.push_back({m_pointer, json.get_bool() ? 1.0 : 0.0});
        else if (const auto *array = json.if_array())
            for (std::size_t i = 0; i < array->size(); ++i)
                addInside(std::to_string(i), (*array)[i]);
        else if (const auto *object = json.if_object())
            for (const auto &[name, value] : *object)
                addInside(escapedToken(name), value);
    }
    [[nodiscard]] std::vector<JsonNumber> take() { return std::move(m_numbers); }

private:
    void addInside(const std::string &token, const boost::json::value &json)
    {
        const std::size_t length = m_pointer.size();
        m_pointer += '/' + token;
        add(json);
        m_pointer.resize(length);
    }

    std::string m_pointer;
    std::vector<JsonNumber> m_numbers;
};

/// Letters and digits as they are, others by their code, so that no two pointers share one.
std::string signalId(std::string_view pointer)
{
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string id = kMetric;
    for (const char c : pointer) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '_')
            id += c;
        else if (c == '/')
            id += '.';
        else
            (id += '-') += {kDigits[byte >> 4U], kDigits[byte & 15U]};
    }
    return id;
}

/// Without the slash in front; the whole document has a name as well.
std::string titleOf(const std::string &pointer)
{
    return pointer.empty() ? kMetric : pointer.substr(1);
}

std::string shortest(double value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), end.ptr};
}

} // namespace

Result<std::vector<JsonNumber>> readJsonNumbers(std::string_view text)
{
    const auto json = contract::parseJson(text);
    if (!json)
        return fail(ErrorCode::corrupt, json.error().detail);
    NumberList list;
    list.add(*json);
    return list.take();
}

std::string jsonExposition(
    const std::vector<JsonNumber> &numbers, const std::vector<std::string> &pointers)
{
    std::string text;
    for (const JsonNumber &number : numbers)
        if (std::find(pointers.begin(), pointers.end(), number.pointer) != pointers.end())
            text += toString(SeriesName{kMetric, {{kPointer, number.pointer}}}) + ' '
                + shortest(number.value) + '\n';
    return text;
}

Profile jsonProfile(const std::vector<std::string> &pointers)
{
    Profile profile{"json", "Numbers", {kMetric}, {}, {}, {}};
    for (const std::string &pointer : pointers) {
        const std::string id = signalId(pointer);
        const std::string title = titleOf(pointer);
        profile.signals.push_back({id, title, Unit::count, Operation::sum,
            {{kMetric, {{kPointer, MatchKind::oneOf, {pointer}}}}}});
        if (profile.tiles.size() < kMostTiles)
            profile.tiles.push_back(
                {.id = id, .title = title, .tip = {}, .signal = id, .chart = id});
        profile.charts.push_back({id, title, Unit::count, {id}});
    }
    return profile;
}

} // namespace pult::telemetry
