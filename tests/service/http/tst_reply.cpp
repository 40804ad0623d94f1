// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/reply.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

#include "support/gate.h"
#include "support/runtask.h"

namespace pult::service {
namespace {

TEST(InBackground, TheConnectionsThreadServesOthersMeanwhile)
{
    boost::asio::thread_pool pool(1);
    test::Gate disk;
    const Handler slow = inBackground(pool, [&disk](const Request &) {
        disk.wait();
        return textResponse("written");
    });
    const Request request;
    boost::asio::io_context thread;
    auto answer = boost::asio::co_spawn(thread, slow(request), boost::asio::use_future);
    boost::asio::post(thread, [&disk] { disk.open(); }); // Runs only when nothing waits here.
    thread.run();
    EXPECT_EQ(answer.get().body, "written");
}

TEST(InBackground, WhatIsThrownThereComesOutHere)
{
    boost::asio::thread_pool pool(1);
    const Handler broken = inBackground(
        pool, [](const Request &) -> Response { throw std::runtime_error("a library's"); });
    const Request request;
    EXPECT_THROW((void)test::runTask(broken(request)), std::runtime_error);
}

} // namespace
} // namespace pult::service
