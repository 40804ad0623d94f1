// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <vector>

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>

#include "service/providers/provider.h"
#include "service/providers/stopcheck.h"
#include "support/waiting.h"

namespace pult::test {

/// A provider whose attempts end when the test says so. Any thread.
class FakeProvider final : public service::Provider {
public:
    using Verdict = Result<service::Artifact>;

    explicit FakeProvider(const Clock &clock)
        : m_clock(clock)
    {
    }

    [[nodiscard]] static Verdict artifact(std::string bytes = "made")
    {
        return service::Artifact{std::move(bytes), "text/plain", {}, {}};
    }

    /// Of so many bytes that its result is a file.
    [[nodiscard]] static Verdict largeArtifact() { return artifact(std::string(100'000, 'x')); }

    /// From now on every attempt ends at once like this; none: each waits for finish().
    void answerAll(std::optional<Verdict> verdict)
    {
        const std::scoped_lock lock(m_mutex);
        m_answer = std::move(verdict);
    }
    /// Ends the running attempt at the job.
    void finish(contract::JobId id, Verdict verdict = artifact())
    {
        const std::scoped_lock lock(m_mutex);
        m_verdicts.insert_or_assign(id, std::move(verdict));
    }

    /// Jobs in the order in which their attempts began.
    [[nodiscard]] std::vector<contract::JobId> started() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_started;
    }
    /// Waits until that many attempts have begun.
    [[nodiscard]] bool waitForStarts(std::size_t count) const
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kPatience, [&] { return m_started.size() >= count; });
    }
    /// The most that ever ran at once.
    [[nodiscard]] std::size_t mostAtOnce() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_most;
    }

    [[nodiscard]] std::string_view name() const override { return "fake"; }
    service::Task<Verdict> run(contract::Job job, Deadline deadline,
        service::Cancellation cancellation, Progress progress) override
    {
        const service::StopCheck check(m_clock, deadline, cancellation);
        enter(job.id);
        progress(0.5);
        boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor);
        std::optional<Verdict> verdict = verdictFor(job.id, check);
        while (!verdict) {
            boost::system::error_code ignored;
            timer.expires_after(std::chrono::milliseconds(1));
            co_await timer.async_wait(
                boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
            verdict = verdictFor(job.id, check);
        }
        leave();
        co_return std::move(*verdict);
    }

private:
    void enter(contract::JobId id)
    {
        const std::scoped_lock lock(m_mutex);
        m_started.push_back(id);
        m_most = std::max(m_most, ++m_running);
        m_changed.notify_all();
    }
    void leave()
    {
        const std::scoped_lock lock(m_mutex);
        --m_running;
    }
    std::optional<Verdict> verdictFor(contract::JobId id, const service::StopCheck &check)
    {
        const std::scoped_lock lock(m_mutex);
        if (auto node = m_verdicts.extract(id))
            return std::move(node.mapped());
        if (m_answer)
            return m_answer;
        if (auto goOn = check.mayGoOn(); !goOn)
            return tl::unexpected(goOn.error());
        return std::nullopt;
    }

    const Clock &m_clock;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    std::map<contract::JobId, Verdict> m_verdicts;
    std::optional<Verdict> m_answer;
    std::vector<contract::JobId> m_started;
    std::size_t m_running = 0;
    std::size_t m_most = 0;
};

} // namespace pult::test
