// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/eventhub.h"

#include <gtest/gtest.h>

#include "service/routes/eventstream.h"
#include "support/manualclock.h"
#include "support/runtask.h"

namespace pult::service {
namespace {

using contract::EventType;

class EventHubTest : public testing::Test {
protected:
    void publish(int count)
    {
        for (int i = 0; i < count; ++i)
            hub.publish(EventType::log, "{\"n\":" + std::to_string(i) + "}");
    }

    test::ManualClock clock;
    EventHub hub{clock};
};

TEST_F(EventHubTest, AnEventIsTextOfTheStream)
{
    const std::int64_t before = hub.newest();
    publish(1);
    const auto batch = hub.read(before);
    EXPECT_EQ(
        batch.text, "id: " + std::to_string(before + 1) + "\nevent: log\ndata: {\"n\":0}\n\n");
    EXPECT_EQ(batch.last, before + 1);
    EXPECT_FALSE(batch.hasGap);
    EXPECT_EQ(hub.read(before + 1).text, "");
}

TEST_F(EventHubTest, TheRingKeepsTenThousandAndSaysWhenThatIsNotEnough)
{
    const std::int64_t before = hub.newest();
    publish(static_cast<int>(EventHub::kRing));
    EXPECT_FALSE(hub.read(before).hasGap);
    publish(1);
    EXPECT_TRUE(hub.read(before).hasGap);
    EXPECT_FALSE(hub.read(before + 1).hasGap);
    EXPECT_TRUE(hub.read(hub.newest() + 5).hasGap) << "an id that was never given";
}

TEST_F(EventHubTest, AReaderGetsAllInOrderBatchByBatch)
{
    std::int64_t last = hub.newest();
    publish(950);
    std::size_t batches = 0;
    std::string all;
    for (auto batch = hub.read(last); !batch.text.empty(); batch = hub.read(last)) {
        all += batch.text;
        last = batch.last;
        ++batches;
    }
    EXPECT_EQ(batches, 5U);
    EXPECT_EQ(last, hub.newest());
    EXPECT_LT(all.find("{\"n\":0}"), all.find("{\"n\":949}"));
}

TEST_F(EventHubTest, IdsOfALaterRunAreHigher)
{
    publish(1000);
    clock.advance(Seconds(1));
    EXPECT_GT(EventHub(clock).newest(), hub.newest());
}

TEST_F(EventHubTest, AListenerIsCalledWhileItLives)
{
    int calls = 0;
    auto listener = std::make_shared<const EventHub::Listener>([&] { ++calls; });
    hub.listen(listener);
    publish(2);
    listener.reset();
    publish(1);
    EXPECT_EQ(calls, 2);
}

Task<std::vector<std::string>> readStream(EventHub &hub, std::int64_t after)
{
    EventStream stream(hub, co_await boost::asio::this_coro::executor, after);
    std::vector<std::string> pieces;
    std::optional<std::string> piece = co_await stream.next();
    while (piece) {
        pieces.push_back(*piece);
        piece = co_await stream.next();
    }
    co_return pieces;
}

TEST_F(EventHubTest, AStreamBeginsBehindTheAskedEventAndEndsWithTheHub)
{
    const std::int64_t before = hub.newest();
    publish(2);
    hub.close();
    const auto pieces = test::runTask(readStream(hub, before + 1));
    ASSERT_EQ(pieces.size(), 1U);
    EXPECT_TRUE(pieces[0].starts_with("retry: "));
    EXPECT_EQ(pieces[0].find("{\"n\":0}"), std::string::npos);
    EXPECT_NE(pieces[0].find("{\"n\":1}"), std::string::npos);
    const auto gap = test::runTask(readStream(hub, 1));
    EXPECT_NE(gap[0].find("event: gap\n"), std::string::npos);
}

Task<bool> fallsBehind(EventHub &hub, const std::function<void()> &flood)
{
    EventStream stream(hub, co_await boost::asio::this_coro::executor, hub.newest());
    co_await stream.next();
    flood();
    const auto piece = co_await stream.next();
    co_return !piece;
}

TEST_F(EventHubTest, AReaderThatFallsOffTheRingIsDropped)
{
    EXPECT_TRUE(test::runTask(
        fallsBehind(hub, [this] { publish(static_cast<int>(EventHub::kRing) + 1); })));
    EXPECT_FALSE(test::runTask(fallsBehind(hub, [this] { publish(10); })));
}

} // namespace
} // namespace pult::service
