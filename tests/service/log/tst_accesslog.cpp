// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/log/accesslog.h"

#include <fstream>
#include <iterator>
#include <thread>

#include <gtest/gtest.h>

#include "contract/codec.h"
#include "support/temporarydirectory.h"

namespace pult::service {
namespace {

std::vector<boost::json::value> linesOf(const std::filesystem::path &file)
{
    std::ifstream stream(file);
    std::vector<boost::json::value> lines;
    for (std::string line; std::getline(stream, line);)
        lines.push_back(contract::parseJson(line).value());
    return lines;
}

const AccessRecord kRecord{WallTime(std::chrono::milliseconds(1'500)), "r-1", "token:t", "GET",
    "/queue", 200, 42, Seconds(0.0025)};

TEST(AccessLog, ARequestIsALineOfJson)
{
    const test::TemporaryDirectory home;
    const auto file = home.path() / "access.log";
    const auto log = AccessLog::open(file).value();
    log->write(kRecord);
    const auto lines = linesOf(file);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0],
        (boost::json::object{{"at", "1970-01-01T00:00:01.500Z"}, {"id", "r-1"},
            {"client", "token:t"}, {"method", "GET"}, {"route", "/queue"}, {"status", 200},
            {"bytes", 42}, {"took_s", 0.0025}}));
    EXPECT_EQ(std::filesystem::status(file).permissions(), std::filesystem::perms(0600));
}

TEST(AccessLog, LinesOfManyThreadsStayWholeAndARotationLosesNone)
{
    constexpr int kThreads = 4;
    constexpr int kLines = 500;
    const test::TemporaryDirectory home;
    const auto file = home.path() / "access.log";
    const auto moved = home.path() / "access.log.1";
    const auto log = AccessLog::open(file).value();
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < kThreads; ++i)
            threads.emplace_back([&log] {
                for (int line = 0; line < kLines; ++line)
                    log->write(kRecord);
            });
        std::filesystem::rename(file, moved);
        EXPECT_TRUE(log->reopen());
    }
    EXPECT_EQ(linesOf(file).size() + linesOf(moved).size(), std::size_t(kThreads * kLines));
}

TEST(AccessLog, WhatCannotBeOpenedIsNamed)
{
    const auto refused = AccessLog::open("/nonexistent/access.log");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().detail.find("/nonexistent/access.log"), std::string::npos);
}

} // namespace
} // namespace pult::service
