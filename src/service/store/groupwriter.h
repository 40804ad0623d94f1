// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "base/guarded.h"
#include "service/metrics/busyshare.h"
#include "service/metrics/poolmetrics.h"
#include "service/store/sqliteconnection.h"

namespace pult::service {

/// One thing to write, and whom to tell.
class Write {
public:
    virtual ~Write() = default;
    /// Inside the transaction. On failure it must leave nothing changed.
    virtual void apply(SqliteConnection &connection) = 0;
    /// After the transaction: with its error if that failed as a whole.
    virtual void finish(const Result<void> &commit) = 0;
};

template <class T, class Work>
class WriteOf final : public Write {
public:
    WriteOf(Work work, std::function<void(Result<T>)> done)
        : m_work(std::move(work))
        , m_done(std::move(done))
    {
    }
    void apply(SqliteConnection &connection) override { m_outcome = m_work(connection); }
    void finish(const Result<void> &commit) override
    {
        if (!commit)
            m_outcome = tl::unexpected(commit.error());
        m_done(std::move(m_outcome));
    }

private:
    Work m_work;
    std::function<void(Result<T>)> m_done;
    Result<T> m_outcome;
};

template <class T, class Work>
[[nodiscard]] std::unique_ptr<Write> makeWrite(Work work, std::function<void(Result<T>)> done)
{
    return std::make_unique<WriteOf<T, Work>>(std::move(work), std::move(done));
}

/// The one thread that writes. All writes that wait at one moment share a transaction, so that the
/// cost of a commit is shared under load, while a lone write waits for nobody: after a transaction
/// of several, the next waits a moment for the others that are on their way. Any thread.
class GroupWriter {
public:
    GroupWriter(SqliteConnection connection, const Clock &clock, prometheus::Registry &registry);
    /// Commits what waits, then joins the thread.
    ~GroupWriter();
    GroupWriter(const GroupWriter &) = delete;
    GroupWriter &operator=(const GroupWriter &) = delete;

    void push(std::unique_ptr<Write> write);

    [[nodiscard]] std::size_t waiting() const;
    /// Of the latest commit that failed or had something to write: an empty one works on a full
    /// disk, too.
    [[nodiscard]] Result<void> lastCommit() const;
    void refreshMetrics() const;

private:
    struct Waiting {
        std::unique_ptr<Write> write;
        SteadyTime since;
    };

    enum class Pace { atOnce, gathering };

    void run();
    std::vector<Waiting> takeBatch(Pace pace);
    void setBusy(bool isBusy);
    void commit(const std::vector<Waiting> &batch);
    Result<void> apply(const std::vector<Waiting> &batch);

    SqliteConnection m_connection;
    const Clock &m_clock;
    PoolMetrics m_metrics;
    Guarded<Result<void>> m_lastCommit;
    mutable std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<Waiting> m_waiting;
    bool m_stopping = false;
    Guarded<BusyShare> m_busy;
    std::jthread m_thread; ///< Last: it uses all of the above.
};

} // namespace pult::service
