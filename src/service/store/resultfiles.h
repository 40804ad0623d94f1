// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/thread_pool.hpp>

#include "contract/job.h"

namespace pult::service {

/// The results of jobs, one file each: DIR/results/ID. A file under its final name is complete and
/// on disk. Any thread; the writing is done on a thread of its own.
class ResultFiles {
public:
    /// Creates the directory and removes what an earlier process left unfinished. Errors: io.
    [[nodiscard]] static Result<std::unique_ptr<ResultFiles>> open(
        const std::filesystem::path &directory);
    /// Finishes everything asked of it before.
    ~ResultFiles();
    ResultFiles(const ResultFiles &) = delete;
    ResultFiles &operator=(const ResultFiles &) = delete;

    /// Whether there is room on the disk for the results of new jobs. Errors: unavailable.
    [[nodiscard]] Result<void> checkRoom() const;
    /// done is called once, on the writing thread. Errors: io.
    void write(contract::JobId id, std::shared_ptr<const std::string> bytes,
        std::function<void(Result<void>)> done);
    /// Those that are not there count as removed. As write.
    void remove(const std::vector<contract::JobId> &ids, std::function<void(Result<void>)> done);
    /// The jobs that have a result here. As write.
    void list(std::function<void(Result<std::vector<contract::JobId>>)> done);
    [[nodiscard]] std::filesystem::path pathOf(contract::JobId id) const;

private:
    explicit ResultFiles(std::filesystem::path directory);

    std::filesystem::path m_directory;
    boost::asio::thread_pool m_thread{1};
};

} // namespace pult::service
