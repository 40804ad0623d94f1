// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <random>
#include <string>

#include <boost/json/parse.hpp>

#include "support/standinserver.h"

namespace pult::test {

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
    void setCalm(bool isCalm) { m_isCalm = isCalm; }
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
            answer.manner = StandInAnswer::Manner::silent;
            break;
        case 1:
            answer.manner = StandInAnswer::Manner::reset;
            break;
        case 2:
            answer.manner = StandInAnswer::Manner::cut;
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

} // namespace pult::test
