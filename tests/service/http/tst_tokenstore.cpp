// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/tokenstore.h"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "support/manualclock.h"
#include "support/temporarydirectory.h"

namespace pult::service {
namespace {

class TokenStoreTest : public testing::Test {
protected:
    std::unique_ptr<TokenStore> open() { return TokenStore::open(file, clock).value(); }

    test::ManualClock clock;
    test::TemporaryDirectory directory;
    std::filesystem::path file = directory.path() / "tokens.json";
};

TEST_F(TokenStoreTest, ATokenIsKnownAgainAfterAStart)
{
    const std::string token = open()->create("anna", Role::operates).value();
    EXPECT_EQ(token.size(), 64U);
    const auto identity = open()->identify(token);
    ASSERT_TRUE(identity);
    EXPECT_EQ(identity->name, "anna");
    EXPECT_EQ(identity->role, Role::operates);
    EXPECT_FALSE(open()->identify(token.substr(1)));
    EXPECT_FALSE(open()->identify(""));
}

TEST_F(TokenStoreTest, TheFileHoldsNoTokenAndIsPrivate)
{
    const std::string token = open()->create("anna", Role::admin).value();
    std::ifstream stream(file);
    const std::string content(std::istreambuf_iterator<char>(stream), {});
    EXPECT_EQ(content.find(token), std::string::npos);
    EXPECT_EQ(std::filesystem::status(file).permissions(), std::filesystem::perms(0600));
}

TEST_F(TokenStoreTest, TwoTokensAreTwoIdentities)
{
    const auto store = open();
    const std::string first = store->create("bot", Role::viewer).value();
    const std::string second = store->create("bot", Role::viewer).value();
    EXPECT_NE(first, second);
    EXPECT_NE(store->identify(first)->id, store->identify(second)->id);
}

TEST_F(TokenStoreTest, ARevokedTokenIsRefusedAlsoWhereItWasNotRevoked)
{
    const auto store = open();
    const std::string token = store->create("bot", Role::viewer).value();
    const std::string other = store->create("other", Role::viewer).value();
    const std::string id = store->identify(token)->id;
    ASSERT_TRUE(open()->revoke(id));
    EXPECT_EQ(open()->revoke(id).error().code, ErrorCode::notFound);
    clock.advance(Seconds(1));
    EXPECT_FALSE(store->identify(token));
    EXPECT_TRUE(store->identify(other));
}

TEST_F(TokenStoreTest, ATokenMadeElsewhereWorksAtOnce)
{
    const auto store = open();
    EXPECT_TRUE(store->isEmpty());
    const std::string token = open()->create("late", Role::viewer).value();
    EXPECT_TRUE(store->identify(token));
}

TEST_F(TokenStoreTest, ATransientTokenIsForgotten)
{
    const auto store = open();
    const std::string token = store->createTransient("demo", Role::operates);
    EXPECT_TRUE(store->identify(token));
    EXPECT_TRUE(store->isEmpty());
    EXPECT_FALSE(open()->identify(token));
}

TEST_F(TokenStoreTest, ADamagedFileIsNotTakenForAnEmptyOne)
{
    std::ofstream(file) << "{\"tokens\":";
    const auto store = TokenStore::open(file, clock);
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, ErrorCode::corrupt);
}

} // namespace
} // namespace pult::service
