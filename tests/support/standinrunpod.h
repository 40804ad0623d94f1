// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <boost/json.hpp>

#include "support/standinserver.h"

namespace pult::test {

/// RunPod's serverless interface for the endpoint "abc123", as far as jobs go: run, status, cancel
/// and health, under the key "runpod-secret". Any thread.
class StandInRunpod {
public:
    static constexpr const char *kEndpoint = "abc123";
    static constexpr const char *kKey = "runpod-secret";

    explicit StandInRunpod(StandInServer::Security security = StandInServer::Security::plain)
        : server([this](const StandInRequest &request) { return answer(request); }, security)
    {
    }

    /// Every job completes with this output, once it has been asked for so often.
    void completeWith(boost::json::value output, int polls = 1)
    {
        const std::scoped_lock lock(m_mutex);
        m_last = {{"status", "COMPLETED"}, {"output", std::move(output)}, {"delayTime", 12},
            {"executionTime", 345}, {"workerId", "w1"}};
        m_polls = polls;
    }
    void endWith(boost::json::object last)
    {
        const std::scoped_lock lock(m_mutex);
        m_last = std::move(last);
    }
    /// Until it is taken back, answered to everything whose target holds this text.
    void answerAll(const std::string &text, std::optional<StandInAnswer> instead)
    {
        const std::scoped_lock lock(m_mutex);
        if (instead)
            m_instead[text] = std::move(*instead);
        else
            m_instead.erase(text);
    }

    [[nodiscard]] std::size_t submitted() const { return server.countOf("POST", path("run")); }
    [[nodiscard]] std::size_t polled() const { return server.countOf("GET", path("status/")); }
    [[nodiscard]] std::size_t cancelled() const { return server.countOf("POST", path("cancel/")); }
    /// Of the latest submission.
    [[nodiscard]] boost::json::value submission() const
    {
        const auto all = server.requests();
        for (auto request = all.rbegin(); request != all.rend(); ++request)
            if (request->target == path("run"))
                return boost::json::parse(request->body);
        return {};
    }

private:
    [[nodiscard]] static std::string path(const std::string &action)
    {
        return std::string("/v2/") + kEndpoint + '/' + action;
    }
    static StandInAnswer json(int status, const boost::json::value &value)
    {
        return {status, boost::json::serialize(value), {}, StandInAnswer::Manner::whole};
    }

    StandInAnswer answer(const StandInRequest &request)
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto &[text, instead] : m_instead)
            if (request.target.find(text) != std::string::npos)
                return instead;
        if (request.authorization != std::string("Bearer ") + kKey)
            return json(401, {{"error", "unauthorized: " + request.authorization}});
        if (request.target == path("run"))
            return json(
                200, {{"id", "job-" + std::to_string(++m_jobs) + "-u1"}, {"status", "IN_QUEUE"}});
        if (request.target == path("health"))
            return json(200,
                {{"jobs", {{"completed", 1}, {"failed", 0}, {"inProgress", 0}, {"inQueue", 0}}},
                    {"workers", {{"idle", 1}, {"running", 0}}}});
        if (request.target.starts_with(path("cancel/")))
            return json(200,
                {{"id", request.target.substr(path("cancel/").size())}, {"status", "CANCELLED"}});
        if (request.target.starts_with(path("status/")))
            return status(request.target.substr(path("status/").size()));
        return json(404, {{"error", "endpoint not found"}});
    }
    StandInAnswer status(const std::string &id)
    {
        const int asked = m_asked[id]++;
        boost::json::object answer = asked < m_polls || m_last.empty()
            ? boost::json::object{{"status", asked == 0 ? "IN_QUEUE" : "IN_PROGRESS"}}
            : m_last;
        answer["id"] = id;
        return json(200, answer);
    }

    mutable std::mutex m_mutex;
    boost::json::object m_last; ///< Empty: jobs stay under way.
    int m_polls = 1;
    int m_jobs = 0;
    std::map<std::string, int> m_asked;
    std::map<std::string, StandInAnswer> m_instead;

public:
    StandInServer server;
};

/// A picture that is one: a PNG of one pixel, in base64.
inline constexpr const char *kTinyPng =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg"
    "==";

} // namespace pult::test
