// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/cleanend.h"

#include <fstream>

#include "service/store/storecheck.h"
#include "support/damagedfile.h"
#include "support/storebench.h"

namespace pult::service {
namespace {

using test::StoreBench;
using test::TemporaryDirectory;

/// A database with some jobs that has been closed.
class CleanEnd : public testing::Test {
protected:
    CleanEnd()
    {
        StoreBench bench(m_home.path());
        for (int i = 0; i < 200; ++i)
            bench.insertNew(std::string(300, 'x'));
    }

    [[nodiscard]] Result<std::unique_ptr<Database>> open()
    {
        return Database::open(m_home.path(), m_clock, m_registry);
    }
    [[nodiscard]] std::filesystem::path file() const { return m_home.path() / "pult.db"; }
    [[nodiscard]] std::filesystem::path mark() const { return m_home.path() / "pult.db.clean"; }

private:
    const TemporaryDirectory m_home;
    const SystemClock m_clock;
    prometheus::Registry m_registry;
};

TEST_F(CleanEnd, IsMarkedWhileNobodyHasTheDatabaseOpen)
{
    EXPECT_TRUE(std::filesystem::exists(mark()));
    {
        const auto opened = open();
        ASSERT_TRUE(opened);
        EXPECT_FALSE(std::filesystem::exists(mark())) << "a kill from here on leaves none";
    }
    EXPECT_TRUE(std::filesystem::exists(mark()));
}

TEST_F(CleanEnd, CountsOnce)
{
    EXPECT_EQ(takeCleanEnd(file()), LastEnd::clean);
    EXPECT_EQ(takeCleanEnd(file()), LastEnd::unknown);
}

TEST_F(CleanEnd, IsNotOneWhenTheFileWasChangedSince)
{
    test::overwriteALeaf(file());
    EXPECT_EQ(open().error().code, ErrorCode::corrupt);
}

TEST_F(CleanEnd, IsNotOneWhenSomethingElseWroteToTheDatabase)
{
    {
        auto other = SqliteConnection::open(file(), SqliteConnection::Access::readWrite);
        ASSERT_TRUE(other);
        ASSERT_TRUE(other->execute("UPDATE jobs SET priority = 7"));
    }
    EXPECT_EQ(takeCleanEnd(file()), LastEnd::unknown);
}

TEST_F(CleanEnd, IsNotOneWhileALogIsThere)
{
    std::filesystem::path log = file();
    log += "-wal";
    std::ofstream(log) << "left behind";
    EXPECT_EQ(takeCleanEnd(file()), LastEnd::unknown);
    EXPECT_EQ(markCleanEnd(file()).error().code, ErrorCode::conflict);
}

TEST_F(CleanEnd, IsNotOneForACopy)
{
    std::filesystem::copy_file(file(), file().string() + ".copy");
    std::filesystem::rename(file().string() + ".copy", file());
    EXPECT_EQ(takeCleanEnd(file()), LastEnd::unknown);
}

TEST_F(CleanEnd, StaysOneWhenTheDatabaseIsChecked)
{
    const std::filesystem::path directory = file().parent_path();
    EXPECT_TRUE(checkStore(directory)->isSound());
    EXPECT_FALSE(std::filesystem::exists(directory / "pult.db-wal"));
    EXPECT_FALSE(std::filesystem::exists(directory / "pult.db-shm"));
    EXPECT_EQ(takeCleanEnd(file()), LastEnd::clean);
}

/// Damage that the mark knows of shows that nobody looks.
TEST_F(CleanEnd, SparesTheLookThroughTheFileOnce)
{
    test::overwriteALeaf(file());
    ASSERT_TRUE(markCleanEnd(file()));
    EXPECT_TRUE(open());
    std::filesystem::remove(mark());
    EXPECT_EQ(open().error().code, ErrorCode::corrupt);
}

} // namespace
} // namespace pult::service
