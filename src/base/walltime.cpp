// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/walltime.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace pult {

namespace {

/// Reads fixed-width digits and separators off the front of a text.
class Reader {
public:
    explicit Reader(std::string_view text)
        : m_rest(text)
    {
    }

    int digits(std::size_t count)
    {
        int value = 0;
        if (m_rest.size() < count) {
            m_failed = true;
            return 0;
        }
        const char *end = m_rest.data() + count;
        const auto [stop, error] = std::from_chars(m_rest.data(), end, value);
        if (error != std::errc() || stop != end || m_rest.front() == '-')
            m_failed = true;
        m_rest.remove_prefix(count);
        return value;
    }

    char oneOf(std::string_view allowed)
    {
        if (m_rest.empty() || allowed.find(m_rest.front()) == std::string_view::npos) {
            m_failed = true;
            return 0;
        }
        const char found = m_rest.front();
        m_rest.remove_prefix(1);
        return found;
    }

    int fractionMilliseconds()
    {
        if (m_rest.empty() || m_rest.front() != '.')
            return 0;
        m_rest.remove_prefix(1);
        int value = 0;
        int count = 0;
        while (!m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9') {
            if (count++ < 3)
                value = value * 10 + (m_rest.front() - '0');
            m_rest.remove_prefix(1);
        }
        m_failed = m_failed || count == 0;
        for (; count < 3; ++count)
            value *= 10;
        return value;
    }

    [[nodiscard]] bool finished() const { return !m_failed && m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_failed = false;
};

/// Writes the number over zeros that end there.
void putDigits(WallTimeText &text, std::size_t end, std::int64_t number)
{
    for (; number > 0; number /= 10)
        text[--end] = static_cast<char>('0' + number % 10);
}

} // namespace

std::string toString(WallTime time)
{
    const WallTimeText text = textOf(time);
    return {text.data(), text.size()};
}

WallTimeText textOf(WallTime time)
{
    using namespace std::chrono;
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    constexpr std::string_view zero = "0000-00-00T00:00:00.000Z";
    WallTimeText text{};
    std::copy(zero.begin(), zero.end(), text.begin());
    putDigits(text, 4, std::clamp(int(date.year()), 0, 9999));
    putDigits(text, 7, unsigned(date.month()));
    putDigits(text, 10, unsigned(date.day()));
    putDigits(text, 13, clock.hours().count());
    putDigits(text, 16, clock.minutes().count());
    putDigits(text, 19, clock.seconds().count());
    putDigits(text, 23, clock.subseconds().count());
    return text;
}

Result<WallTime> parseWallTime(std::string_view text)
{
    using namespace std::chrono;
    Reader reader(text);
    const int y = reader.digits(4);
    reader.oneOf("-");
    const int m = reader.digits(2);
    reader.oneOf("-");
    const int d = reader.digits(2);
    reader.oneOf("Tt ");
    const int hour = reader.digits(2);
    reader.oneOf(":");
    const int minute = reader.digits(2);
    reader.oneOf(":");
    const int second = reader.digits(2);
    const int fraction = reader.fractionMilliseconds();
    minutes offset{0};
    const char zone = reader.oneOf("Zz+-");
    if (zone == '+' || zone == '-') {
        offset = hours(reader.digits(2));
        reader.oneOf(":");
        offset += minutes(reader.digits(2));
        offset = zone == '-' ? -offset : offset;
    }
    const year_month_day date{year(y), month(unsigned(m)), day(unsigned(d))};
    if (!reader.finished() || !date.ok() || hour > 23 || minute > 59 || second > 60)
        return fail(ErrorCode::invalidArgument,
            fmt::format("\"{}\" is not a time such as 2026-11-21T08:00:00Z", text.substr(0, 40)));
    return WallTime(sys_days(date) + hours(hour) + minutes(minute) + seconds(second)
        + milliseconds(fraction) - offset);
}

} // namespace pult
