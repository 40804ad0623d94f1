// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <gtest/gtest.h>

#include "support/daemon.h"

namespace pult::test {
namespace {

struct Attempt {
    std::string method;
    std::string target;
    std::string body;
    std::string least; ///< The lowest role that may; "" for anybody.
};

const std::string kJob = "/api/v1/jobs/01a1fd5c-42b4-7778-aa71-5e789703af1d";

const std::vector<Attempt> kAttempts{
    {"GET", "/livez", "", ""},
    {"GET", "/readyz", "", ""},
    {"GET", "/health", "", ""},
    {"GET", "/metrics", "", "viewer"},
    {"GET", "/queue", "", "viewer"},
    {"GET", "/config", "", "viewer"},
    {"GET", "/config/schema", "", "viewer"},
    {"GET", "/config/presets", "", "viewer"},
    {"GET", "/config/history", "", "viewer"},
    {"GET", "/api/v1/jobs", "", "viewer"},
    {"GET", kJob, "", "viewer"},
    {"GET", kJob + "/result", "", "viewer"},
    {"HEAD", "/events", "", "viewer"},
    {"POST", "/api/generate/text", "{}", "operator"},
    {"POST", "/api/v1/generate", "{}", "operator"},
    {"DELETE", kJob, "", "operator"},
    {"POST", kJob + "/retry", "", "operator"},
    {"POST", "/queue/text/pause", "", "operator"},
    {"POST", "/queue/text/resume", "", "operator"},
    {"POST", "/queue/text/purge", "{}", "admin"},
    {"PATCH", "/config", "{}", "admin"},
    {"POST", "/config/rollback", "{}", "admin"},
};

const std::vector<std::string> kRoles{"", "viewer", "operator", "admin"};

std::size_t rank(const std::string &role)
{
    return static_cast<std::size_t>(std::find(kRoles.begin(), kRoles.end(), role) - kRoles.begin());
}

TEST(Roles, EachRouteTakesItsRoleAndThoseAbove)
{
    Daemon daemon("[rate_limits]\nenabled = false");
    for (const std::string &role : kRoles) {
        HttpClient client(daemon.port(), role.empty() ? "" : daemon.makeToken(role));
        for (const Attempt &attempt : kAttempts) {
            const HttpReply reply = client.send(attempt.method, attempt.target, attempt.body,
                {{"Content-Type", "application/json"}});
            const bool isRefused = reply.status == 401 || reply.status == 403;
            EXPECT_EQ(isRefused, rank(role) < rank(attempt.least))
                << role << ' ' << attempt.method << ' ' << attempt.target << ' ' << reply.status;
            if (isRefused) {
                EXPECT_EQ(reply.status, role.empty() ? 401U : 403U);
            }
        }
    }
}

TEST(Roles, AnUnknownTokenIsRefusedEverywhereButAtTheProbes)
{
    Daemon daemon;
    HttpClient client(daemon.port(), std::string(64, 'a'));
    EXPECT_EQ(client.get("/livez").status, 200U);
    for (const char *target : {"/health", "/queue", "/config", "/metrics"}) {
        const HttpReply reply = client.get(target);
        EXPECT_EQ(reply.status, 401U) << target;
        EXPECT_EQ(reply.header("WWW-Authenticate"), "Bearer");
    }
    HttpClient basic(daemon.port());
    EXPECT_EQ(basic.get("/queue", {{"Authorization", "Basic YWRtaW46"}}).status, 401U);
}

TEST(Roles, StrangersLearnOfTheHealthItsStatusAlone)
{
    Daemon daemon;
    const auto shown = HttpClient(daemon.port()).get("/health").json().as_object();
    EXPECT_EQ(shown.size(), 1U);
    EXPECT_TRUE(shown.contains("status"));
    const auto whole = daemon.admin().get("/health").json();
    std::set<std::string> checks;
    for (const boost::json::value &check : whole.at("checks").as_array())
        checks.insert(std::string(check.at("name").as_string()));
    for (const char *name : {"store", "queue", "workers", "disk", "memory", "cpu", "configuration"})
        EXPECT_TRUE(checks.contains(name)) << name;
    EXPECT_EQ(whole.at("demo"), false);
}

TEST(Roles, NoSecretIsKeptInTheClear)
{
    Daemon daemon;
    const auto mode = [&](const char *file) {
        return std::filesystem::status(daemon.data() / file).permissions();
    };
    EXPECT_EQ(mode("admin.token"), std::filesystem::perms(0600));
    EXPECT_EQ(mode("tokens.json"), std::filesystem::perms(0600));
    EXPECT_EQ(mode("."), std::filesystem::perms(0700));
    daemon.admin().get("/queue");
    EXPECT_EQ(daemon.log().find(daemon.adminToken()), std::string::npos);
}

TEST(Roles, APublicServiceTakesJobsFromAnybodyAndShowsEachItsOwn)
{
    Daemon daemon({}, {"--public-api"});
    HttpClient stranger(daemon.port());
    const HttpReply reply = stranger.post("/api/generate/text?wait=10", R"({"prompt":"hi"})");
    ASSERT_EQ(reply.status, 200U) << reply.body;
    const std::string job = reply.header("Location");
    EXPECT_EQ(stranger.get(job).status, 200U);
    EXPECT_EQ(stranger.get(job + "/result").status, 200U);
    EXPECT_EQ(stranger.get("/api/v1/jobs").status, 401U);

    const auto other = daemon.admin().post("/api/generate/text", R"({"prompt":"hi"})");
    EXPECT_EQ(stranger.get(other.header("Location")).status, 404U) << "somebody else's";
}

} // namespace
} // namespace pult::test
