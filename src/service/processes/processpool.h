// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include "base/guarded.h"
#include "service/config/settings.h"
#include "service/processes/childprocess.h"
#include "service/processes/processmetrics.h"
#include "service/providers/stopcheck.h"

namespace pult::service {

/// Makes the program of a child that may take so much memory.
using WorkProgramFor = std::function<WorkProgram(std::int64_t memoryBytes)>;

/// Child processes for work that computes much: `workers.cpu_processes` at most, started when they
/// are needed, one piece of work at a time each. Whoever waits longest is served first. Any thread.
/// Must be destroyed after the threads of its executor have stopped, or when no work runs; its
/// children end with it.
class ProcessPool {
public:
    /// A child makes place for a new one after so many pieces of work: what libraries leak ends.
    static constexpr int kWorkPerProcess = 200;

    struct State {
        std::size_t capacity = 0;
        std::size_t inUse = 0;
        std::size_t waiting = 0;
        std::string trouble; ///< Why the latest start of a child failed; "" when it did not.
    };

    ProcessPool(const boost::asio::any_io_executor &executor, const Clock &clock,
        WorkProgramFor program, const WorkerSettings &settings, prometheus::Registry &registry);
    ~ProcessPool();
    ProcessPool(const ProcessPool &) = delete;
    ProcessPool &operator=(const ProcessPool &) = delete;

    /// Follows cpu_processes and cpu_memory_bytes at once; work that runs goes on as it began.
    void apply(const WorkerSettings &settings);
    /// Fills in what is in force of those two.
    void putApplied(WorkerSettings &settings) const;
    [[nodiscard]] State state() const;
    /// Of the children there are now, busy or not.
    [[nodiscard]] std::vector<pid_t> processIds() const;
    /// Brings the gauges up to date; call it before each scrape.
    void refreshMetrics() const;

    /// One piece of work, which a child of the pool does; at once when the deadline is reached or
    /// it is cancelled the child is killed. Errors: cancelled, deadlineExceeded, unavailable (no
    /// child could be started), those of exitError(), and what the child answers.
    Task<Result<std::string>> run(
        std::string request, Deadline deadline, Cancellation cancellation);

private:
    struct Worker {
        std::unique_ptr<ChildProcess> process;
        std::int64_t memoryBytes = 0;
    };
    struct Waiter {
        explicit Waiter(const boost::asio::any_io_executor &executor)
            : turn(executor)
        {
        }
        boost::asio::steady_timer turn; ///< Cancelled when there is a place.
        bool hasPlace = false;
    };
    using Strand = boost::asio::strand<boost::asio::any_io_executor>;

    struct Call; ///< To a child, under way.
    /// What became of a request: an answer, or why the child had to be stopped, or neither.
    struct Exchange {
        std::optional<Result<std::string>> answer;
        Result<void> goOn;
    };

    Task<Result<std::string>> perform(std::string request, Deadline deadline, StopCheck check);
    Task<Result<void>> takePlace(StopCheck check);
    void leavePlace();
    void fillPlaces();
    [[nodiscard]] Result<Worker> takeWorker();
    [[nodiscard]] Result<Worker> startWorker();
    [[nodiscard]] bool isFit(Worker &worker) const;
    Task<Exchange> exchange(
        ChildProcess &process, std::string request, Deadline deadline, StopCheck check);
    Task<Error> failureOf(Worker worker, Result<void> goOn);
    Task<> keep(Worker worker);
    void dropSurplus();
    void forget(const ChildProcess &process);

    const Strand m_strand;
    const Clock &m_clock;
    const WorkProgramFor m_program;
    ProcessMetrics m_metrics;
    std::atomic<std::size_t> m_capacity;
    std::atomic<std::int64_t> m_memoryBytes;
    std::atomic<std::size_t> m_inUse = 0; ///< Changed on the strand.
    std::atomic<std::size_t> m_waitingCount = 0;
    Guarded<std::string> m_trouble;
    Guarded<std::vector<pid_t>> m_ids;
    std::deque<std::shared_ptr<Waiter>> m_waiting; ///< On the strand, as what follows.
    std::vector<Worker> m_idle;
};

} // namespace pult::service
