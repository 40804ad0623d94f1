// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "contract/base64.h"
#include "contract/job.h"
#include "support/daemon.h"
#include "support/moodyprovider.h"
#include "support/processtable.h"
#include "support/shiftedclock.h"
#include "support/smalldisk.h"
#include "support/tgsfile.h"

namespace pult::test {
namespace {

using contract::Job;

constexpr std::int64_t kMaxAttempts = 4;
constexpr std::int64_t kDiskBytes = std::int64_t{4} << 30U;
constexpr int kMostHoursOff = 6;
/// Between two days: more than keys live and than results are kept, however the clock is set in
/// both.
constexpr std::chrono::hours kDayApart{40};
constexpr std::chrono::seconds kLongDay{60};
/// Of a client after each job, so that half an hour's results fit on the disk.
constexpr std::chrono::milliseconds kThinkTime{20};

/// How long everything goes wrong; `./dev chaos` sets it.
std::chrono::seconds chaosLength()
{
    const char *seconds = std::getenv("PULT_CHAOS_SECONDS");
    return std::chrono::seconds(seconds ? std::stoi(seconds) : 5);
}

std::string settingsFor(const MoodyProvider &provider)
{
    return R"(
[rate_limits]
enabled = false
[results]
keep_s = 72000
[queue]
max_attempts = )"
        + std::to_string(kMaxAttempts) + R"(
[timeouts]
text_s = 1.0
[workers]
text = 8
image = 4
sticker = 4
cpu_processes = 2
[synthetic]
image_latency_s = 0.01
failure_ratio = 0.1
[providers]
text = "openai"
max_failures = 20
max_failure_ratio = 1.0
first_retry_s = 0.1
longest_retry_s = 0.2
[openai]
text_model = "moody"
base_url = ")"
        + provider.url() + "\"\n";
}

/// Where everything of the test is kept: a disk of its own where the system allows that. Make it
/// before there are threads.
class Ground {
public:
    Ground()
    {
        if (m_disk.isMounted())
            ::setenv("TMPDIR", m_disk.path().c_str(), 1);
    }
    ~Ground() { ::unsetenv("TMPDIR"); }
    Ground(const Ground &) = delete;
    Ground &operator=(const Ground &) = delete;

    ShiftedClock clock;
    [[nodiscard]] const SmallDisk &disk() const { return m_disk; }

private:
    SmallDisk m_disk{kDiskBytes};
};

/// A service to which everything happens, and clients who never give up.
class Chaos : public testing::Test {
protected:
    void SetUp() override
    {
        RecordProperty("seed", static_cast<int>(m_seed));
        m_port = m_daemon.port();
        m_token = m_daemon.adminToken();
    }

    /// Submits until the day is over, each job with a key of its own, again and again until it is
    /// accepted. The keys of a day are those of the day before, which are forgotten by then.
    void submitAll(const std::string &kind, const std::string &params)
    {
        for (int i = 0; !m_isOver; ++i) {
            const std::string prompt = promptOf(kind, i);
            const std::string id = submit(kind, params, prompt);
            if (!id.empty())
                accept(prompt, id);
            repeat(kind, params, m_chance.below(4 * (i + 1)), i);
            std::unique_lock lock(m_mutex);
            m_ended.wait_for(lock, kThinkTime, [this] { return m_isOver.load(); });
        }
    }

    static std::string promptOf(const std::string &kind, int number)
    {
        return kind + '-' + std::to_string(number);
    }

    void accept(const std::string &prompt, const std::string &id)
    {
        const std::scoped_lock lock(m_mutex);
        EXPECT_FALSE(m_yesterday.contains(id)) << prompt << " is of a key that should be forgotten";
        m_accepted.emplace(prompt, id);
    }

    /// What was asked for today already is the same job, whatever has happened since.
    void repeat(const std::string &kind, const std::string &params, int number, int newest)
    {
        if (number > newest || m_isOver)
            return;
        const std::string prompt = promptOf(kind, number);
        const std::string again = submit(kind, params, prompt);
        if (again.empty())
            return;
        note("a job was asked for again");
        const std::scoped_lock lock(m_mutex);
        EXPECT_EQ(again, m_accepted[prompt]) << prompt;
    }

