// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/resultfiles.h"

#include <fstream>

#include <gtest/gtest.h>

#include "support/temporarydirectory.h"
#include "support/waiting.h"

namespace pult::service {
namespace {

using test::TemporaryDirectory;

Result<void> write(ResultFiles &files, contract::JobId id, const std::string &bytes)
{
    return test::awaitDone<void>([&](auto done) {
        files.write(id, std::make_shared<const std::string>(bytes), std::move(done));
    });
}

TEST(ResultFiles, AWrittenResultIsThereWholeAndAlone)
{
    const TemporaryDirectory home;
    const auto files = *ResultFiles::open(home.path());
    const auto id = contract::JobId::make(WallTime{});
    const std::string bytes(300'000, '\0');
    ASSERT_TRUE(write(*files, id, bytes));
    std::ifstream file(files->pathOf(id), std::ios::binary);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), bytes);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(home.path() / "results"),
                  std::filesystem::directory_iterator()),
        1);
}

TEST(ResultFiles, WhatWasLeftUnfinishedIsRemoved)
{
    const TemporaryDirectory home;
    std::filesystem::create_directory(home.path() / "results");
    const auto left = home.path() / "results" / "0190.part";
    std::ofstream(left) << "half";
    ASSERT_TRUE(ResultFiles::open(home.path()));
    EXPECT_FALSE(std::filesystem::exists(left));
}

TEST(ResultFiles, AWriteThatCannotBeDoneIsAnError)
{
    const TemporaryDirectory home;
    const auto files = *ResultFiles::open(home.path());
    std::filesystem::remove_all(home.path() / "results");
    const auto id = contract::JobId::make(WallTime{});
    EXPECT_EQ(write(*files, id, "bytes").error().code, ErrorCode::io);
}

} // namespace
} // namespace pult::service
