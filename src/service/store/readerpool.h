// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

#include "base/clock.h"
#include "service/config/settings.h"
#include "service/metrics/poolmetrics.h"
#include "service/store/sqliteconnection.h"

namespace pult::service {

/// The connections that read, a thread each: opened when somebody waits, up to pool_size +
/// max_overflow; those beyond pool_size are closed as soon as nobody does; each is opened anew
/// once it is older than pool_recycle_s. Searches leave one connection to lookups, so that a long
/// search delays none. Any thread.
class ReaderPool {
public:
    enum class Lane { lookup, search };
    /// Is called once, on a thread of the pool. Errors: unavailable (no connection came free
    /// within pool_timeout_s), those of opening.
    using Read = std::function<void(Result<SqliteConnection *>)>;

    /// The clock and the registry must outlive it.
    ReaderPool(std::filesystem::path file, const Clock &clock, prometheus::Registry &registry);
    /// Finishes what was asked before.
    ~ReaderPool();
    ReaderPool(const ReaderPool &) = delete;
    ReaderPool &operator=(const ReaderPool &) = delete;

    void push(Lane lane, Read read);
    void apply(const DatabaseSettings &settings);
    [[nodiscard]] DatabaseSettings applied() const;
    [[nodiscard]] PoolState state() const;
    void refreshMetrics() const;

private:
    struct Waiting {
        Read read;
        SteadyTime since;
    };
    struct Taken {
        Waiting waiting;
        Lane lane;
        Seconds recycle;
    };
    class Connection;
    using Threads = std::list<std::jthread>;

    bool tryAddReader();
    void serve(Connection &connection, Taken taken);
    void run(Threads::iterator self);
    std::optional<Taken> take(std::unique_lock<std::mutex> &lock);
    Taken takeFrom(Lane lane);
    void release(Lane lane);
    /// Answers those who have waited too long.
    void keepTime();
    [[nodiscard]] std::optional<SteadyTime::duration> untilOverdue() const;
    std::vector<Waiting> takeOverdue();
    void refuse(std::vector<Waiting> overdue) const;

    [[nodiscard]] std::deque<Waiting> &lineOf(Lane lane);
    [[nodiscard]] bool mayTake(Lane lane);
    [[nodiscard]] bool isSuperfluous() const;
    [[nodiscard]] std::size_t capacity() const;
    [[nodiscard]] std::size_t waiting() const { return m_lookups.size() + m_searches.size(); }

    const std::filesystem::path m_file;
    const Clock &m_clock;
    PoolMetrics m_metrics;
    mutable std::mutex m_mutex; ///< Guards all below.
    std::condition_variable m_arrived;
    std::condition_variable m_crowded;
    DatabaseSettings m_settings;
    std::deque<Waiting> m_lookups;
    std::deque<Waiting> m_searches;
    std::size_t m_busy = 0; ///< Of the readers.
    std::size_t m_searching = 0; ///< Of the busy ones.
    bool m_isStopping = false;
    Threads m_readers;
    Threads m_ended; ///< To be joined.
    std::jthread m_timekeeper;
};

} // namespace pult::service