    void note(const std::string &harm)
    {
        const std::scoped_lock lock(m_mutex);
        ++m_harms[harm];
    }

    std::string submit(
        const std::string &kind, const std::string &params, const std::string &prompt)
    {
        const std::string body = R"({"prompt":")" + prompt + R"(","params":{)" + params + "}}";
        for (;;) {
            HttpClient client(m_port, m_token);
            const HttpReply reply =
                client.post("/api/generate/" + kind, body, {{"Idempotency-Key", prompt}});
            if (reply.status == 202 || reply.status == 200)
                return std::string(reply.json().at("id").as_string());
            if (reply.status != 0 && reply.status != 503) {
                ADD_FAILURE() << reply.status << reply.body;
                m_isOver = true;
            }
            if (m_isOver)
                return {};
        }
    }

    void harm()
    {
        switch (m_chance.below(8)) {
        case 0:
        case 1:
            return killAndStart();
        case 2:
            return takeDisk();
        case 3:
            return setClock();
        default:
            return killChild();
        }
    }

    void killAndStart()
    {
        note("the service was killed");
        m_daemon.killNow();
        startAgain();
    }

    void startAgain()
    {
        m_daemon.start();
        m_port = m_daemon.port();
    }

    /// Until the service says so; it gets its room back while it runs, or dies before.
    void takeDisk()
    {
        if (!m_ground.disk().isMounted())
            return;
        note("the disk was full");
        m_ground.disk().fill();
        HttpClient client(m_port, m_token);
        EXPECT_TRUE(eventually([&] { return client.get("/readyz").status == 503; }));
        const bool dies = m_chance.below(2) == 0;
        if (dies)
            m_daemon.killNow();
        m_ground.disk().makeRoom();
        if (dies)
            startAgain();
    }

    void setClock()
    {
        if (!m_ground.clock.isThere())
            return;
        note("the clock was set");
        const std::chrono::minutes most = std::chrono::hours(kMostHoursOff);
        m_ground.clock.shiftBy(m_daysOff - most
            + std::chrono::minutes(m_chance.below(2 * static_cast<int>(most.count()))));
    }

    /// Everything of yesterday may be removed now, at the next start at the latest.
    void letADayPass()
    {
        m_daysOff += kDayApart;
        m_ground.clock.shiftBy(m_daysOff);
        m_yesterday.clear();
        for (const auto &[prompt, id] : m_accepted)
            m_yesterday.insert(id);
        m_accepted.clear();
        m_provider.setCalm(false);
        m_isOver = false;
    }

    void killChild()
    {
        note("a child was killed");
        const std::vector<pid_t> children = childrenOf(m_daemon.process());
        if (!children.empty())
            ::kill(children.at(
                       static_cast<std::size_t>(m_chance.below(static_cast<int>(children.size())))),
                SIGKILL);
    }

    void rageFor(Seconds length)
    {
        std::vector<std::jthread> clients;
        clients.emplace_back([this] { submitAll("text", ""); });
        clients.emplace_back([this] { submitAll("image", R"("width":64,"height":64,"steps":1)"); });
        clients.emplace_back([this] { submitAll("sticker", m_sticker); });
        const auto end = std::chrono::steady_clock::now() + length;
        while (!m_isOver && std::chrono::steady_clock::now() < end) {
            const std::size_t before = accepted();
            EXPECT_TRUE(eventually([&] { return m_isOver || accepted() >= before + 20; }));
            harm();
        }
        m_isOver = true;
        m_ended.notify_all();
    }

    std::size_t accepted()
    {
        const std::scoped_lock lock(m_mutex);
        return m_accepted.size();
    }

    bool endsAll()
    {
        HttpClient client(m_port, m_token);
        return eventually(
            [&] {
                const auto totals = client.get("/queue").json().at("totals");
                return totals.at("depth").as_int64() + totals.at("running").as_int64() == 0;
            },
            std::chrono::minutes(2));
    }

    Job jobOf(HttpClient &client, const std::string &id)
    {
        const HttpReply reply = client.get("/api/v1/jobs/" + id);
        EXPECT_EQ(reply.status, 200U) << id;
        return contract::decode<Job>(reply.json()).value_or(Job{});
    }

