// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <map>
#include <mutex>
#include <random>
#include <thread>

#include <gtest/gtest.h>

#include "contract/base64.h"
#include "contract/job.h"
#include "support/daemon.h"
#include "support/processtable.h"
#include "support/standinserver.h"
#include "support/tgsfile.h"

namespace pult::test {
namespace {

using contract::Job;
using Manner = StandInAnswer::Manner;

constexpr std::int64_t kMaxAttempts = 4;

/// How long everything goes wrong; `./dev chaos` sets it.
std::chrono::seconds chaosLength()
{
    const char *seconds = std::getenv("PULT_CHAOS_SECONDS");
    return std::chrono::seconds(seconds ? std::stoi(seconds) : 5);
}

/// Chance, the same again for the same seed. Any thread.
class Chance {
public:
    explicit Chance(unsigned seed)
        : m_engine(seed)
    {
    }
    /// 0 to below `end`.
    int below(int end)
    {
        const std::scoped_lock lock(m_mutex);
        return std::uniform_int_distribution(0, end - 1)(m_engine);
    }

private:
    std::mutex m_mutex;
    std::mt19937 m_engine;
};

/// A writer of texts that answers, hangs, hangs up or fails, and counts how often it was asked for
/// each prompt.
class MoodyProvider {
public:
    explicit MoodyProvider(Chance &chance)
        : m_chance(chance)
    {
    }
    void calmDown() { m_isCalm = true; }
    [[nodiscard]] std::string url() const { return m_server.url(); }
    [[nodiscard]] std::int64_t runsOf(const std::string &prompt) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_runs.find(prompt);
        return found == m_runs.end() ? 0 : found->second;
    }

private:
    StandInAnswer answer(const StandInRequest &request)
    {
        if (request.method != "POST")
            return {200, R"({"data":[]})", {}};
        const boost::json::value body = boost::json::parse(request.body);
        const auto &messages = body.at("messages").as_array();
        {
            const std::scoped_lock lock(m_mutex);
            ++m_runs[std::string(messages.back().at("content").as_string())];
        }
        StandInAnswer answer{200, R"({"choices":[{"message":{"content":"a line"}}]})", {}};
        switch (m_isCalm ? 9 : m_chance.below(10)) {
        case 0:
            answer.manner = Manner::silent;
            break;
        case 1:
            answer.manner = Manner::reset;
            break;
        case 2:
            answer.manner = Manner::cut;
            break;
        case 3:
            answer.status = 500;
            break;
        default:
            break;
        }
        return answer;
    }

    Chance &m_chance;
    std::atomic<bool> m_isCalm = false;
    mutable std::mutex m_mutex;
    std::map<std::string, std::int64_t> m_runs; ///< By prompt.
    StandInServer m_server{[this](const StandInRequest &request) { return answer(request); }};
};

std::string settingsFor(const MoodyProvider &provider)
{
    return R"(
[rate_limits]
enabled = false
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
first_retry_s = 0.1
longest_retry_s = 0.2
[openai]
text_model = "moody"
base_url = ")"
        + provider.url() + "\"\n";
}

/// A service to which everything happens, and clients who never give up.
class Chaos : public testing::Test {
protected:
    void SetUp() override
    {
        RecordProperty("seed", static_cast<int>(m_seed));
        m_port = m_daemon.port();
        m_token = m_daemon.adminToken();
    }

    /// Submits until the chaos is over, each job with a key of its own, again and again until it is
    /// accepted.
    void submitAll(const std::string &kind, const std::string &params)
    {
        for (int i = 0; !m_isOver; ++i) {
            const std::string prompt = kind + '-' + std::to_string(i);
            const std::string id =
                submit(kind, R"({"prompt":")" + prompt + R"(","params":{)" + params + "}}", prompt);
            const std::scoped_lock lock(m_mutex);
            if (!id.empty())
                m_accepted.emplace(prompt, id);
        }
    }

    std::string submit(const std::string &kind, const std::string &body, const std::string &key)
    {
        for (;;) {
            HttpClient client(m_port, m_token);
            const HttpReply reply =
                client.post("/api/generate/" + kind, body, {{"Idempotency-Key", key}});
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
        if (m_chance.below(3) == 0) {
            m_daemon.killNow();
            m_daemon.start();
            m_port = m_daemon.port();
            return;
        }
        const std::vector<pid_t> children = childrenOf(m_daemon.process());
        if (!children.empty())
            ::kill(children.at(
                       static_cast<std::size_t>(m_chance.below(static_cast<int>(children.size())))),
                SIGKILL);
    }

    void rageFor(std::chrono::seconds length)
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

    const unsigned m_seed = std::random_device{}();
    Chance m_chance{m_seed};
    MoodyProvider m_provider{m_chance};
    Daemon m_daemon{settingsFor(m_provider)};
    const std::string m_sticker =
        R"("width":64,"tgs":")" + contract::toBase64(LottieText{}.tgs()) + '"';
    std::atomic<std::uint16_t> m_port = 0;
    std::string m_token;
    std::atomic<bool> m_isOver = false;
    std::mutex m_mutex;
    std::map<std::string, std::string> m_accepted; ///< Ids by prompt.
};

TEST_F(Chaos, LosesNoJobAndRunsNoneMoreOftenThanAllowed)
{
    rageFor(chaosLength());
    m_provider.calmDown();
    HttpClient client(m_port, m_token);
    ASSERT_TRUE(endsAll()) << client.get("/queue").body << m_daemon.log();
    std::map<contract::JobState, int> states;
    for (const auto &[prompt, id] : m_accepted) {
        const Job job = jobOf(client, id);
        EXPECT_EQ(job.prompt, prompt);
        EXPECT_TRUE(contract::isFinal(job.state)) << prompt;
        EXPECT_LE(job.attempts, kMaxAttempts) << prompt;
        EXPECT_LE(m_provider.runsOf(prompt), job.attempts) << prompt;
        ++states[job.state];
        if (job.state != contract::JobState::succeeded)
            continue;
        const HttpReply result = client.get("/api/v1/jobs/" + id + "/result");
        EXPECT_EQ(result.status, 200U) << prompt;
        EXPECT_EQ(static_cast<std::int64_t>(result.body.size()), job.result->bytes) << prompt;
    }
    EXPECT_GT(states[contract::JobState::succeeded], static_cast<int>(m_accepted.size()) / 2);
    for (const auto &[state, count] : states)
        RecordProperty(std::string(contract::nameOf(state)), count);
}

} // namespace
} // namespace pult::test
