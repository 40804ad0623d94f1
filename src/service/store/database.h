// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <future>
#include <memory>

#include "service/store/directorylock.h"
#include "service/store/groupwriter.h"
#include "service/store/readerpool.h"

namespace pult::service {

struct StoreHealth {
    bool canWrite = true; ///< Whether the latest commit that had something to write worked.
    std::string detail; ///< Why not.
    std::int64_t bytes = 0; ///< Of the database and its log.
    std::size_t waiting = 0; ///< Writes that wait for their commit to begin.
};

/// The service's one SQLite file, DIR/pult.db: a writer with group commit, and a pool of readers.
/// Any thread. Destroying it finishes everything asked of it before.
class Database {
public:
    using Lane = ReaderPool::Lane;

    /// Creates the file, or brings its schema up to date. Looks through it before unless the last
    /// one was destroyed and nobody has touched it since. Errors: conflict (another process serves
    /// from this directory), corrupt, unsupported (written by a newer version), io.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(
        const std::filesystem::path &directory, const Clock &clock, prometheus::Registry &registry);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Calls work(connection) on the writer thread, inside the next transaction, and done with its
    /// Result<T> after the commit. If work fails, it must leave nothing changed.
    template <class T, class Work>
    void write(Work work, std::function<void(Result<T>)> done)
    {
        m_writer->push(makeWrite<T>(std::move(work), std::move(done)));
    }

    /// Calls work(connection) on a thread of the readers, and done with its Result<T>, or with the
    /// errors of ReaderPool.
    template <class T, class Work>
    void read(Lane lane, Work work, std::function<void(Result<T>)> done)
    {
        m_readers->push(lane,
            [job = std::move(work), finish = std::move(done)](
                const Result<SqliteConnection *> &reader) {
                if (reader)
                    finish(job(**reader));
                else
                    finish(tl::unexpected(reader.error()));
            });
    }

    /// As write and read, blocking until done.
    template <class T, class Work>
    [[nodiscard]] Result<T> writeNow(Work work)
    {
        return waitFor<T>([&](auto done) { write<T>(std::move(work), std::move(done)); });
    }
    template <class T, class Work>
    [[nodiscard]] Result<T> readNow(Work work)
    {
        return waitFor<T>(
            [&](auto done) { read<T>(Lane::lookup, std::move(work), std::move(done)); });
    }

    /// Writes something and takes it back in the same transaction: done is told whether the disk
    /// takes it, and health() knows. For a service whose last commit failed.
    void tryWrite(std::function<void(Result<void>)> done);
    [[nodiscard]] StoreHealth health() const;
    /// Of the readers.
    void apply(const DatabaseSettings &settings) { m_readers->apply(settings); }
    [[nodiscard]] DatabaseSettings applied() const { return m_readers->applied(); }
    [[nodiscard]] PoolState readers() const { return m_readers->state(); }
    /// Brings the pool gauges up to date, before a scrape.
    void refreshMetrics() const;
    [[nodiscard]] const Clock &clock() const { return m_clock; }

private:
    Database(std::filesystem::path file, const Clock &clock);

    template <class T, class Start>
    static Result<T> waitFor(Start start)
    {
        auto promise = std::make_shared<std::promise<Result<T>>>();
        std::future<Result<T>> future = promise->get_future();
        start([promise](Result<T> result) { promise->set_value(std::move(result)); });
        return future.get();
    }

    std::filesystem::path m_file;
    const Clock &m_clock;
    std::unique_ptr<DirectoryLock> m_lock;
    std::unique_ptr<GroupWriter> m_writer;
    std::unique_ptr<ReaderPool> m_readers;
};

} // namespace pult::service
