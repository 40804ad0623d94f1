// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>

#include <gmock/gmock.h>

#include "support/daemon.h"
#include "support/damagedfile.h"

namespace pult::test {
namespace {

using testing::HasSubstr;

constexpr auto kSettings = R"(
[rate_limits]
enabled = false
[workers]
text = 0
)";
constexpr std::int64_t kJobs = 200;

/// A service that has stopped with many jobs in its queue, and whose database is damaged then.
class Damage : public testing::Test {
protected:
    Damage()
    {
        HttpClient client = daemon.admin();
        const std::string job = R"({"prompt":")" + std::string(300, 'x') + "\"}";
        for (std::int64_t i = 0; i < kJobs; ++i)
            EXPECT_EQ(client.post("/api/generate/text", job).status, 202U);
        stop();
        overwriteALeaf(daemon.data() / "pult.db");
    }

    void stop()
    {
        daemon.signal(SIGTERM);
        EXPECT_EQ(daemon.waitForExit(), 0);
    }
    [[nodiscard]] Ran run(const std::string &command) const
    {
        return runPultd({command, "--data", daemon.data().string()});
    }

    Daemon daemon{kSettings};
};

TEST_F(Damage, TheServiceDoesNotStartAndNamesWhatHelps)
{
    const Ran ran =
        runPultd({"serve", "--listen", "127.0.0.1:0", "--data", daemon.data().string()});
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.output, HasSubstr("pult.db"));
    EXPECT_THAT(ran.output, HasSubstr("pultd check --data " + daemon.data().string()));
    EXPECT_THAT(ran.output, HasSubstr("pultd repair --data " + daemon.data().string()));
}

TEST_F(Damage, IsFoundAndRepairedAndTheServiceGoesOn)
{
    const Ran found = run("check");
    EXPECT_EQ(found.code, 1);
    EXPECT_THAT(found.output, HasSubstr("damaged database: "));
    const Ran repaired = run("repair");
    EXPECT_EQ(repaired.code, 0) << repaired.output;
    EXPECT_THAT(repaired.output, HasSubstr("pult.db.damaged-"));
    EXPECT_THAT(repaired.output, HasSubstr("known to be lost"));
    const Ran sound = run("check");
    EXPECT_EQ(sound.code, 0) << sound.output;
    EXPECT_THAT(sound.output, HasSubstr("Nothing is wrong"));
    EXPECT_THAT(run("repair").output, HasSubstr("Nothing to repair"));

    daemon.start();
    const auto depth =
        daemon.admin().get("/queue").json().at("totals").at("depth").to_number<std::int64_t>();
    EXPECT_GE(depth, kJobs - 20);
    EXPECT_EQ(daemon.admin().post("/api/generate/text", R"({"prompt":"a"})").status, 202U);
}

TEST(Damages, NothingIsRepairedUnderAServiceThatRuns)
{
    Daemon daemon;
    const Ran refused = runPultd({"repair", "--data", daemon.data().string()});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.output, HasSubstr("Another pultd serves"));
    EXPECT_EQ(runPultd({"check", "--data", daemon.data().string()}).code, 0);
}

} // namespace
} // namespace pult::test
