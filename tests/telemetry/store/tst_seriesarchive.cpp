// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/store/seriesarchive.h"

#include <atomic>
#include <cmath>
#include <csignal>
#include <random>
#include <sys/mman.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <gtest/gtest.h>

#include "support/hex.h"
#include "support/temporarydirectory.h"
#include "support/wholefile.h"
#include "telemetry/store/seriesstore.h"

namespace pult::telemetry {
namespace {

using std::chrono::seconds;

constexpr SeriesStore::Limits kAll{Seconds(1e9), std::size_t(1) << 30U};
constexpr std::size_t kPageFile = 40'000;
constexpr int kBlock = SealedBlock::kMostRows;

WallTime at(int second)
{
    return WallTime(seconds(1'800'000'000 + second));
}

/// The second column: as it comes, or one that takes few bytes.
double wild(int second)
{
    return std::sin(second);
}
double tame(int second)
{
    return second / 600;
}

/// A folder, and a store with its files there, as one run of the console has them.
class KeptStore {
public:
    using Figure = double (*)(int second);

    explicit KeptStore(const std::filesystem::path &path, const SeriesStore::Limits &limits = kAll,
        Figure figure = wild)
        : m_figure(figure)
        , m_folder(HistoryFolder::open(path).value())
        , m_archive(SeriesArchive::open(m_folder, "s", kPageFile).value())
        , m_lost(m_archive.lost())
        , store(limits, std::move(m_archive))
    {
    }

    [[nodiscard]] std::size_t lost() const { return m_lost; }

    void append(int second)
    {
        store.append(at(second), std::vector{double(second), m_figure(second), 12.5});
    }
    void append(int from, int to)
    {
        for (int i = from; i < to; ++i)
            append(i);
    }

    /// The seconds that there are, each checked for its values. A value may be absent where some
    /// bytes are damaged; it is never another.
    [[nodiscard]] std::vector<int> seconds() const
    {
        std::vector<int> found;
        store.readRows(at(-100'000), at(100'000'000), [&](WallTime time, auto values) {
            const auto second = static_cast<int>((time - at(0)) / std::chrono::seconds(1));
            if (values.empty() || std::isnan(values[0]))
                return;
            EXPECT_EQ(values[0], second);
            EXPECT_EQ(values[1], m_figure(second));
            found.push_back(second);
        });
        return found;
    }

private:
    Figure m_figure;
    HistoryFolder m_folder;
    SeriesArchive m_archive;
    std::size_t m_lost;

public:
    SeriesStore store;
};

std::vector<int> range(int from, int to)
{
    std::vector<int> all;
    for (int i = from; i < to; ++i)
        all.push_back(i);
    return all;
}

class SeriesArchiveTest : public testing::Test {
protected:
    [[nodiscard]] std::filesystem::path file(const std::string &name) const
    {
        return directory.path() / name;
    }
    [[nodiscard]] std::size_t files() const
    {
        const std::filesystem::directory_iterator all(directory.path());
        return static_cast<std::size_t>(std::distance(begin(all), end(all)));
    }

    test::TemporaryDirectory directory;
};

TEST_F(SeriesArchiveTest, ANewRunGoesOnWhereTheLastOneEnded)
{
    KeptStore(directory.path()).append(0, 2000);
    KeptStore again(directory.path());
    EXPECT_EQ(again.lost(), 0U);
    EXPECT_EQ(again.seconds(), range(0, 2000));
    EXPECT_EQ(again.store.latest(0), 1999);
    again.append(2100, 4000);
    EXPECT_EQ(KeptStore(directory.path()).seconds().size(), 3900U);
}

TEST_F(SeriesArchiveTest, EveryNumberOfRowsComesBack)
{
    for (const int rows : {0, 1, kBlock - 1, kBlock, kBlock + 1, 2 * kBlock, 2 * kBlock + 1}) {
        const auto path = directory.path() / std::to_string(rows);
        KeptStore(path).append(0, rows);
        EXPECT_EQ(KeptStore(path).seconds(), range(0, rows));
        EXPECT_EQ(KeptStore(path).store.rows(), std::size_t(rows));
    }
}

TEST_F(SeriesArchiveTest, ManyShortRunsAreOneHistory)
{
    for (int i = 0; i < 60; ++i)
        KeptStore(directory.path()).append(i * 20, i * 20 + 20);
    EXPECT_EQ(KeptStore(directory.path()).seconds(), range(0, 1200));
}

TEST_F(SeriesArchiveTest, ASeriesMayComeLater)
{
    {
        KeptStore run(directory.path());
        run.append(0, 10);
        run.store.append(at(10), std::vector{10.0, std::sin(10), 12.5, 7.0});
    }
    const KeptStore again(directory.path());
    EXPECT_EQ(again.store.latest(3), 7);
    EXPECT_EQ(again.seconds(), range(0, 11));
}

TEST_F(SeriesArchiveTest, AJournalTornAtAnyByteLosesTheTornRowAlone)
{
    KeptStore(directory.path()).append(0, 20);
    const std::string before = test::readFile(file("s.journal"));
    KeptStore(directory.path()).append(20);
    const std::string whole = test::readFile(file("s.journal"));
    for (std::size_t size = before.size(); size < whole.size(); ++size) {
        test::writeFile(file("s.journal"), whole.substr(0, size));
        {
            KeptStore torn(directory.path());
            EXPECT_EQ(torn.seconds(), range(0, 20)) << size;
            EXPECT_EQ(torn.lost(), size - before.size());
            torn.append(30);
        }
        const KeptStore again(directory.path());
        EXPECT_EQ(again.lost(), 0U);
        EXPECT_EQ(again.seconds().size(), 21U) << size;
    }
}

TEST_F(SeriesArchiveTest, PagesTornAtAnyByteLoseTheTornBlockAlone)
{
    KeptStore(directory.path(), kAll, tame).append(0, kBlock + 1);
    const auto pages = file("s.000001.pages");
    const std::string before = test::readFile(pages);
    KeptStore(directory.path(), kAll, tame).append(kBlock + 1, 2 * kBlock + 1);
    const std::string whole = test::readFile(pages);
    ASSERT_GT(whole.size(), before.size());
    for (std::size_t size = before.size(); size < whole.size(); ++size) {
        test::writeFile(pages, whole.substr(0, size));
        const KeptStore torn(directory.path(), kAll, tame);
        ASSERT_EQ(torn.seconds().size(), std::size_t(kBlock + 1)) << size;
        ASSERT_EQ(torn.lost(), size - before.size());
        ASSERT_EQ(std::filesystem::file_size(pages), before.size());
    }
}

TEST_F(SeriesArchiveTest, AFlippedByteNeverGivesAWrongValue)
{
    KeptStore(directory.path()).append(0, 3 * kBlock + 40);
    std::mt19937 random(7);
    for (const std::string name : {"s.journal", "s.000001.pages"}) {
        const std::string whole = test::readFile(file(name));
        for (int i = 0; i < 300; ++i) {
            std::string damaged = whole;
            damaged[32 + random() % (whole.size() - 32)] ^= 0x04;
            test::writeFile(file(name), damaged);
            // Each row is checked as it is read; of three blocks and a journal one may be missing.
            const std::size_t rows = KeptStore(directory.path()).seconds().size();
            EXPECT_GE(rows, std::size_t(2 * kBlock));
        }
        test::writeFile(file(name), whole);
    }
}

TEST_F(SeriesArchiveTest, ABlockThatTheJournalStillHasIsThereOnce)
{
    KeptStore(directory.path()).append(0, kBlock);
    const std::string journal = test::readFile(file("s.journal"));
    KeptStore(directory.path()).append(kBlock);
    // As if it had been killed between the two writes.
    test::writeFile(file("s.journal"), journal);
    KeptStore again(directory.path());
    EXPECT_EQ(again.seconds(), range(0, kBlock));
    again.append(kBlock, 2 * kBlock + 3);
    EXPECT_EQ(KeptStore(directory.path()).seconds(), range(0, 2 * kBlock + 3));
}

TEST_F(SeriesArchiveTest, AForeignFileIsRefusedAndLeftAlone)
{
    for (const std::string name : {"s.journal", "s.000001.pages"}) {
        const std::string content = "These are somebody's notes, not a history.\n";
        test::writeFile(file(name), content);
        const auto folder = HistoryFolder::open(directory.path());
        const auto archive = SeriesArchive::open(*folder, "s", kPageFile);
        ASSERT_FALSE(archive);
        EXPECT_EQ(archive.error().code, ErrorCode::unsupported);
        EXPECT_NE(archive.error().detail.find(name), std::string::npos);
        EXPECT_EQ(test::readFile(file(name)), content);
        std::filesystem::remove(file(name));
    }
}

TEST_F(SeriesArchiveTest, ANewerFileIsRefusedAndLeftAlone)
{
    KeptStore(directory.path()).append(0, 3);
    std::string newer = test::readFile(file("s.journal"));
    newer[8] = 9;
    test::writeFile(file("s.journal"), newer);
    const auto folder = HistoryFolder::open(directory.path());
    const auto archive = SeriesArchive::open(*folder, "s", kPageFile);
    ASSERT_FALSE(archive);
    EXPECT_EQ(archive.error().code, ErrorCode::unsupported);
    EXPECT_NE(archive.error().detail.find("newer"), std::string::npos);
    EXPECT_EQ(test::readFile(file("s.journal")), newer);
}

/// Pages as Pult wrote them in format 1: the first block of a store with a tame figure.
TEST_F(SeriesArchiveTest, AnOlderFormatIsReadAndNotWrittenOn)
{
    constexpr std::string_view kOlder =
        "50756c7454656c6501000000030000000000000000000000a83d01e012849998"
        "50526563030000001f0000000000000043d80f73feea6a4dee08fa2768d34985"
        "000200008080c0e285e368cf0fd00f0000000000000000000000000000000000"
        "505265630400000029000000000000009c7e88076894179c2de858026bc218d3"
        "0300000015000000160000001900000002800001020000000000000000000000"
        "00000000000000402900000000000000";
    const std::string older = test::fromHex(kOlder);
    test::writeFile(file("s.000001.pages"), older);
    {
        KeptStore store(directory.path(), kAll, tame);
        EXPECT_EQ(store.seconds(), range(0, kBlock));
        store.append(kBlock, 2 * kBlock + 1);
    }
    EXPECT_EQ(test::readFile(file("s.000001.pages")), older);
    EXPECT_TRUE(std::filesystem::exists(file("s.000002.pages")));
    EXPECT_EQ(KeptStore(directory.path(), kAll, tame).seconds(), range(0, 2 * kBlock + 1));
}

TEST_F(SeriesArchiveTest, ASecondConsoleReadsAndWritesNothing)
{
    KeptStore first(directory.path());
    first.append(0, 1000);
    const std::string journal = test::readFile(file("s.journal"));
    {
        KeptStore second(directory.path());
        EXPECT_EQ(second.seconds(), range(0, 1000));
        second.append(1000, 3000);
        EXPECT_EQ(second.seconds(), range(0, 3000));
        EXPECT_EQ(HistoryFolder::open(directory.path())->mode(), File::Mode::read);
    }
    EXPECT_EQ(test::readFile(file("s.journal")), journal);
    first.append(1000, 1100);
    EXPECT_EQ(first.seconds(), range(0, 1100));
}

TEST_F(SeriesArchiveTest, AClockSetBackTakesTheFutureAlongOnDiskToo)
{
    {
        KeptStore run(directory.path());
        run.append(0, 3 * kBlock);
        run.append(700);
        EXPECT_EQ(run.seconds(), range(0, 701));
    }
    {
        KeptStore run(directory.path());
        EXPECT_EQ(run.seconds(), range(0, 701));
        run.append(650);
        run.append(20);
    }
    EXPECT_EQ(KeptStore(directory.path()).seconds(), range(0, 21));
}

TEST_F(SeriesArchiveTest, WhatIsOlderThanTheSpanLeavesTheDisk)
{
    KeptStore run(directory.path(), {Seconds(2000), std::size_t(1) << 30U});
    run.append(0, 20'000);
    EXPECT_EQ(run.seconds().back(), 19'999);
    EXPECT_LE(run.seconds().front(), 18'000);
    EXPECT_GE(run.seconds().front(), 17'000);
    EXPECT_LE(files(), 5U);
    EXPECT_FALSE(std::filesystem::exists(file("s.000001.pages")));
}

TEST_F(SeriesArchiveTest, WhatIsBeyondTheBytesLeavesTheDisk)
{
    constexpr std::size_t kMost = 150'000;
    KeptStore run(directory.path(), {Seconds(1e9), kMost});
    run.append(0, 40'000);
    std::uintmax_t size = 0;
    for (const auto &entry : std::filesystem::directory_iterator(directory.path()))
        size += entry.file_size();
    EXPECT_LE(size, kMost + 2 * kPageFile);
    EXPECT_GE(size, kMost / 2);
    EXPECT_EQ(run.seconds().back(), 39'999);
}

TEST_F(SeriesArchiveTest, WhatCannotBeWrittenStaysInMemoryAndIsSaid)
{
    KeptStore run(directory.path());
    run.append(0, kBlock);
    // The next block needs this name.
    std::filesystem::create_directory(file("s.000001.pages"));
    run.append(kBlock, 2000);
    EXPECT_EQ(run.seconds(), range(0, 2000));
    ASSERT_TRUE(run.store.archive()->problem());
    EXPECT_EQ(run.store.archive()->problem()->code, ErrorCode::io);
}

/// Counts on memory that both processes share, each row once it is kept.
class WritingChild {
public:
    explicit WritingChild(const std::filesystem::path &path)
        : m_kept(static_cast<std::atomic<int> *>(::mmap(nullptr, sizeof(std::atomic<int>),
            PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)))
        , m_process(::fork())
    {
        if (m_process != 0)
            return;
        KeptStore run(path);
        for (int i = 0;; ++i) {
            run.append(i);
            m_kept->store(i + 1);
        }
    }
    ~WritingChild() { ::munmap(m_kept, sizeof *m_kept); }

    /// The rows that it had kept by then.
    int killAfter(int rows)
    {
        const auto limit = std::chrono::steady_clock::now() + seconds(60);
        while (m_kept->load() < rows && std::chrono::steady_clock::now() < limit)
            std::this_thread::yield();
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
        return m_kept->load();
    }

private:
    std::atomic<int> *m_kept;
    pid_t m_process;
};

TEST_F(SeriesArchiveTest, AKilledProcessLosesNothingThatItHadKept)
{
    for (const int rows : {1, 300, kBlock, 5000, 20'011}) {
        const auto path = directory.path() / std::to_string(rows);
        const int kept = WritingChild(path).killAfter(rows);
        ASSERT_GE(kept, rows);
        const auto found = KeptStore(path).seconds();
        EXPECT_GE(found.size(), std::size_t(kept));
        EXPECT_EQ(found, range(0, static_cast<int>(found.size())));
    }
}

} // namespace
} // namespace pult::telemetry
