// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "support/fakefrontdoor.h"

namespace pult::service {
namespace {

TEST(LogRoute, AnswersWhatIsAskedForAndSaysWhatIsWrong)
{
    test::FakeFrontDoor door;
    const std::string token = door.tokens->createTransient("viewer", Role::viewer);
    door.logbook.add({door.clock.wallNow(), contract::LogLevel::info, "calm"});
    door.clock.advance(Seconds(1));
    const std::string later = toString(door.clock.wallNow());
    door.logbook.add({door.clock.wallNow(), contract::LogLevel::error, "\"loud\""});
    const auto ask = [&](const std::string &query) {
        return door.send(Method::GET, "/logs" + query, {}, token);
    };
    const auto count = [&](const std::string &query) {
        return contract::decodeText<contract::LogPage>(ask(query).body)->records.size();
    };
    EXPECT_EQ(count(""), 2U);
    EXPECT_EQ(count("?limit=1"), 1U);
    EXPECT_EQ(count("?level=error"), 1U);
    EXPECT_EQ(count("?since=" + later), 1U);
    for (const char *wrong : {"?limit=0", "?level=loud", "?since=yesterday"})
        EXPECT_EQ(ask(wrong).status, 400U) << wrong;
    EXPECT_EQ(door.send(Method::GET, "/logs").status, 401U);
}

} // namespace
} // namespace pult::service
