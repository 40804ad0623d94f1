// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/keyring.h"

#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

#include "support/temporarydirectory.h"

namespace pult::service {
namespace {

Result<std::string> keyFor(const KeyRing &keys, const std::string &provider, const char *url)
{
    return keys.keyFor(provider, *parseWebAddress(url));
}

class KeyRingTest : public testing::Test {
protected:
    void write(const std::string &name, const std::string &text) const
    {
        std::ofstream(directory.path() / name) << text;
    }
    test::TemporaryDirectory directory;
};

TEST_F(KeyRingTest, AKeyIsForTheServerAfterWhichItsFileIsNamed)
{
    write("api.example.com", "  secret\n");
    write("gpu:8000", "other");
    const KeyRing keys(directory.path());
    EXPECT_EQ(keyFor(keys, "openai", "https://api.example.com/v1"), "secret");
    EXPECT_EQ(keyFor(keys, "openai", "http://gpu:8000"), "other");
    EXPECT_EQ(keyFor(keys, "openai", "https://evil.example.com/v1"), "");
    EXPECT_TRUE(keys.hasKeyFor("openai", "https://API.example.com"));
    EXPECT_FALSE(keys.hasKeyFor("openai", "https://example.com"));
    EXPECT_FALSE(keys.hasKeyFor("openai", "nonsense"));
}

TEST_F(KeyRingTest, WithoutTlsAKeyIsNotSentToTheSameName)
{
    write("api.example.com", "secret");
    const KeyRing keys(directory.path());
    EXPECT_EQ(keyFor(keys, "openai", "http://api.example.com"), "");
    EXPECT_EQ(keyFor(keys, "openai", "http://api.example.com:443"), "");
}

TEST_F(KeyRingTest, AChangedFileIsReadAnew)
{
    const KeyRing keys(directory.path());
    EXPECT_EQ(keyFor(keys, "runpod", "https://api.runpod.ai"), "");
    write("api.runpod.ai", "first");
    EXPECT_EQ(keyFor(keys, "runpod", "https://api.runpod.ai"), "first");
    write("api.runpod.ai", "second");
    EXPECT_EQ(keyFor(keys, "runpod", "https://api.runpod.ai"), "second");
}

TEST_F(KeyRingTest, TheEnvironmentComesFirstAndIsNotInherited)
{
    write("api.runpod.ai", "from-file");
    write("mounted", "from-mounted");
    ::setenv("PULT_RUNPOD_KEY", "from-environment", 1);
    ::setenv("PULT_OPENAI_KEY_FILE", (directory.path() / "mounted").c_str(), 1);
    ::setenv("PULT_OPENAI_KEY_HOST", "gpu:8000", 1);
    const KeyRing keys(directory.path());
    EXPECT_EQ(std::getenv("PULT_RUNPOD_KEY"), nullptr);
    EXPECT_EQ(keyFor(keys, "runpod", "https://api.runpod.ai"), "from-environment");
    EXPECT_EQ(keyFor(keys, "runpod", "https://elsewhere"), "");
    EXPECT_EQ(keyFor(keys, "openai", "http://gpu:8000/v1"), "from-mounted");
    EXPECT_EQ(keyFor(keys, "openai", "https://api.openai.com/v1"), "");
}

TEST_F(KeyRingTest, WhatWouldBreakTheHeaderIsNoKey)
{
    const KeyRing keys(directory.path());
    for (const char *text : {"two words", "two\nlines", "caf\xc3\xa9"}) {
        write("api.runpod.ai", text);
        const auto refused = keyFor(keys, "runpod", "https://api.runpod.ai");
        ASSERT_FALSE(refused) << text;
        EXPECT_EQ(refused.error().code, ErrorCode::corrupt);
        EXPECT_EQ(refused.error().detail.find(text), std::string::npos);
    }
}

} // namespace
} // namespace pult::service
