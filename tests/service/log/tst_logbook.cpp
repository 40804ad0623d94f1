// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/log/logbook.h"

#include <gtest/gtest.h>

namespace pult::service {
namespace {

using contract::LogLevel;

WallTime second(int n)
{
    return WallTime(std::chrono::seconds(n));
}

std::string messages(const std::vector<contract::LogRecord> &records)
{
    std::string all;
    for (const auto &record : records)
        all += record.message;
    return all;
}

TEST(Logbook, TheNewestThatFitAreAnsweredNewestLast)
{
    Logbook book;
    book.add({second(1), LogLevel::info, "a"});
    book.add({second(2), LogLevel::error, "b"});
    book.add({second(3), LogLevel::debug, "c"});
    book.add({second(4), LogLevel::warn, "d"});
    EXPECT_EQ(messages(book.latest({}, LogLevel::trace, 10)), "abcd");
    EXPECT_EQ(messages(book.latest({}, LogLevel::trace, 2)), "cd");
    EXPECT_EQ(messages(book.latest({}, LogLevel::warn, 10)), "bd");
    EXPECT_EQ(messages(book.latest(second(3), LogLevel::trace, 10)), "cd");
}

TEST(Logbook, AboveTheCapacityTheOldestGo)
{
    Logbook book;
    for (std::size_t i = 0; i <= Logbook::kCapacity; ++i)
        book.add({second(static_cast<int>(i)), LogLevel::info, {}});
    const auto all = book.latest({}, LogLevel::trace, 2 * Logbook::kCapacity);
    EXPECT_EQ(all.size(), Logbook::kCapacity);
    EXPECT_EQ(all.front().at, second(1));
}

} // namespace
} // namespace pult::service
