// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <future>
#include <set>

#include <boost/asio/post.hpp>
#include <gtest/gtest.h>

#include "service/runtime/iothreads.h"

namespace pult::service {
namespace {

using Context = boost::asio::io_context;

/// The thread that runs what is posted there.
std::thread::id threadOf(Context &context)
{
    std::promise<std::thread::id> answer;
    boost::asio::post(context, [&] { answer.set_value(std::this_thread::get_id()); });
    return answer.get_future().get();
}

/// Those that so many connections in a row are dealt to.
std::set<std::thread::id> dealtTo(IoThreads &threads, int connections)
{
    std::set<std::thread::id> dealt;
    for (int i = 0; i < connections; ++i)
        dealt.insert(threadOf(threads.next()));
    return dealt;
}

TEST(IoThreads, DealToEachInTurn)
{
    IoThreads threads(3);
    EXPECT_EQ(dealtTo(threads, 3).size(), 3U);
    EXPECT_EQ(dealtTo(threads, 30).size(), 3U);
}

TEST(IoThreads, DealToMoreOnceThereAreMore)
{
    IoThreads threads(1);
    const auto before = dealtTo(threads, 10);
    threads.resize(4);
    EXPECT_EQ(threads.size(), 4U);
    const auto after = dealtTo(threads, 8);
    EXPECT_EQ(after.size(), 4U);
    EXPECT_TRUE(after.contains(*before.begin()));
}

TEST(IoThreads, LetWhatIsLeftOverFinish)
{
    IoThreads threads(2);
    Context &first = threads.next();
    Context &second = threads.next();
    threads.resize(1);
    EXPECT_EQ(dealtTo(threads, 10), std::set{threadOf(first)});
    EXPECT_NE(threadOf(second), threadOf(first)) << "what it has goes on";
    threads.resize(2);
    EXPECT_EQ(dealtTo(threads, 2), (std::set{threadOf(first), threadOf(second)}));
}

TEST(IoThreads, AreNotAddedOnceStopped)
{
    IoThreads threads(1);
    threads.stop();
    threads.resize(5);
    EXPECT_EQ(threads.size(), 1U);
}

} // namespace
} // namespace pult::service