    /// As long as no clock says what cannot be, and nothing lies further off than it was ever set.
    void expectSaneTimes(const Job &job) const
    {
        const auto most = std::chrono::hours(2 * kMostHoursOff + 1);
        EXPECT_LE(abs(std::chrono::system_clock::now() + m_daysOff - job.created_at), most)
            << job.prompt;
        EXPECT_GE(job.wait_s.value_or(Seconds(0)), Seconds(0)) << job.prompt;
        EXPECT_GE(job.run_s.value_or(Seconds(0)), Seconds(0)) << job.prompt;
    }

    void expectEnded(HttpClient &client, const std::string &prompt, const std::string &id)
    {
        const Job job = jobOf(client, id);
        EXPECT_EQ(job.prompt, prompt);
        EXPECT_TRUE(contract::isFinal(job.state)) << prompt;
        EXPECT_LE(job.attempts, kMaxAttempts) << prompt;
        expectSaneTimes(job);
        m_attempts[prompt] += job.attempts;
        EXPECT_LE(m_provider.runsOf(prompt), m_attempts[prompt]) << prompt;
        ++m_states[job.state];
        if (job.state != contract::JobState::succeeded)
            return;
        const HttpReply result = client.get("/api/v1/jobs/" + id + "/result");
        EXPECT_EQ(result.status, 200U) << prompt;
        EXPECT_EQ(static_cast<std::int64_t>(result.body.size()), job.result->bytes) << prompt;
    }

    void expectAllEnded()
    {
        HttpClient client(m_port, m_token);
        for (const auto &[prompt, id] : m_accepted)
            expectEnded(client, prompt, id);
        m_count += static_cast<int>(m_accepted.size());
    }

    /// A start removes what is older than it may be, and files that belong to no job.
    void expectYesterdayIsGone()
    {
        killAndStart();
        HttpClient client(m_port, m_token);
        for (const std::string &id : m_yesterday) {
            EXPECT_TRUE(eventually([&] { return client.get("/api/v1/jobs/" + id).status == 404; }));
            EXPECT_FALSE(std::filesystem::exists(m_daemon.data() / "results" / id));
            note("a job was removed");
        }
    }

    Ground m_ground;
    const unsigned m_seed = std::random_device{}();
    Chance m_chance{m_seed};
    MoodyProvider m_provider{m_chance};
    Daemon m_daemon{settingsFor(m_provider)};
    const std::string m_sticker =
        R"("width":64,"tgs":")" + contract::toBase64(LottieText{}.tgs()) + '"';
    std::atomic<std::uint16_t> m_port = 0;
    std::string m_token;
    std::chrono::minutes m_daysOff{0}; ///< Of the clock, beyond what it is set within a day.
    std::atomic<bool> m_isOver = false;
    std::mutex m_mutex;
    std::condition_variable m_ended;
    std::map<std::string, std::string> m_accepted; ///< Ids by prompt; of today.
    std::set<std::string> m_yesterday; ///< Their ids.
    int m_count = 0; ///< Of all days.
    std::map<std::string, std::int64_t> m_attempts; ///< By prompt, of all days.
    std::map<contract::JobState, int> m_states;
    std::map<std::string, int> m_harms; ///< How often each happened.
};

TEST_F(Chaos, LosesNoJobAndRunsNoneMoreOftenThanAllowed)
{
    // Without a clock that can be set, nothing ever expires.
    const std::int64_t days =
        m_ground.clock.isThere() ? std::max<std::int64_t>(2, chaosLength() / kLongDay) : 1;
    for (std::int64_t day = 0; day < days && !HasFailure(); ++day) {
        if (day > 0)
            letADayPass();
        rageFor(chaosLength() / static_cast<double>(days));
        m_provider.setCalm(true);
        ASSERT_TRUE(endsAll()) << HttpClient(m_port, m_token).get("/queue").body << m_daemon.log();
        expectAllEnded();
        expectYesterdayIsGone();
    }
    EXPECT_GT(m_states[contract::JobState::succeeded], m_count / 2);
    for (const auto &[state, count] : m_states)
        std::cout << count << " jobs " << contract::nameOf(state) << '\n';
    for (const auto &[harm, count] : m_harms)
        std::cout << count << " times: " << harm << '\n';
}

} // namespace
} // namespace pult::test
