// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/catalog/eventbook.h"

#include <gtest/gtest.h>

#include "support/temporarydirectory.h"
#include "support/wholefile.h"

namespace pult::telemetry {
namespace {

constexpr const char *kFile = "service.events";

KeptEvent event(std::size_t number)
{
    return {WallTime(std::chrono::seconds(number)), 2, "event " + std::to_string(number)};
}

EventBook opened(const test::TemporaryDirectory &directory)
{
    return EventBook::open(*HistoryFolder::open(directory.path())).value();
}

TEST(EventBook, IsReadAsItWasWritten)
{
    const test::TemporaryDirectory directory;
    {
        EventBook book = opened(directory);
        EXPECT_TRUE(book.add(event(1)));
        EXPECT_TRUE(book.add({WallTime(), 0, ""}));
    }
    EXPECT_EQ(opened(directory).events(), (std::vector{event(1), {WallTime(), 0, ""}}));
}

TEST(EventBook, LosesWhatIsDamagedAlone)
{
    const test::TemporaryDirectory directory;
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_TRUE(opened(directory).add(event(i)));
    std::string file = test::readFile(directory.path() / kFile);
    file[file.find("event 1")] = 'E';
    test::writeFile(directory.path() / kFile, file + "torn");
    EXPECT_EQ(opened(directory).events(), (std::vector{event(0), event(2)}));
    EXPECT_TRUE(opened(directory).add(event(3)));
    EXPECT_EQ(opened(directory).events(), (std::vector{event(0), event(2), event(3)}));
}

TEST(EventBook, ForgetsTheOldest)
{
    constexpr std::size_t kAll = 2 * EventBook::kKept + 1;
    const test::TemporaryDirectory directory;
    {
        EventBook book = opened(directory);
        for (std::size_t i = 0; i < kAll; ++i)
            EXPECT_TRUE(book.add(event(i)));
    }
    const std::size_t before = test::readFile(directory.path() / kFile).size();
    {
        EventBook book = opened(directory);
        EXPECT_EQ(book.events().size(), EventBook::kKept);
        EXPECT_TRUE(book.add(event(kAll)));
    }
    EXPECT_LT(test::readFile(directory.path() / kFile).size(), before);
    const EventBook book = opened(directory);
    EXPECT_EQ(book.events().size(), EventBook::kKept);
    EXPECT_EQ(book.events().back(), event(kAll));
}

TEST(EventBook, IsOnlyReadBesideAnotherConsole)
{
    const test::TemporaryDirectory directory;
    const HistoryFolder ours = *HistoryFolder::open(directory.path());
    EventBook first = EventBook::open(ours).value();
    EXPECT_TRUE(first.add(event(1)));
    EventBook second = opened(directory);
    EXPECT_EQ(second.events(), std::vector{event(1)});
    EXPECT_TRUE(second.add(event(2)));
    EXPECT_EQ(opened(directory).events(), std::vector{event(1)});
}

} // namespace
} // namespace pult::telemetry
